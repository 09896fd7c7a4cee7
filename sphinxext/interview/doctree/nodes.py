"""The nodes of an interview; each docstring states the legal children.

They derive from docutils' own nodes, so that a builder that doesn't know them shows what it
would show for those, and their text stands in ordinary paragraphs for everybody who asks.

A ``bookmark`` attribute asks for an entry in the page contents and the PDF's outline. It is the
depth below the enclosing section, from 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from .lean import Lean, LeanText
from .turns.passing import Exchange, Interview
from .turns.words import Turn

if TYPE_CHECKING:
    from docutils.nodes import Element


class interview(Interview, nodes.container):
    """The whole interview; ``ids`` is its name.

    Children: interview_title?, interview_head?, interview_recording?, interview_preamble?, then
    interview_topic, interview_segment, interview_exchange, interview_translation and
    interview_note in any order, interview_epilogue?

    Attributes: ``name``; ``markup``, how the words were written (``literal``, ``rst``,
    ``markdown``); ``collapsible`` (``open``, ``closed`` or absent); ``head``, what is said of it
    before its words; ``how_to_cite``; ``speakers``, ``roles`` and ``descriptions``; ``metadata``,
    the bibliographic options; ``segments`` and ``overview``, whether these are shown; ``docname``,
    once it was read.
    """


class interview_head(Lean, nodes.container):
    """What is said of the interview before its words. Put there before any writer.

    Children: paragraphs and interview_person.
    """


class interview_person(Lean, nodes.container):
    """Who somebody is. Children: interview_portrait?, a paragraph."""


class interview_portrait(nodes.image):
    """The picture of a speaker, where a format shows pictures beside words. Children: none."""


class interview_recording(Lean, nodes.container):
    """The player of the recording. Children: a paragraph with links to the files.

    Attributes: ``kind``: ``audio``, ``video``, or empty where nothing plays it; ``captions``,
    WebVTT or empty; ``captions_file``, below the folder of files, where a builder has written
    them. Of the links, ``type`` is the media type.
    """


class interview_title(LeanText, nodes.rubric):
    """The directive's argument, shown as a heading. Children: inline nodes.

    Attributes: ``depth``, how many headings below the enclosing section, from 1; ``bookmark``.
    """


class interview_preamble(Lean, nodes.container):
    """What stands before the first turn. Children: body elements."""


class interview_epilogue(Lean, nodes.container):
    """What stands after the last turn. Children: body elements."""


class interview_topic(LeanText, nodes.rubric):
    """A heading inside the interview. Children: inline nodes.

    Attributes: ``ids``; ``depth``, as for the title; ``bookmark``; ``time``, in seconds, or absent;
    ``is_segment``, where more is said of it than its title; ``recording``, as of the exchange.
    """


class interview_segment(Lean, nodes.container):
    """What is said of the topic before it, unless the index of the recording says it.

    Children: paragraphs.
    """


class interview_segments(Lean, nodes.container):
    """The index of a recording: its topics. Put there before any writer.

    Children: a paragraph, its heading; a bullet list.
    """


class interview_overview(Lean, nodes.container):
    """The keywords of passages, and where in the transcript they stand. Put there before any writer.

    Children: a paragraph, its heading; a paragraph for each keyword, with links to its passages and
    an interview_bar.
    """


class interview_bar(Lean, nodes.inline):
    """Where in the transcript a keyword stands, as a picture. Children: none; the links say the same.

    Attributes: ``number`` of the keyword, from 0; ``marks``: of each passage where it starts and how
    long it is, in thousandths of the transcript, what it is called, and its address.
    """


class interview_exchange(Exchange, nodes.container):
    """A question with its answers; ``ids`` is its address.

    Children: interview_question*, then interview_answer and interview_note in any order; in an
    excerpt interview_translation?

    Attributes: ``title``, the short question, as plain text; ``number``, from 1, where numbers
    are shown; ``depth``, as for the title, absent in an excerpt; ``bookmark``; ``greets``, where
    nothing is asked; ``recording``, as a URL or a file below the folder of downloads, or absent;
    in an excerpt ``source_document``, the document that it is from, and ``language``.
    """


class interview_translation(Lean, nodes.container):
    """What an exchange, topic or note says in another language; stands behind it, or alone.

    Children: as of an exchange, without ids; or interview_topic, or interview_note.

    Attributes: ``language``, a code; ``translates``, the address of the exchange, empty where it
    stands alone. Of its turns ``translates`` is the address of the turn that each translates, and
    ``said_by`` whose words these are.
    """


class interview_question(Turn, nodes.container):
    """An interviewer's turn. Children: body elements.

    Attributes: ``speakers``, the names to show, none where no speaker is known; ``is_plain``,
    whether the transcript names nobody who asks; ``is_words``, whether it holds nothing but
    paragraphs of literal words; ``time``, in seconds, or absent.
    """


class interview_answer(Turn, nodes.container):
    """Anybody else's turn; ``ids`` is its address. Children: body elements.

    Attributes: ``speakers``, the names to show, none where no speaker is known; ``is_words`` and
    ``time``, as of a question.
    """


class interview_note(Lean, nodes.container):
    """An editor's note, or an event between turns. Children: body elements."""


