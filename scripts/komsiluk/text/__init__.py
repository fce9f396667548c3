"""Text of any kind: its scripts, its paragraphs, what of it may be changed."""
