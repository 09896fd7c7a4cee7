"""CSL-JSON 1.0.2, see ``csl-data.json`` of https://github.com/citation-style-language/schema."""
