"""Changes a random project as an author would."""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import TYPE_CHECKING

from conversation import ADA, GRACE

from .making import Making
from .model import Interview, Page, Use

if TYPE_CHECKING:
    from .model import Project


def edited(project: Project, seed: int) -> tuple[Project, str, bool]:
    """Return a changed copy, what was changed, and whether titles or pages were.

    Sphinx itself doesn't write a page again whose neighbour in the navigation has another title.
    """
    changed = deepcopy(project)
    editing = Editing(changed, seed)
    names = editing.random.sample(EDITS, len(EDITS))
    if editing.random.random() < 0.4:  # what other pages may show
        names = [editing.random.choice(('question', 'answer', 'title', 'page_title')), *names]
    for name in names:
        if getattr(editing, name)():
            return changed, name.replace('_', ' '), name in _NAVIGATION
    return changed, 'nothing', False


class Editing:
    """Changes a project in place; each method says whether it found what it changes."""

    def __init__(self, project: Project, seed: int) -> None:
        self.project = project
        self.random = Random(seed)
        self.making = Making(seed)
        self.making.count = 1000 + seed % 1000  # new words
        self.interviews = [one for _, one in project.interviews() if one.said]

    def interview(self) -> Interview | None:
        return self.random.choice(self.interviews) if self.interviews else None

    def _said(self, speaker: str, before: str, after: str) -> bool:
        """Replace words in something that *speaker* says."""
        interview = self.interview()
        some = (
            [n for n, s in enumerate(interview.said) if s.speaker == speaker] if interview else []
        )
        if interview is None or not some:
            return False
        number = self.random.choice(some)
        said = interview.said[number]
        interview.said[number] = said._replace(words=said.words.replace(before, after))
        # Quotations of it, and references to its old address, are wrong now
        self.project.allows |= {'interview.quote', 'interview.reference'}
        return said != interview.said[number]

    def question(self) -> bool:
        return self._said(ADA, 'How does', f'Why does {self.making.word()} and')

    def answer(self) -> bool:
        return self._said(GRACE, 'the', f'any {self.making.word()}')

    def time(self) -> bool:
        interview = self.interview()
        if interview is None:
            return False
        interview.said[-1] = interview.said[-1]._replace(end=interview.said[-1].end + 2)
        return interview.form != 'inline'

    def one_turn_more(self) -> bool:
        interview = self.interview()
        if interview is None:
            return False
        last = interview.said[-1]
        interview.said += [s._replace(start=last.end, end=last.end + 5) for s in self._talk()]
        return True

    def _talk(self) -> list:
        return self.making.said('captions.srt')[:2]

    def title(self) -> bool:
        interview = self.interview()
        if interview is None or interview.form == 'voices.vtt':
            return False
        interview.title = f'Called {self.making.word()}'
        return True

    def option(self) -> bool:
        interview = self.interview()
        if interview is None:
            return False
        interview.options = self.making.options(interview.form)
        return True

    def name(self) -> bool:
        interview = self.interview()
        if interview is None or interview.form != 'inline':
            return False
        interview.name = f'new-{interview.name}'
        self.project.allows |= {'interview.reference', 'interview.quote', 'ref.ref', 'ref.any'}
        return True

    def place(self) -> bool:
        some = [i for page, i in self.project.interviews() if page.syntax == 'rst']
        if not some:
            return False
        self.random.choice(some).place = self.random.choice(('plain', 'item', 'note'))
        return True

    def moved(self) -> bool:
        """An interview goes to another page."""
        pages = [page for page in self.project.pages if page.syntax == 'rst']
        some = [page for page in pages if page.interviews]
        if not some or len(pages) < 2:
            return False
        page = self.random.choice(some)
        interview = page.interviews[0]
        page.blocks.remove(interview)
        self.random.choice([p for p in pages if p is not page]).blocks.append(interview)
        return True

    def use(self) -> bool:
        """A page uses something else."""
        for _, interview in self.project.interviews():
            if interview.place == 'plain':
                self.making.remember(interview)
        page = self.random.choice([p for p in self.project.pages if p.syntax == 'rst'])
        page.blocks.append(self.making.using.use('rst'))
        return True

    def no_use(self) -> bool:
        pages = [p for p in self.project.pages if any(isinstance(b, Use) for b in p.blocks)]
        if not pages:
            return False
        page = self.random.choice(pages)
        page.blocks.remove(self.random.choice([b for b in page.blocks if isinstance(b, Use)]))
        return True

    def new_page(self) -> bool:
        page = Page('deep/new', f'New {self.making.word()}', [self.making.interview()])
        self.project.pages.append(page)
        return True

    def no_page(self) -> bool:
        others = [page for page in self.project.pages if page.docname != 'index']
        self.project.pages.remove(self.random.choice(others))
        self.project.allows |= {'interview.reference', 'interview.quote', 'ref.ref', 'ref.any'}
        return True

    def page_title(self) -> bool:
        self.random.choice(self.project.pages).title = f'Called {self.making.word()}'
        return True

    def included(self) -> bool:
        if not self.project.parts:
            return False
        self.project.parts[0].blocks[0] = Use(f'Another {self.making.word()}.')
        return True

    def configuration(self) -> bool:
        value = self.random.choice(('True', 'False'))
        name = self.random.choice(('interview_numbered', 'interview_cited_in'))
        config = [(key, text) for key, text in self.project.config if key != name]
        self.project.config[:] = [*config, (name, value)]
        return True


EDITS = [name for name, value in vars(Editing).items() if callable(value) and name[0] != '_']
EDITS.remove('interview')
_NAVIGATION = {'new_page', 'no_page', 'page_title'}
