"""From a source and its options to an interview's node."""
