"""A practice's id and theme, turned into cross-stitch pictures: covers, icons, cards and strips."""
