"""What a random project is made of, and the files that it becomes.

All that can be left out is an item of a list, so that a failing project can be made small by
leaving out items, see `shrinking`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from textwrap import indent
from typing import TYPE_CHECKING

from conversation import ADA, GRACE, formats, nameless
from written import LAYOUTS, written

from sphinxext.interview.transcript.exchanges.slugs import slugify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversation import Said

#: Words that stand once in a project, so that they can be counted in what is built.
TOKEN = re.compile(r'[a-z]+\d+x')
#: Where an interview may stand in a page: what comes before it, and how deep it is indented.
PLACES = {
    'plain': ('', 0),
    'item': ('- In a list:\n\n', 2),
    'numbered item': ('#. In a list:\n\n', 3),
    'definition': ('Term\n', 3),
    'field': (':Field:\n', 3),
    'block quote': ('Quoted:\n\n', 3),
    'note': ('.. note::\n\n', 3),
    'sidebar': ('.. sidebar:: Aside\n\n', 3),
    'container': ('.. container:: box\n\n', 3),
    'deep list': ('- One\n\n  - Two\n\n    .. note::\n\n', 7),
    'topic': ('.. epigraph::\n\n', 3),
    'version': ('.. versionadded:: 1.0\n\n', 3),
    'object': ('.. option:: --talk{}\n\n', 3),
    'cell': ('.. list-table::\n\n   * - Left\n     -\n', 7),
    'only html': ('.. only:: html\n\n', 3),
    'only latex': ('.. only:: latex\n\n', 3),
    'only never': ('.. only:: never\n\n', 3),
    'ifconfig': ('.. ifconfig:: True\n\n', 3),
    'ifconfig never': ('.. ifconfig:: False\n\n', 3),
    'section in ifconfig': (
        '.. ifconfig:: True\n\n   Part of {}\n   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n\n',
        3,
    ),
}
#: Whether a builder of a format hides what stands in a place; every format has a name.
HIDES = {
    'only html': lambda form: form != 'html',
    'only latex': lambda form: form != 'latex',
    'only never': bool,
    'ifconfig never': bool,
}


@dataclass
class Interview:
    """An interview: what was said, where it is written, and how it is shown."""

    name: str
    said: list[Said]
    #: A file name of `conversation.formats`, ``inline``, or a layout and ``.txt``.
    form: str = 'inline'
    title: str = ''
    options: list[tuple[str, str]] = field(default_factory=list)
    place: str = 'plain'
    #: Further body elements in the last answer of an inline interview.
    extras: list[str] = field(default_factory=list)
    #: The words of footnotes to the first answer, in a file of Markdown.
    footnotes: list[str] = field(default_factory=list)
    #: Lines at the head of the file.
    head: list[str] = field(default_factory=list)
    #: Warnings that it may give.
    allows: frozenset[str] = frozenset()

    @property
    def file(self) -> str:
        return f'talks/{self.name}{self.form[self.form.rindex(".") :]}'

    def hidden(self, form: str) -> bool:
        """Whether a builder of this format shows nothing of it."""
        return self.place in HIDES and HIDES[self.place](form)

    def tokens(self) -> Iterator[str]:
        """Yield the words that must be shown once."""
        for text in (*(said.words for said in self.said), *self.extras):
            yield from TOKEN.findall(text)

    def noted(self) -> Iterator[str]:
        """Yield the words of its footnotes, which a document may have elsewhere."""
        for text in self.footnotes:
            yield from TOKEN.findall(text)

    def labels_of_code(self) -> set[str]:
        """Return the labels of code, which Sphinx publishes even where an ``only`` hides them."""
        return set(re.findall(r'code-block::\n   :name: (\S+)', '\n'.join(self.extras)))

    def content(self) -> str | bytes:
        """Return the transcript."""
        if self.form == 'inline':
            said = '\n\n'.join(f'{s.speaker.split()[0]}: {s.words}' for s in self.said)
            return '\n\n'.join([said, *self.extras])
        if self.form[:-4] in LAYOUTS:
            content = written(self._exchanges(), LAYOUTS[self.form[:-4]])
            return '\n'.join([*self.head, content])
        content = (formats(self.said) | nameless(self.said))[self.form]
        answer = next(said.words for said in self.said if said.speaker != ADA)
        for number, words in enumerate(self.footnotes, 1):
            content = content.replace(answer, f'{answer}[^{number}]', 1)
            content += f'\n\n[^{number}]: {words} of {self.name}.\n'
        return '\n'.join([*self.head, content]) if self.head else content

    def _exchanges(self) -> list[tuple[str, list[str]]]:
        found: list[tuple[str, list[str]]] = []
        for said in self.said:
            if said.speaker == ADA or not found:
                found.append((said.words, []))
            else:
                found[-1][1].append(said.words)
        return found

    def markup(self, syntax: str) -> str:
        """Return the directive, in the markup of its page."""
        options = [('name', self.name)] * (self.form == 'inline') + self.options
        if self.form != 'inline':
            options.insert(0, ('file', f'/{self.file}'))
        fields = ''.join(f':{name}: {value}'.rstrip() + '\n' for name, value in options)
        content = f'\n{self.content()}\n' if self.form == 'inline' else ''
        if syntax == 'md':
            return f'~~~~{{interview}} {self.title}'.rstrip() + f'\n{fields}{content}~~~~\n'
        directive = f'.. interview:: {self.title}'.rstrip() + '\n' + indent(fields + content, '   ')
        before, depth = PLACES[self.place]
        return before.format(self.name) + indent(directive, ' ' * depth)


@dataclass
class Use:
    """Anything else in a page, in its markup."""

    text: str
    allows: frozenset[str] = frozenset()

    def markup(self, syntax: str) -> str:
        return self.text


@dataclass
class Page:
    """A document."""

    docname: str
    title: str
    blocks: list[Interview | Use] = field(default_factory=list)
    orphan: bool = False
    syntax: str = 'rst'

    @property
    def file(self) -> str:
        return f'{self.docname}.{self.syntax}'

    @property
    def interviews(self) -> list[Interview]:
        return [block for block in self.blocks if isinstance(block, Interview)]

    def markup(self, toctree: str) -> str:
        if self.syntax == 'vtt':  # a transcript that is a page
            return ''.join(str(interview.content()) for interview in self.interviews)
        if self.syntax == 'md':
            head = '---\norphan: true\n---\n\n' * self.orphan + f'# {self.title}'
        else:
            head = ':orphan:\n\n' * self.orphan + f'{self.title}\n{"=" * 2 * len(self.title)}'
        parts = [head, toctree, *(block.markup(self.syntax) for block in self.blocks)]
        return '\n\n'.join(filter(None, parts)) + '\n'


@dataclass
class Project:
    """A whole project."""

    seed: int
    #: Names of values of ``conf.py``, with Python's text of the value.
    config: list[tuple[str, str]] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    #: Options of the table of contents.
    listing: list[str] = field(default_factory=list)
    #: Whether pages list those in folders of their name, and not the first page all.
    is_nested: bool = False
    #: Fragments that pages include.
    parts: list[Page] = field(default_factory=list)
    #: Paragraphs that are translated: the name of the catalogue, and the words.
    translated: list[tuple[str, str]] = field(default_factory=list)
    #: Warnings that may come, beside those that interviews and uses allow.
    allows: frozenset[str] = frozenset()

    def interviews(self) -> list[tuple[Page, Interview]]:
        return [(page, interview) for page in self.pages for interview in page.interviews]

    def shared(self) -> set[str]:
        """Return the names and anchors that several documents may have, of which a build warns."""
        names = {interview.name for part in self.parts for interview in part.interviews}
        # Fragments stand in two documents
        pages = (*self.pages, *self.parts, *self.parts)
        text = '\n'.join(page.markup('') for page in pages)
        profiles = Counter(re.findall(r':speaker:: (.+)', text))
        names |= {f'speaker.{slugify(name)}' for name, count in profiles.items() if count > 1}
        # Where no name is left, an interview is called so
        return names | {'interview'} if text.count(_NAMELESS) > 1 else names

    def allowed(self) -> frozenset[str]:
        """Return the warnings that may come, as ``type.subtype`` or words of the message."""
        blocks = [block for page in (*self.pages, *self.parts) for block in page.blocks]
        # An excerpt may come to stand in what it shows, and some of the dates are none
        always = {'an excerpt can’t show what it stands in', 'is no date, or may be several'}
        return self.allows.union(always, *(block.allows for block in blocks))

    def files(self) -> dict[str, str | bytes]:
        """Return the content of every file."""
        config = ''.join(f'{name} = {value}\n' for name, value in self.config)
        files: dict[str, str | bytes] = {'conf.py': config, 'tone.ogg': b'OggS', 'dot.png': DOT}
        for page in self.pages:
            files[page.file] = page.markup(self.toctree(page))
        for part in self.parts:
            files[part.file] = '\n\n'.join(block.markup('rst') for block in part.blocks) + '\n'
        language = dict(self.config).get('language', '').strip("'")
        for name, words in self.translated:
            path = f'locales/{language}/LC_MESSAGES/{name}.po'
            head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
            entry = f'\nmsgid "{words}"\nmsgstr "Übersetzt: {words}"\n'
            files[path] = files.get(path, head) + entry
        for page in (*self.pages, *self.parts):
            for interview in page.interviews:
                if interview.form != 'inline' and page.syntax != 'vtt':
                    files[interview.file] = interview.content()
        return files

    def toctree(self, page: Page) -> str:
        """Return the table of contents that stands on a page, where one does."""
        listed = [one for one in self.pages if not one.orphan and one.docname != 'index']
        above = [one.docname for one in listed if self.is_nested and one.syntax == 'rst']
        below = {
            one.docname: name
            for name in above
            for one in listed
            if one.docname.startswith(f'{name}/')
        }
        entries = [one.docname for one in listed if below.get(one.docname, 'index') == page.docname]
        if not entries or page.syntax != 'rst':
            return ''
        options = [
            option
            for option in self.listing
            if page.docname == 'index' or 'numbered' not in option  # which goes for those below
        ]
        return '\n   '.join(['.. toctree::', *options, '', *(f'/{name}' for name in entries)])

    def __str__(self) -> str:
        """Return the project as somebody reads it who looks for the fault."""
        shown = [f'# seed {self.seed}']
        for name, content in self.files().items():
            if isinstance(content, str):
                text = content.strip().encode('utf-8', 'backslashreplace').decode()
                shown.append(f'--- {name}\n{text}')
        return '\n'.join(shown)


#: A name without any letter.
_NAMELESS = ':name: ???'
#: One grey pixel.
DOT = bytes.fromhex(
    '89504e470d0a1a0a0000000d4948445200000001000000010800000000'
    '3a7e9b550000000a49444154789c63680000008200814cd7a7530000000049454e44ae426082'
)
PEOPLE = [('interviewer', ADA), ('interviewee', GRACE)]
