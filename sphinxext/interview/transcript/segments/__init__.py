"""Topics with times and more, and keywords of passages: what parts a recording."""
