"""Who reads what a builder makes: which ``only`` and ``ifconfig`` apply to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ours import ours

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ..doctree.conditions import Condition


class Readers:
    """The readers of one build; decides as Sphinx does, before Sphinx does."""

    def __init__(self, app: Sphinx) -> None:
        self._tags = app.tags
        self._names = {value.name: value.value for value in app.config}
        self._names.update(app.config.__dict__)
        self._names['builder'] = app.builder.name
        self._known: dict[Condition, bool] = {}

    def see(self, conditions: Iterable[Condition]) -> bool:
        """Whether what stands below all *conditions* is shown."""
        return all(map(self._holds, conditions))

    def _holds(self, condition: Condition) -> bool:
        if condition not in self._known:
            decide = self._only if condition.kind == 'only' else self._ifconfig
            self._known[condition] = decide(condition.expression)
        return self._known[condition]

    def _only(self, expression: str) -> bool:
        try:
            return self._tags.eval_condition(expression)
        except Exception:  # noqa: BLE001
            return True  # Sphinx reports the expression and shows the content

    def _ifconfig(self, expression: str) -> bool:
        try:
            # What the directive itself does with the author's expression
            return bool(eval(expression, self._names))  # noqa: S307
        except Exception:  # noqa: BLE001
            return False  # Sphinx shows the error instead of the content


def note_readers(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Tell the domain for whom this build is."""
    domain = ours(env)
    domain.readers = Readers(app)
    domain.forget_indices()


def tag_readers(app: Sphinx, env: BuildEnvironment) -> None:
    """Give the build the tags that show contents entries of what an ``ifconfig`` shows."""
    domain = ours(env)
    readers = Readers(app)
    for interviews in domain.interviews.values():
        for interview in interviews:
            for condition in interview.conditions:
                if condition.kind == 'ifconfig' and readers.see([condition]):
                    app.tags.add(condition.tag)


def setup(app: Sphinx) -> None:
    # Before anybody asks what is shown
    app.connect('env-before-read-docs', note_readers, priority=400)
    app.connect('env-updated', tag_readers, priority=400)
