"""The plain part of YAML, in which nearly every file is written, to values: in a fraction of the time.

Two lines of a file in three are text. One expression takes in a whole entry, with all lines of a
text beneath its name, so that Python does something a hundred times a file and not once for each
event or line. Whatever is not surely plain is left to the long way (`document`), which also knows
where everything stands; a test holds the two against each other on files that were damaged at random.
"""

from __future__ import annotations

import re
from typing import Any

from komsiluk.source.events import MAX_DEPTH, Value

_ENTRY = re.compile(
    r"""
    (?:[ ]*(?:\#[^\n]*)?\n)*+                     # empty lines and remarks
    ([ ]*)(-[ ])?                                # indentation, and the mark of an item
    (?:([a-z_][A-Za-z0-9_-]{0,99}):(?=[ \n]))?    # a name of ours: no letter that YAML could mind,
                                                 # and far from the 1024 that it allows
    [ ]?
    (?:
      ([|>]-?)\n                                 # a text on the lines beneath
      ((?:\1[ ]+[^ \n][^\n]*\n|\n)*)
    | ([^\n]+)\n                                 # a value on the same line
    | \n                                         # or fields, or items, beneath
    | \Z
    )
    """,
    re.VERBOSE,
)
_GLUED = re.compile(r"[^\W\d][\w-]*:[^ /]")
_ITEM = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_PAIR = re.compile(
    r"""([a-z_][A-Za-z0-9_-]{0,99}):[ ](?:"([^"\\]*)"|([^\W_](?:[^]\[{},:#\t"]|(?<! )\#)*(?<!\ )))(?:,[ ]|$)"""
)
"""A name and its text between braces."""
_ENDS = re.compile("\n+")
_NOTHING = frozenset({"", "~", "null"})
_DEPTH = MAX_DEPTH - 1
"""The most levels of fields and lists: brackets within a line may open one more."""
_UNREADABLE: Any = object()


def read_plain(text: str) -> Value | None:
    """The fields of a text, as `events.follow` gives them; None when it is not wholly plain.

    The text must hold printable characters only, and end lines with `\n`. A text for which this
    gives fields has nothing in it that any check of `document.read` objects to.
    """
    if not _has_whole_lines(text):
        return None
    root: dict[str, Any] = {}
    stack: list[tuple[int, Any]] = []
    level = 0
    holder: Any = root
    waiting: dict[str, Any] | None = None
    """What holds the last name, while nothing has followed it yet."""
    name = ""
    for spaces, dash, key, style, block, plain in _ENTRY.findall(text):
        if not key and not dash:
            if style or plain or spaces:
                return None
            continue
        indent = len(spaces)
        if waiting is not None:
            if indent > level or (dash and indent == level and type(holder) is dict):
                stack.append((level, holder))
                if len(stack) >= _DEPTH:
                    return None
                level, holder = indent, [] if dash else {}
                waiting[name] = holder
            waiting = None
        if indent != level or (type(holder) is list) is not (dash != ""):
            while stack and (level > indent or (not dash and type(holder) is list)):
                level, holder = stack.pop()
            if indent != level or (type(holder) is list) is not (dash != ""):
                return None
        if plain:
            value = _value(plain)
        elif style:
            value = _block(block, style, indent + len(dash))
        else:
            value = None
        if value is _UNREADABLE:
            return None
        if not key:
            if not plain:
                return None
            holder.append(value)
            continue
        if dash:
            stack.append((level, holder))
            if len(stack) >= _DEPTH:
                return None
            item: dict[str, Any] = {}
            holder.append(item)
            level, holder = indent + 2, item
        elif key in holder:
            return None
        holder[key] = value
        if not plain and not style:
            waiting, name = holder, key
    return root or None


