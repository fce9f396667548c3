"""A practice to the papers by which people teach it, decide on it and repeat it."""
