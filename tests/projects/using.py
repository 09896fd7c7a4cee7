"""Roles and directives that use interviews, rightly and wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from conversation import GRACE

from .model import Use

if TYPE_CHECKING:
    from random import Random


class Target(NamedTuple):
    """What can be referred to."""

    name: str
    #: Empty where only the interview can be named.
    slug: str = ''
    #: Words of the answer.
    words: str = ''

    @property
    def address(self) -> str:
        return f'{self.name}.{self.slug}' if self.slug else self.name


_PROFILE = f"""\
.. interview:speaker:: {GRACE}
   :pronouns: she
   :url: https://example.org/{{x}}

   Keeps *lamps*."""


class Using:
    """Makes what uses interviews; those that can be used are added to `targets`."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.targets: list[Target] = []

    def use(self, syntax: str) -> Use:
        """Return something that uses interviews, right or wrong."""
        if self.random.random() < 0.12:
            return self.mistake(syntax)
        if syntax == 'md':
            link = f'{{ref}}`{self.target().name}`'
            return Use(f'```{{interview:list}}\n```\n\n{link if self.targets else ""}')
        text = self.random.choice((self.role, self.directive))()
        again = {'interview.duplicate'} if ':speaker::' in text else set()  # a second profile
        return Use(text, frozenset(again))

    def target(self) -> Target:
        return self.random.choice(self.targets or [Target('index')])

    def role(self) -> str:
        target, other = self.target(), self.target()
        if not self.targets:
            return 'Nothing to refer to.'
        roles = [
            f':interview:ref:`{target.address}`',
            f':interview:ref:`x & “y <{target.address}>`',
            f':ref:`{target.address}`',
            f':any:`{target.name}`',
            f':interview:cite:`{{see}}{target.address}{{p. 2}}, {other.name}`',
            f':interview:cite:`{target.address}`',
        ]
        if target.slug:
            roles += [
                f':interview:question:`{target.address}`',
                f':interview:answer:`~{target.address}`',
                f':interview:answer:`{target.address}.grace-keeper`',
                f':interview:quote:`{target.words.split(" ")[0]} <{target.address}>`',
            ]
            roles.append(f':interview:speaker:`{GRACE}`')
        return self.random.choice(roles)

    def directive(self) -> str:
        target, other = self.target(), self.target()
        if not self.targets:
            return 'Nothing to show.'
        some = [
            f'.. interview:list::\n   :as: {self.random.choice(("list", "table", "cards"))}',
            '.. interview:list::\n   :sort: newest\n   :speaker: Grace Keeper',
            '.. interview:list::\n   :tag: boats',
            '.. interview:list::\n   :facets: tag, speaker\n   :sorts: title, newest',
            '.. interview:list::\n   :as: timeline',
            '.. interview:list::\n   :as: map',
            '.. interview:browse:: tag place year speaker',
            '.. interview:references::',
            '.. interview:references::\n   :cited-in: this-document',
            f'.. interview:excerpt:: {target.address}',
            f'.. interview:excerpt:: {target.address} {other.address}\n   :show: answer',
            _PROFILE,
            '.. interview:speaker:: Nobody Known',
            f'.. note::\n\n   See :interview:ref:`{target.name}`.\n\n   .. interview:list::',
            f'.. figure:: /dot.png\n\n   :interview:ref:`{target.name}` in a caption',
            '.. only:: html\n\n   .. interview:references::',
        ]
        if target.slug:
            words = ' '.join(target.words.split(' ')[:2])
            some.append(f'.. interview:quote:: {target.address}\n\n   {words}')
        return self.random.choice(some)

    def mistake(self, syntax: str) -> Use:
        """Return something wrong, with the warnings that it may give."""
        if syntax == 'md':
            return Use('{interview:ref}`nothing-here`', frozenset({'interview.reference'}))
        target = self.target()
        some = {
            ':interview:ref:`nothing.here`': 'interview.reference',
            ':interview:speaker:`Nobody at All`': 'interview.reference',
            ':interview:cite:`nothing`': 'interview.reference',
            ':interview:cite:`{{}`': 'docutils',
            f':interview:quote:`never said <{target.address}>`': 'interview.quote',
            ':interview:quote:`no address`': 'docutils',
            f'.. interview:quote:: {target.address}\n\n   Never said.': 'interview.quote',
            '.. interview:excerpt:: nothing.here': 'interview.reference',
            '.. interview::\n   :file: gone.txt': 'interview.unreadable',
            '.. interview::': 'interview.directive',
            '.. interview::\n   :name: ???\n\n   Ada: Why?\n\n   Bo: So.\n\n   Ada: Is it?\n\n   Bo: Yes.': 'interview.directive',
            '.. interview::\n   :numbered: maybe\n\n   Ada: Why?\n\n   Bo: So.\n\n   Ada: Is it?\n\n   Bo: Yes.': 'docutils',
            '.. interview:references::\n   :class: x': 'docutils',
            '.. interview::\n\n   No labels at all here.': 'interview.no_turn',
        }
        text = self.random.choice(sorted(some))
        more = {'interview.reference'} if target.name == 'index' else set()
        more |= {'interview.quote', 'interview.reference'} if ':quote:' in text else set()
        # One without a name is called as its page, and so is another
        more |= {'interview.duplicate'} if text.startswith('.. interview::') else set()
        more |= {'interview.directive', 'interview.role'} if some[text] == 'docutils' else set()
        return Use(text, frozenset({some[text], *more}))
