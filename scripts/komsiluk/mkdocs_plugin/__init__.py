"""MkDocs' events to our steps; the only folder that knows MkDocs, and its i18n plugin."""
