"""Makes a random project of a seed."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from conversation import ADA, FORMATS, GRACE, NAMELESS, Said
from written import LAYOUTS

from sphinxext.interview.config.values import VALUES
from sphinxext.interview.transcript.exchanges.slugs import slugify

from .model import PEOPLE, PLACES, Interview, Page, Project, Use
from .using import Target, Using
from .values import EXTRAS, HEADS, LISTING, OPTIONS, RIGHT, SALT, SPHINX, TITLES, WORDS, WRONG


class Making:
    """Makes one project."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.seed = seed
        self.count = 0
        self.using = Using(self.random)

    def project(self) -> Project:
        project = Project(self.seed)
        number = self.random.choice((2, 3, 4, 7, 8))
        names = [
            'index',
            'first',
            'deep/second',
            'deep/second/third',
            'fourth',
            'fifth',
            'six',
            'seven',
        ]
        project.pages = [self.page(name) for name in names[:number]]
        project.is_nested = self.chance(0.3)
        names = self.random.sample(sorted(LISTING), self.random.choice((0, 0, 1, 2)))
        project.listing = [f':{one}: {self.random.choice(LISTING[one])}'.rstrip() for one in names]
        if self.chance(0.2):
            project.pages.append(self.spoken_page())
        for page in project.pages:
            if page.syntax != 'vtt':
                page.blocks += [
                    self.using.use(page.syntax) for _ in range(self.random.randint(0, 4))
                ]
        if self.chance(0.25):
            self.add_part(project)
        self.configure(project)
        self.translate(project)
        return project

    def chance(self, of: float) -> bool:
        return self.random.random() < of

    def word(self) -> str:
        """Return a word that the project has once."""
        self.count += 1
        word = self.random.choice(WORDS).translate(str.maketrans('\u00ef\u00e9', 'ie'))
        return f'{word}{self.count}x'

    def words(self, least: int = 2) -> str:
        some = self.random.choices(WORDS, k=self.random.randint(least, 5))
        return ' '.join([*some, self.word()])

    def page(self, docname: str) -> Page:
        syntax = 'md' if docname == 'fourth' and self.chance(0.5) else 'rst'
        page = Page(docname, f'Page {docname.rpartition("/")[2]} & co', syntax=syntax)
        page.orphan = docname != 'index' and self.chance(0.15)
        page.blocks = [self.interview(syntax) for _ in range(self.random.choice((0, 1, 1, 2)))]
        if self.chance(0.2) and syntax == 'rst':
            heading = f'Section {self.word()}'
            page.blocks.insert(0, Use(f'{heading}\n{"-" * len(heading)}'))
        return page

    def interview(self, syntax: str = 'rst') -> Interview:
        self.count += 1
        form = self.random.choice(('inline', 'inline', 'plain.txt', *FORMATS, *NAMELESS))
        if self.chance(0.12):
            form = self.random.choice(_LAYOUTS)
        if form.endswith('.md') and not self.chance(0.6):
            form = 'plain.txt'
        interview = Interview(f'talk-{self.count}', self.said(form), form)
        interview.title = self.random.choice(TITLES)
        interview.options = self.options(form)
        if form == 'plain.txt' and self.chance(0.2):
            interview.head = [self.random.choice(list(HEADS))]
            interview.allows |= {HEADS[interview.head[0]]}
        interview.footnotes = self.footnotes(form)
        if form in NAMELESS:
            interview.allows |= {'interview.speaker_missing', 'interview.speaker_unused'}
        if form == 'inline' and syntax == 'rst':
            interview.extras = [self.extra() for _ in range(self.random.choice((0, 0, 1, 3)))]
            if self.chance(0.05):  # of itself
                interview.extras.append(f'.. interview:excerpt:: {interview.name}')
                interview.allows |= {'interview.reference', 'interview.excerpt'}
        if syntax == 'rst' and self.chance(0.6):
            interview.place = self.random.choice(list(PLACES))
        if interview.place == 'cell':  # text can't show a table in a table
            interview.extras = [extra for extra in interview.extras if '==' not in extra]
        if interview.place == 'plain' or interview.place in {'item', 'note', 'container'}:
            self.remember(interview)
        return interview

    def footnotes(self, form: str) -> list[str]:
        count = self.random.choice((0, 1, 1, 2)) if form.endswith('.md') else 0
        return [f'Note {self.words()}' for _ in range(count)]

    def said(self, form: str) -> list[Said]:
        found: list[Said] = []
        time = 0
        slugs = form in {'inline', 'plain.txt', 'bold.md'}
        least = 3 if form in _LAYOUTS else 1
        for number in range(self.random.randint(least, 3)):
            mark = f' {{#q{number}}}' if slugs else ''
            found.append(Said(ADA, time, time + 3, f'How does the {self.words()}?{mark}'))
            for place in range(self.random.randint(1, 3)):
                salt = f' {self.random.choice(SALT)} so' if form == 'plain.txt' else ''
                salt = ' \ud800' if form == 'whisperx.json' and self.chance(0.03) else salt
                start = 'So the' if place else f'Well {self.word()} the'
                text = f'{start} {self.words()}{salt}.'
                found.append(Said(GRACE, time + 4 + place, time + 5 + place, text))
            time += 60
        if form == 'inline':  # one paragraph follows its label; the next ones have none
            found = [s for i, s in enumerate(found) if not i or s.speaker != found[i - 1].speaker]
        return found

    def remember(self, interview: Interview) -> None:
        """Note what can be referred to."""
        self.using.targets.append(Target(interview.name))
        if interview.form in NAMELESS or interview.form in _LAYOUTS:
            return
        said = interview.said
        for asked, answered in pairwise(said):
            if asked.speaker == ADA:
                words, _, mark = asked.words.partition(' {#')
                slug = mark.rstrip('}') or slugify(words)
                self.using.targets.append(Target(interview.name, slug, answered.words[:-1]))

    def options(self, form: str) -> list[tuple[str, str]]:
        options = PEOPLE.copy() if form != 'talk.cha' and form not in _LAYOUTS else []
        for name in self.random.sample(sorted(OPTIONS), self.random.choice((0, 0, 1, 3, 8))):
            options.append((name, self.random.choice(OPTIONS[name])))
        return options

    def extra(self) -> str:
        self.count += 1
        form = self.random.choice(EXTRAS)
        return form.format(
            word=self.word(), word2=self.word(), cell='cell5', label=f'label-{self.count}'
        )

    def spoken_page(self) -> Page:
        """Return a transcript that is a page."""
        self.count += 1
        interview = Interview('spoken', self.said('voices.vtt'), 'voices.vtt')
        return Page('spoken', 'spoken', [interview], syntax='vtt')

    def add_part(self, project: Project) -> None:
        """Let two pages include one fragment."""
        part = Page('parts/part', '', [self.using.use('rst')], syntax='txt')
        if self.chance(0.4):
            part.blocks.append(Interview(f'part-{self.seed}', self.said('inline'), options=PEOPLE))
            part.blocks[-1].allows = frozenset({'interview.duplicate'})
        project.parts.append(part)
        hosts = [page for page in project.pages if page.syntax == 'rst']
        for page in self.random.sample(hosts, min(2, len(hosts))):
            page.blocks.append(Use('.. include:: /parts/part.txt'))

    def translate(self, project: Project) -> None:
        """Translate some paragraphs, where the project has a language."""
        if 'language' not in dict(project.config) or self.chance(0.5):
            return
        for page, interview in project.interviews():
            if interview.form in {'inline', 'captions.srt'} and page.syntax == 'rst':
                some = [said.words.partition(' {#')[0] for said in interview.said]
                name = page.docname.partition('/')[0]
                project.translated += [(name, words) for words in some if self.chance(0.4)]

    def configure(self, project: Project) -> None:
        syntaxes = {page.syntax for page in project.pages}
        extensions = ['sphinxext.interview', 'sphinx.ext.ifconfig']
        more = ['sphinx.ext.autosectionlabel', 'sphinx.ext.todo', 'sphinxext.opengraph']
        extensions += [name for name in more if self.chance(0.15)]
        markdown = any(i.form.endswith('.md') for _, i in project.interviews())
        extensions += ['myst_parser'] * ('md' in syntaxes or markdown)
        self.random.shuffle(extensions)
        suffixes = {'.rst': 'restructuredtext', '.md': 'markdown', '.vtt': 'interview'}
        known = {end: suffixes[end] for end in suffixes if end[1:] in syntaxes}
        project.config = [
            ('extensions', repr(extensions)),
            ('source_suffix', repr(known)),
            ('exclude_patterns', "['talks', 'parts']"),
            ('epub_copyright', "'Us'"),
            ('version', "'1'"),
            ('html_theme', "'basic'"),
            ('html_copy_source', 'False'),
            ('show_warning_types', 'True'),
            ('html_last_updated_fmt', 'None'),
        ]
        project.config += self.sphinx_values(project)
        for value in VALUES:
            if not self.chance(0.25):
                continue
            if self.chance(0.12):
                project.config.append((value.name, self.random.choice(WRONG)))
                project.allows |= {'interview.config', 'config value'}
            elif value.name in RIGHT or value.choices:
                project.config.append((value.name, self.right_value(value)))

    def right_value(self, value: object) -> str:
        if value.name in RIGHT:
            return self.random.choice(RIGHT[value.name])
        if isinstance(value.default, list):
            some = self.random.sample(value.choices, self.random.randint(0, len(value.choices)))
            return repr(some)
        return repr(self.random.choice(value.choices))

    def sphinx_values(self, project: Project) -> list[tuple[str, str]]:
        docnames = [page.docname for page in project.pages]
        some = [self.random.choice(docnames) for _ in range(2)]
        documents = [(name, f'x{n}.tex', 'X', 'Us', 'howto') for n, name in enumerate(some)]
        free = SPHINX | {
            'latex_documents': (repr(documents),),
            'texinfo_documents': (repr([(some[0], 'x', 'X', 'Us', 'x', 'x', 'x')]),),
            'man_pages': (repr([(some[0], 'x', 'X', ['Us'], 1)]),),
        }
        names = self.random.sample(sorted(free), self.random.choice((0, 1, 3, 6)))
        return [(name, self.random.choice(free[name])) for name in names]


#: Layouts of literal texts.
_LAYOUTS = [f'{name}.txt' for name, layout in LAYOUTS.items() if layout.markup == 'literal']


def make(seed: int) -> Project:
    """Return the project of a *seed*."""
    return Making(seed).project()
