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

from komsiluk.diagnostics import Message
from komsiluk.languages import language
from komsiluk.languages.folders import FOLDER, look_in
from komsiluk.messages import RefusalError, message
from komsiluk.mkdocs_plugin.config import settings
from komsiluk.mkdocs_plugin.static_i18n import Languages
from komsiluk.settings import Settings


class NoSiteError(RefusalError):
    """A configuration file describes no site of ours."""


def load_settings(config_file: Path) -> Settings:
    """The settings of the site that a configuration file describes. Raises `NoSiteError`."""
    with _complaints() as complaints:
        try:
            config: MkDocsConfig = load_config(str(config_file))
        except ConfigurationError as error:
            raise NoSiteError(_unreadable(config_file, error)) from error
        except MkDocsException as error:
            text = "; ".join(complaints) or str(error)
            raise NoSiteError(_message("message", config_file, text=text)) from error
    plugin = config.plugins.get("komsiluk")
    if plugin is None:
        raise NoSiteError(_message("no-plugin", config_file))
    look_in(config_file.resolve().parent / plugin.config.practices / FOLDER)
    languages = Languages(config)
    for tag in languages.tags:
        try:
            language(tag)
        except LookupError as error:
            unknown = message("refused.unknown-language", tag=tag)
            raise NoSiteError(_message("language", config_file, text=unknown)) from error
    return settings(plugin.config, config, languages)


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """What MkDocs logs as errors meanwhile, collected instead of printed."""
    complaints: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            complaints.append(re.sub("^Config value '(.*?)': ", r'"\1": ', record.getMessage()))

    collector, logger = Collector(logging.ERROR), logging.getLogger("mkdocs")
    heard = logger.propagate
    logger.addHandler(collector)
    logger.propagate = False
    try:
        yield complaints
    finally:
        logger.removeHandler(collector)
        logger.propagate = heard


def _message(name: str, config_file: Path, **params: object) -> Message:
    return message(f"refused.configuration.{name}", file=config_file, **params)


def _unreadable(config_file: Path, error: ConfigurationError) -> Message:
    """MkDocs' word on a file that it cannot read, with the place of the fault where it knows it."""
    cause = error.__cause__ or error.__context__
    mark = cause.problem_mark if isinstance(cause, yaml.MarkedYAMLError) else None
    if mark is None:
        return _message("no-settings", config_file)
    return _message("unreadable", config_file, line=mark.line + 1, column=mark.column + 1)
