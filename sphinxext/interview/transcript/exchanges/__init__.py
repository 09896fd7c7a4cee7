"""Questions with their answers, and their addresses."""
