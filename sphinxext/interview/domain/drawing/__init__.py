"""Timelines and maps for HTML: where each mark stands, and where it leads.

Positions across are in percent, so that letters keep their size in a narrow window.
"""
