"""Formats of timed units: captions, and text in which each paragraph has a time."""
