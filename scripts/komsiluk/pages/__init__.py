"""A collection to the pages of a site, as values: address, language, alternates and items."""
