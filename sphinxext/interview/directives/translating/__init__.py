"""An interview and its translation, side by side."""
