"""The data of a paper to a Word document: the words of the PDF, for people who want to edit them."""
