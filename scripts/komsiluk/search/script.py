"""A value to a script that gives it to the page: a page on `file://` may load scripts, but nothing else."""

from __future__ import annotations

import json

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
FOLDER = "search/"
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def data_script(name: str, value: object) -> tuple[str, bytes]:
    """The path of the script, from the site's root, and its text; `site.js` takes the value.

    >>> data_script("mk/a", [1, "ѓ"])
    ('search/mk/a.js', b'komsiluk.take("mk/a",[1,"\\xd1\\x93"])')
    """
    return handing(name, written(value))


def handing(name: str, text: str) -> tuple[str, bytes]:
    """The same for the text that `written` made of a value."""
    return path_of(name), f'komsiluk.take("{name}",{text})'.encode()


def path_of(name: str) -> str:
    """The path of the script of that name, from the site's root."""
    return f"{FOLDER}{name}.js"


def written(value: object) -> str:
    """A value as JavaScript reads it."""
    text = _ENCODER.encode(value)
    # U+2028 and U+2029 once ended a line of JavaScript.
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def number(value: int) -> str:
    """A whole number from 0, five bits a digit, the lowest first; 32 is added while more follow.

    >>> number(3), number(31), number(32)
    ('D', 'f', 'gB')
    """
    digits = ""
    while value > 31:
        digits += DIGITS[value & 31 | 32]
        value >>= 5
    return digits + DIGITS[value]
