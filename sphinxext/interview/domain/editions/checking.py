"""Whether translations are of something, and into another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...messages import __, warn
from ..referring.unknown import hint
from .grouping import Editions

if TYPE_CHECKING:
    from .. import InterviewDomain


def check(domain: InterviewDomain) -> None:
    """Warn of translations of nothing, and of those into the language that they are from."""
    interviews = {one.name: one for one in reversed(domain.shown_interviews())}
    editions = Editions(interviews, domain.env.config.language or 'en')
    for one in domain.shown_interviews():
        name = dict(one.metadata).get('translation-of', '')
        if not name:
            continue
        if name not in interviews or name == one.name:
            text = __('unknown interview:%s: %r%s')
            what = 'translation-of', name, hint(domain, 'ref', name)
            warn('reference', text, *what, location=one.place)
        elif editions.language_of(one) == editions.language_of(interviews[name]):
            text = __(
                '%r is in the language of what it translates, %s; say another with :language:'
            )
            language = editions.language_of(one)
            warn('translation', text, one.name, language, location=one.place)
