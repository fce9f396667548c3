"""Pages to the index that a browser searches, without a server: data scripts, a little at a time."""
