"""Files to values: documents with positions, and the records read from them."""