def read_texts(text: str) -> dict[str, str | None] | None:
    """The texts of a file that holds fields and texts only, by dotted name: `steps.rooms.what`.

    None for any other file, and for one in which nothing stands beneath a name.
    """
    if not _has_whole_lines(text):
        return None
    values: dict[str, str | None] = {}
    inside, levels = "", [(0, "")]
    level, opened = 0, False
    for spaces, dash, key, style, block, plain in _ENTRY.findall(text):
        if not key or dash:
            if dash or style or plain or spaces:
                return None
            continue
        indent = len(spaces)
        if opened:
            if indent <= level:
                return None
            levels.append((indent, inside))
            level, opened = indent, False
        elif indent != level:
            while levels[-1][0] > indent:
                levels.pop()
            level, inside = levels[-1]
            if indent != level:
                return None
        name = inside + key
        if name in values or f"{name}." in values:
            return None
        if plain:
            value = _value(plain)
            if value.__class__ is dict:
                values[f"{name}."] = None
                values.update({f"{name}.{inner}": text for inner, text in value.items()})
            elif value.__class__ is str or value is None:
                values[name] = value
            else:
                return None
        elif style:
            value = _block(block, style, indent)
            if value is _UNREADABLE:
                return None
            values[name] = value
        else:
            inside, opened = f"{name}.", True
            values[inside] = None
            if len(levels) >= _DEPTH:
                return None
    if opened:
        return None
    return {name: value for name, value in values.items() if name[-1] != "."} or None


def _has_whole_lines(text: str) -> bool:
    """Whether every line has its end, and none has spaces before it."""
    return text.endswith("\n") and " \n" not in text


def _value(plain: str) -> Any:
    """What stands behind a name on its line."""
    first = plain[0]
    if first.isalnum():
        if (
            ": " in plain
            or " #" in plain
            or "\t" in plain
            or plain[-1] in ": "
            or (":" in plain and _GLUED.match(plain))
        ):
            return _UNREADABLE
        return None if plain in _NOTHING else plain
    if first == '"':
        inside = plain[1:-1]
        sound = len(plain) > 1 and plain[-1] == '"' and '"' not in inside and "\\" not in inside
        return inside if sound else _UNREADABLE
    if first == "[" and plain[-1] == "]":
        return _items(plain[1:-1])
    if first == "{" and plain[-1] == "}":
        return _pairs(plain[1:-1])
    return _UNREADABLE


def _block(block: str, style: str, indent: int) -> Any:
    """The text on the lines beneath a name, unless they are indented in different ways."""
    lines = block.rstrip("\n")
    text = lines.lstrip(" ")
    width = len(lines) - len(text)
    if width <= indent or not text or text[0] == "\n" or "\t" in text:
        return _UNREADABLE
    text = text.replace("\n" + " " * width, "\n")
    if "\n " in text:
        return _UNREADABLE
    if style[0] == ">":
        text = text.replace("\n", " ") if "\n\n" not in text else _folded(text)
    return text if style[-1] == "-" else text + "\n"


def _folded(text: str) -> str:
    """Neighbouring lines as one line; of n ends of line in a row, n - 1 remain."""
    return _ENDS.sub(lambda ends: ends[0][1:] or " ", text)


def _items(inside: str) -> Any:
    """The items between brackets, where each is a word as ids and languages are."""
    if not inside.strip():
        return []
    items = [item.strip() for item in inside.split(",")]
    plain = all(_ITEM.fullmatch(item) and item not in _NOTHING for item in items)
    return items if plain else _UNREADABLE


def _pairs(inside: str) -> Any:
    """The fields between braces."""
    fields: dict[str, Any] = {}
    position = 0
    while position < len(inside):
        pair = _PAIR.match(inside, position)
        if pair is None or pair[1] in fields:
            return _UNREADABLE
        name, quoted, plain = pair.groups()
        fields[name] = quoted if plain is None else None if plain in _NOTHING else plain
        position = pair.end()
    return fields if fields and not inside.endswith(" ") else _UNREADABLE
