"""A proposal to change the content, to what those who review it have to know."""
