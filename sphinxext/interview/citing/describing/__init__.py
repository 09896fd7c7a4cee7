"""What archives say of a conversation, read from what people write: rights, coordinates, durations."""
