"""Picture files, looked at from outside: what they are and what is in them beside the picture."""
