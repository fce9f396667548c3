"""Measurements, as ratios within one run; no timed tests."""
