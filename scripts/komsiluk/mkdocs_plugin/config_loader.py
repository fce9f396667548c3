"""A site's `mkdocs.yml` to its settings, without building anything."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, MkDocsException

from komsiluk.languages import language
from komsiluk.languages.folders import FOLDER, look_in
from komsiluk.mkdocs_plugin.config import settings
from komsiluk.mkdocs_plugin.static_i18n import Languages
from komsiluk.settings import Settings


class NoSiteError(Exception):
    """A configuration file describes no site of ours; the text is a sentence for people."""


def load_settings(config_file: Path) -> Settings:
    """The settings of the site that a configuration file describes. Raises `NoSiteError`."""
    with _complaints() as complaints:
        try:
            config: MkDocsConfig = load_config(str(config_file))
        except ConfigurationError as error:
            raise NoSiteError(_unreadable(config_file, error)) from error
        except MkDocsException as error:
            said = "; ".join(complaints) or str(error)
            raise NoSiteError(f"{config_file} cannot be used: {said}") from error
    plugin = config.plugins.get("komsiluk")
    if plugin is None:
        raise NoSiteError(f'{config_file} does not name the plugin "komsiluk" below "plugins:".')
    look_in(config_file.resolve().parent / plugin.config.practices / FOLDER)
    languages = Languages(config)
    for tag in languages.tags:
        try:
            language(tag)
        except LookupError as error:
            raise NoSiteError(f"{config_file}: {error}") from error
    return settings(plugin.config, config, languages)


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """What MkDocs logs as errors meanwhile, collected instead of printed."""
    found: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(re.sub("^Config value '(.*?)': ", r'"\1": ', record.getMessage()))

    collector, logger = Collector(logging.ERROR), logging.getLogger("mkdocs")
    heard = logger.propagate
    logger.addHandler(collector)
    logger.propagate = False
    try:
        yield found
    finally:
        logger.removeHandler(collector)
        logger.propagate = heard


def _unreadable(config_file: Path, error: ConfigurationError) -> str:
    """MkDocs' word on a file that it cannot read, with the place of the fault where it knows it."""
    cause = error.__cause__ or error.__context__
    mark = cause.problem_mark if isinstance(cause, yaml.MarkedYAMLError) else None
    if mark is None:
        return (
            f'{config_file} holds no settings; write one a line, as in "site_name: Good practices".'
        )
    return (
        f"{config_file}:{mark.line + 1}:{mark.column + 1}: the file cannot be read from here on; "
        "compare this line and the one above it with the example in the documentation."
    )
