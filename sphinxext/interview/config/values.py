"""Every ``interview_*`` value of ``conf.py``."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple, get_args

from ..transcript.model import Questions


class Value(NamedTuple):
    """One configuration value; its directive option has the same name without prefix."""

    name: str
    default: Any
    #: The allowed values; of a list, those of its items. Empty: all are.
    choices: tuple[Any, ...]
    help: str
    #: What a change asks for: to read all pages again, only to write the HTML ones, or nothing.
    rebuild: Literal['env', 'html', ''] = 'env'


#: What can be said of an interview before its words.
HEAD = (
    'byline', 'people', 'portraits', 'date', 'place', 'coordinates', 'duration', 'summary', 'collection',
    'number', 'archive', 'access', 'license', 'rights', 'source', 'tags', 'languages',
)  # fmt: skip
#: Defaults of an interview's own options.
APPEARANCE = (
    Value(
        'interview_questions',
        'auto',
        get_args(Questions),
        'How texts show who asks; with `auto`, the extension looks at each text.',
    ),
    Value('interview_class', [], (), 'Classes for every interview, in addition to `interview`.'),
    Value('interview_numbered', False, (True, False), 'Number the exchanges.'),
    Value('interview_timestamps', True, (True, False), 'Show the times that a transcript has.'),
    Value(
        'interview_contents',
        'questions',
        ('questions', 'topics', 'none'),
        'What the page contents and the PDF bookmarks list.',
    ),
    Value(
        'interview_preamble',
        'show',
        ('show', 'hide'),
        'Whether the text before the first turn is shown.',
    ),
    Value(
        'interview_collapsible',
        '',
        ('', 'open', 'closed'),
        'Whether HTML readers can fold an interview away, and how it starts.',
    ),
    Value(
        'interview_head',
        list(HEAD),
        HEAD,
        'The details to show before an interview’s words, if they are known; an empty list shows nothing.',
    ),
    Value(
        'interview_segments',
        True,
        (True, False),
        'Whether an index of the recording appears before the words, if topics have times or other details.',
    ),
    Value(
        'interview_overview',
        True,
        (True, False),
        'Whether an overview of the keywords appears before the words, if passages have any.',
    ),
    Value(
        'interview_how_to_cite',
        False,
        (True, False),
        'Whether a reference to the interview appears below it.',
    ),
)
#: What is kept from readers.
CONSENT = (
    Value(
        'interview_edition',
        'public',
        ('public', 'complete'),
        'Whether to leave out or show restricted passages, interviews under embargo, and names that have a pseudonym.',
    ),
)
CITING = (
    Value(
        'interview_speakers',
        {},
        (),
        'Details of speakers, by full name: `family`, `given`, `particle`, `suffix`, `group`, '
        '`description`, `affiliation`, `pronouns`, `url`, `orcid`, `portrait`; and `pseudonym`, for the public edition.',
    ),
    Value(
        'interview_citation_style',
        'apa',
        ('apa', 'chicago-author-date', 'chicago-notes', 'mla', 'ieee'),
        'The style of citations and references; or the path of a CSL style, which needs the extra `csl`.',
    ),
    Value(
        'interview_citation_locator',
        'question',
        ('question', 'time', 'paragraph', 'none'),
        'How a citation gives the place in the interview.',
    ),
    Value(
        'interview_bibliography',
        [],
        (),
        'CSL-JSON files with other sources to cite, such as the interviews of other projects.',
    ),
    Value(
        'interview_projects',
        {},
        (),
        'Other projects whose answers you quote: by name, the address of each, or (its address, the place of its `interviews.inv`), '
        'or `None` for a project of `intersphinx_mapping`.',
    ),
    Value(
        'interview_cited_in',
        True,
        (True, False),
        'Whether each answer lists below it where the project quotes or cites it.',
    ),
    Value(
        'interview_citation_formatter',
        '',
        (),
        'A style of your own, as `module:object` with the methods of `citing.styles.Style`.',
    ),
)
LISTING = (
    Value(
        'interview_genindex',
        [],
        ('interviews', 'speakers', 'questions'),
        'What the general index lists in addition.',
    ),
    Value(
        'interview_index_questions',
        'auto',
        ('auto', 'show', 'hide'),
        'Whether the index of interviews lists their questions; with `auto`, it does up to a thousand of them.',
        '',
    ),
)
#: What is written for machines.
MACHINES = (
    Value(
        'interview_exports',
        ['bibtex', 'biblatex', 'ris', 'csl-json'],
        ('bibtex', 'biblatex', 'ris', 'csl-json'),
        'The files for reference managers that HTML builders write and pages link to.',
        'html',
    ),
    Value(
        'interview_podcast',
        [],
        ('vtt', 'json', 'chapters'),
        'The files for podcasts that HTML builders write for each interview with a recording and times.',
        'html',
    ),
    Value(
        'interview_metadata',
        ['json-ld', 'dublin-core', 'opengraph'],
        ('json-ld', 'dublin-core', 'opengraph'),
        'The metadata that pages of interviews have in their heads.',
        'html',
    ),
    Value(
        'interview_script',
        ['player', 'tools', 'menu', 'keys'],
        ('player', 'tools', 'menu', 'keys'),
        'The parts of the script of HTML pages; with an empty list, pages have no script.',
        'html',
    ),
    Value(
        'interview_inventory',
        False,
        (True, False),
        'Publish the answers in `interviews.inv`, so that other projects can quote them and have the words checked.',
        'html',
    ),
    Value(
        'interview_cache_stems',
        False,
        (True, False),
        'Whether a build finds the stem of each word only once for the search index, and not for every page.',
        '',
    ),
    Value(
        'interview_freeze_memory',
        False,
        (True, False),
        'Whether Python looks for garbage only among what is new, while pages are written, and not among all that was read.',
        '',
    ),
)
PERMALINKS = (
    Value(
        'interview_permalinks',
        '',
        (),
        'The JSON file of published addresses, which keeps links to them working.',
    ),
)
VALUES = APPEARANCE + CONSENT + LISTING + CITING + MACHINES + PERMALINKS
