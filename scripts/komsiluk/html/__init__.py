"""Pages as values to the HTML of their bodies."""
