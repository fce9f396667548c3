"""The code, changed on purpose in one place, to whether a test notices."""
