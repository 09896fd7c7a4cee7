"""A style of a project's own, for the tests."""

from __future__ import annotations


class Own:
    opening, separator, closing = '<<', '|', '>>'
    is_numbered = False

    def cite(self, entry, locator):
        return [entry.record.key]

    def reference(self, entry):
        return [entry.record.title]

    def sort_key(self, record):
        return (record.title,)


STYLE = Own()
