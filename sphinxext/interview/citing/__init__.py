"""Interviews as sources: records, reference styles, exports. Pure Python."""
