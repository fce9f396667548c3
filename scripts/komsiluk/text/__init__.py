"""Pure functions on text: scripts, paragraphs, Markdown, keys of words, dangers."""
