"""Picture files to their kind, size and other contents, without unpacking their pixels."""
