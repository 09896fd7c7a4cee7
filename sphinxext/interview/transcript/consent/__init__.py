"""What speakers haven't consented to have published: marks in transcripts, embargoes, pseudonyms."""
