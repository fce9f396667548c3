"""Values of a page to marks that stand for them while the theme is rendered once for many pages."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NoReturn

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape

ID = "qzkomsilukidzq"
"""Stands for the part of an address that is a page's own: letters that no encoding changes."""
NUMBER = "9173640258"
"""The same for the number of a part of a list."""


class UnpourableError(Exception):
    """The theme does with a value what we cannot do for it afterwards; the text says what."""


class Placeholder(str):
    """Stands for a text. It may be printed, and asked whether it is there; nothing else."""

    __slots__ = ("name",)
    name: str

    def __new__(cls, name: str) -> Placeholder:
        """The mark for the value of that name, such as `title`."""
        mark = super().__new__(cls, f'\ue000{name}\ue001 <i x="\'">&amp;</i>  y\ue002')
        mark.name = name
        return mark

    def __bool__(self) -> bool:
        return True

    def __str__(self) -> str:
        return self

    def __format__(self, form: str) -> str:
        if form:
            raise UnpourableError(f"the theme looks into the {self.name} of a page (__format__)")
        return self


def _refuse(method: str) -> Callable[..., NoReturn]:
    def refuse(self: Placeholder, *arguments: object, **named: object) -> NoReturn:
        raise UnpourableError(f"the theme looks into the {self.name} of a page ({method})")

    return refuse


_ALLOWED = frozenset(
    [
        "__new__",
        "__init__",
        "__class__",
        "__str__",
        "__repr__",
        "__getattribute__",
        "__add__",
        "__format__",
        "__doc__",
        "__init_subclass__",
        "__subclasshook__",
        "__sizeof__",
        "__reduce__",
        "__reduce_ex__",
        "__dir__",
        "__setattr__",
        "__delattr__",
        "__getnewargs__",
        "__getstate__",
    ]
)
for _method in dir(str):
    if _method not in _ALLOWED:
        setattr(Placeholder, _method, _refuse(_method))


class PlaceholderAddress(str):
    """An address with marks in it: a theme may print it, but not ask whether it is a certain one."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, str) or str.__eq__(self, other):
            return isinstance(other, str)
        pattern = re.escape(str.__str__(self)).replace(ID, "[^/]+").replace(NUMBER, "[0-9]+")
        if re.fullmatch(pattern, other):
            raise UnpourableError("the theme asks whether a page has a certain address")
        return False

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __bool__(self) -> bool:
        return True

    def __len__(self) -> int:
        raise UnpourableError("the theme asks how long the address of a page is")

    __hash__ = str.__hash__


Encoding = Callable[[str], str]

ENCODINGS: Mapping[str, Encoding] = {
    "as it is": str,
    "escaped": lambda text: str(escape(text)),
    "without tags": lambda text: Markup(text).striptags(),
    "without tags, escaped": lambda text: str(escape(Markup(text).striptags())),
    "as JSON": lambda text: str(htmlsafe_json_dumps(text)),
}
"""What themes do with a text before they print it."""

_TRACE = re.compile(f"\ue000|\ue001|\ue002|\\\\ue00[0-2]|(?i:{ID[:6]})")


class Shell:
    """A rendered shell, cut at its marks."""

    def __init__(self, shell: str, marks: Sequence[Placeholder]) -> None:
        """Raises `UnpourableError` when the theme has changed a mark in a way that is not in `ENCODINGS`."""
        forms = {
            encode(str.__str__(mark)): (mark.name, encode)
            for encode in reversed(list(ENCODINGS.values()))
            for mark in marks
        }
        known = sorted([*map(re.escape, forms)], key=len, reverse=True)
        pieces = re.split(f"({'|'.join([*known, ID, NUMBER])})", shell)
        self._texts = pieces[::2]
        for text in self._texts:
            if _TRACE.search(text):
                raise UnpourableError("the theme prints a text of a page in a form of its own")
        self._values: list[tuple[str, Encoding]] = [
            forms.get(piece) or (piece, str) for piece in pieces[1::2]
        ]

    @functools.cached_property
    def digest(self) -> bytes:
        """16 bytes; another for each shell."""
        forms = {encode: form for form, encode in ENCODINGS.items()}
        text = repr((self._texts, [(name, forms[encode]) for name, encode in self._values]))
        return hashlib.blake2b(text.encode(), digest_size=16).digest()

    def pour(self, values: Mapping[str, str]) -> str:
        """The shell with the values, by the names of their marks, in place of the marks."""
        parts = [self._texts[0]]
        for (name, encode), text in zip(self._values, self._texts[1:], strict=True):
            value = values[name]
            parts.append(value if encode is str else encode(value))
            parts.append(text)
        return "".join(parts)


def plain(mark: str) -> str:
    """The mark as it would be printed."""
    return str.__str__(mark)
