"""The site's pages to files for machines."""
