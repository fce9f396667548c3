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
    (?:[ ]*(?:\#[^\n]*)?\n)*+                       # empty lines and remarks
    (?P<indent>[ ]*)(?P<dash>-[ ])?
    (?:(?P<name>[a-z_][A-Za-z0-9_-]*):(?=[ \n]))?   # a name of ours: no letter that YAML could mind
    [ ]?
    (?:
      (?P<style>[|>]-?)\n                           # a text on the lines beneath
      (?P<text>(?:(?P=indent)[ ]+[^ \n][^\n]*\n|\n)*)
    | \[(?P<items>[A-Za-z0-9_,\ .-]*)\]\n
    | \{(?P<pairs>[^\n]*)\}\n
    | "(?P<quoted>[^"\\\n]*)"\n
    | (?P<plain>[^\n]*)\n
    )
    """,
    re.VERBOSE,
)
_GLUED = re.compile(r"[^\W\d][\w-]*:[^ /]")
_ITEM = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_PAIR = re.compile(
    r"""([a-z_][A-Za-z0-9_-]*):[ ](?:"([^"\\]*)"|([^\W_](?:[^]\[{},:#\t"]|(?<! )\#)*(?<!\ )))(?:,[ ]|$)"""
)
"""A name and its text between braces."""
_ENDS = re.compile("\n+")
_NOTHING = frozenset({"", "~", "null"})


def read_plain(text: str) -> Value | None:
    """The fields of a text, as `events.follow` gives them; None when it is not wholly plain.

    The text must hold printable characters only, and end lines with `\\n`. A text for which this
    gives fields has nothing in it that any check of `document.read` objects to.
    """
    if not text.endswith("\n"):
        text += "\n"
    root: dict[str, Any] = {}
    stack: list[tuple[int, Any]] = [(0, root)]
    open_at, waiting = -1, None
    """Indent of a name that nothing has followed yet, and what holds it."""
    name: str = ""
    position, end = 0, len(text)
    match = _ENTRY.match
    while position < end:
        found = match(text, position)
        if found is None:
            return None
        position = found.end()
        spaces, dash, key, style, block, items, pairs, quoted, plain = found.groups()
        if plain is not None and not plain and not key and not dash:
            if position < end or spaces:
                return None
            break
        indent = len(spaces)
        if waiting is not None:
            is_list = dash is not None
            if indent > open_at or (is_list and indent == open_at and type(waiting) is dict):
                inner: Any = [] if is_list else {}
                waiting[name] = inner
                stack.append((indent, inner))
                if len(stack) > MAX_DEPTH:
                    return None
            waiting = None
        while stack[-1][0] > indent:
            stack.pop()
        level, holder = stack[-1]
        if dash and type(holder) is dict:
            return None
        if not dash and type(holder) is list and level == indent:
            stack.pop()
            level, holder = stack[-1]
        if level != indent:
            return None
        if dash:
            if type(holder) is not list:
                return None
            if key is None:
                target: Any = holder
            else:
                target = {}
                holder.append(target)
                indent += 2
                stack.append((indent, target))
                if len(stack) > MAX_DEPTH:
                    return None
        else:
            if key is None or type(holder) is not dict:
                return None
            target = holder
        if style is not None:
            value: Any = _block(block, style, indent)
            if value is None:
                return None
        elif items is not None:
            value = _items(items)
            if value is None:
                return None
        elif pairs is not None:
            value = _pairs(pairs)
            if value is None:
                return None
        elif quoted is not None:
            value = quoted
        elif plain == "":
            if key is None:
                return None
            value = None
        elif _is_plain(plain):
            value = None if plain in _NOTHING else plain
        else:
            return None
        if key is None:
            target.append(value)
            continue
        if key in target:
            return None
        target[key] = value
        if plain == "":
            open_at, waiting, name = indent, target, key
    return root


def _block(block: str, style: str, indent: int) -> str | None:
    """The text on the lines beneath a name; None where lines are indented in different ways."""
    lines = block.rstrip("\n")
    text = lines.lstrip(" ")
    width = len(lines) - len(text)
    if width <= indent or not text or text[0] == "\n" or "\t" in text or " \n" in text or text[-1] == " ":
        return None
    text = text.replace("\n" + " " * width, "\n")
    if "\n " in text:
        return None
    if style[0] == ">":
        text = text.replace("\n", " ") if "\n\n" not in text else _folded(text)
    return text if style[-1] == "-" else text + "\n"


def _folded(text: str) -> str:
    """Neighbouring lines as one line; of n ends of line in a row, n - 1 remain."""
    return _ENDS.sub(lambda ends: ends[0][1:] or " ", text)


def _is_plain(text: str) -> bool:
    """Whether a text of one line begins as a word and holds no mark that YAML minds."""
    return (
        text[0].isalnum()
        and ": " not in text
        and " #" not in text
        and "\t" not in text
        and text[-1] not in ": "
        and not _GLUED.match(text)
    )


def _items(inside: str) -> list[str] | None:
    """The items between brackets, where each is a word as ids and languages are."""
    if not inside.strip():
        return []
    items = [item.strip() for item in inside.split(",")]
    plain = all(_ITEM.fullmatch(item) and item not in _NOTHING for item in items)
    return items if plain else None


def _pairs(inside: str) -> dict[str, Any] | None:
    """The fields between braces."""
    found: dict[str, Any] = {}
    position = 0
    while position < len(inside):
        pair = _PAIR.match(inside, position)
        if pair is None or pair[1] in found:
            return None
        name, quoted, plain = pair.groups()
        found[name] = quoted if plain is None else None if plain in _NOTHING else plain
        position = pair.end()
    return found if found and not inside.endswith(" ") else None
