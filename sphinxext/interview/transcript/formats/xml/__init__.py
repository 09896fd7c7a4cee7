"""Formats that are XML: TEI and TTML."""
