"""What a paper says, to a Word document: the same words, for an office that goes on writing them."""
