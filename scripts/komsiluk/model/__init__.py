"""The things of the site as frozen values: practices, records, vocabularies, translations."""