class interview_speaker(LeanText, nodes.strong):
    """The speaker's name and a colon, at the start of a turn's first paragraph.

    Children: Text; or a reference, the name, and Text, the colon. Put there after translation,
    before any writer. In HTML the space behind is part of it, as of a number and a time.
    """


class interview_direction(LeanText, nodes.emphasis):
    """An event, not speech, in its brackets: ``[laughs]``. Children: Text."""


class interview_time(LeanText, nodes.inline):
    """When a turn or paragraph starts. Children: Text (``14:32``).

    Attributes: ``seconds``, from the start of the recording; ``recording``, as of the exchange.
    """


class interview_number(LeanText, nodes.inline):
    """The number of an exchange, before the speaker's name. Children: Text (``9.``)."""


class interview_ending(LeanText, nodes.paragraph):
    """The last paragraph of a turn, or the title of a card, in HTML. Children: inline nodes.

    Attributes: ``depth``, as for the title, where it makes it a heading; ``refid``, the
    address of the question or answer, and ``label``, what the link to it is called, or neither.
    """


class interview_name(LeanText, nodes.rubric):
    """The name of a speaker who is introduced, as a heading. Children: Text.

    Attribute ``depth``, as for the title.
    """


class interview_profile(Lean, nodes.container):
    """A speaker, introduced; ``ids`` is the anchor.

    Children: interview_name?, interview_person?, body elements, interview_list.

    Attributes: ``speaker``, the full name; ``details``, as in ``interview_speakers``.
    """


class interview_list(Lean, nodes.container):
    """Where a list of interviews stands.

    Children: none; before any writer interview_card, or it is replaced by what it asks for.

    Attributes: ``form``, ``sort``; ``wanted``, what interviews must have, by kind; ``facets`` and
    ``sorts``, the kinds and orders that readers may choose.
    """


class interview_browse(Lean, nodes.container):
    """Where interviews stand by what they have in common. Children: none; replaced before any writer.

    Attributes: ``kinds``; ``form``, how the interviews are listed.
    """


class interview_facets(Lean, nodes.container):
    """What readers may choose in the list behind it, in HTML. Children: interview_choices."""


class interview_choices(Lean, nodes.container):
    """Of one facet, or the orders. Children: interview_choice.

    Attributes: ``name``, the kind, or ``sort``; ``label``, what it is called.
    """


class interview_choice(LeanText, nodes.reference):
    """A link to a page that shows what is chosen. Children: Text.

    Attributes, beside where it leads: ``items``, the places in the list of those that it shows, in
    their order; ``is_current``, whether the page shows it.
    """


class interview_drawing(Lean, nodes.container):
    """A timeline or a map, in HTML. Children: interview_mark.

    Attributes: ``kind``; ``label``, what it shows; ``size``, the width and height that it is made
    for; ``ground``, what is drawn below the marks, as SVG.
    """


class interview_mark(LeanText, nodes.reference):
    """An interview in a drawing. Children: Text, what it is called.

    Attribute, beside where it leads, if it leads anywhere: ``shape``, as SVG.
    """


class interview_card(Lean, nodes.container):
    """An interview in a list of cards. Children: interview_portrait?, paragraphs."""


class interview_excerpt(Lean, nodes.container):
    """Exchanges that are shown again.

    Children: none; before any writer, interview_exchange without ``ids``, and paragraphs with
    links to their source.

    Attributes: ``targets``, the addresses; ``show``: ``question``, ``answer`` or ``both``.
    """


class interview_references(Lean, nodes.container):
    """Where the list of references stands. Children: none; filled before any writer.

    Attribute ``cited_in``: the document whose citations are listed; empty for all.
    """


class interview_index(nodes.container):
    """An index at the end of a PDF. Children: none.

    Attributes: ``title``; ``label``, what references lead to; ``groups``, as Sphinx's indices have
    them: letters, each with its entries.
    """


#: What interviews may have in common.
KINDS = ('tag', 'place', 'year', 'speaker', 'collection')
#: In which order they may be listed.
ORDERS = ('title', 'date', 'newest', 'place', 'number')
#: Below an HTML builder's output directory: files that pages link to.
FOLDER = '_interviews'
TURNS = (interview_question, interview_answer)
NODES = (
    interview,
    interview_head,
    interview_person,
    interview_portrait,
    interview_recording,
    interview_title,
    interview_preamble,
    interview_epilogue,
    interview_topic,
    interview_segment,
    interview_segments,
    interview_overview,
    interview_bar,
    interview_exchange,
    interview_translation,
    interview_question,
    interview_answer,
    interview_note,
    interview_speaker,
    interview_direction,
    interview_time,
    interview_number,
    interview_ending,
    interview_name,
    interview_profile,
    interview_list,
    interview_browse,
    interview_facets,
    interview_choices,
    interview_choice,
    interview_drawing,
    interview_mark,
    interview_card,
    interview_excerpt,
    interview_references,
    interview_index,
)


def address(node: Element) -> str:
    """Return the anchor of an interview, its title, a topic, exchange or answer.

    An interview named as its section has no id of its own: the section's serves both.
    """
    holder = node.parent if isinstance(node, interview_title) else node
    ids = holder.attributes['ids']
    anchor: str = ids[0] if ids else holder['name']
    return anchor


def label(turn: Element) -> str:
    """Return what readers see before the words of a turn; empty where no speaker is known."""
    speakers = turn.attributes['speakers']
    return f'{", ".join(speakers)}:' if speakers else ''
