"""A site's `mkdocs.yml` to its settings, without building anything."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from komsiluk.mkdocs_plugin.config import settings
from komsiluk.mkdocs_plugin.languages import Languages
from komsiluk.settings import Settings


def load_settings(config_file: Path) -> Settings:
    """The settings of the site that a configuration file describes.

    Raises `LookupError` with a sentence for people when the file describes no site of ours.
    """
    try:
        config: MkDocsConfig = load_config(str(config_file))
    except ConfigurationError as error:
        raise LookupError(f"{config_file} cannot be used: {error}") from error
    plugin = config.plugins.get("komsiluk")
    if plugin is None:
        raise LookupError(f"{config_file} does not name the plugin `komsiluk` below `plugins:`.")
    return settings(plugin.config, config, Languages(config))
