"""What people send (a zip, a text file, a Word document), to the files of a practice."""
