"""CommonMark of contributors to nodes: plain data that a typesetter draws and never reads as markup.

A node is a string, or a mapping with its kind under `k`. Within a line: `b` and `i` (bold, italic),
`code`, `a` (a link, to `u`), `br`. Blocks: `p`, `h` (a heading), `ul`, `ol`, `quote`, `pre`, `hr`,
`table`. The content is under `c`: nodes, or text for `code` and `pre`; for a list, the blocks of each
item; for a table, the cells of each row, the head first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from markdown_it.token import Token

from komsiluk.text.markdown import is_plain_paragraph, means_nothing, parser

Node: TypeAlias = "str | dict[str, Any]"
Inline: TypeAlias = "str | list[Node]"
"""A line: its text alone where nothing in it is marked."""

_SCHEMES = ("https://", "http://", "mailto:")
"""How addresses of links may begin. Other links become their text."""


def inline(text: str) -> Inline:
    """The nodes of a text of one line.

    >>> inline("Bread & *salt*, <b>free</b>")
    ['Bread & ', {'k': 'i', 'c': ['salt']}, ', <b>free</b>']
    >>> inline("Bread # $ @ salt")
    'Bread # $ @ salt'
    """
    if means_nothing(text) and "\n" not in text:
        return text
    nodes = list(_within(iter(parser().parseInline(text)[0].children or ())))
    return nodes[0] if len(nodes) == 1 and isinstance(nodes[0], str) else nodes


def blocks(text: str) -> list[dict[str, Any]]:
    """The blocks of a text of paragraphs.

    >>> blocks("Two rooms:\\n\\n- one for *noise*")[1]
    {'k': 'ul', 'c': [[{'k': 'p', 'c': ['one for ', {'k': 'i', 'c': ['noise']}]}]]}
    """
    if is_plain_paragraph(text):
        return [{"k": "p", "c": " ".join(text.split("\n"))}]
    return list(_blocks(iter(parser().parse(text)), ""))


def _within(tokens: Iterator[Token], until: str = "") -> Iterator[Node]:
    """The nodes of a line up to the token that closes them; neighbouring texts become one."""
    text = ""
    for token in tokens:
        if token.type == until:
            break
        if token.type in ("text", "text_special", "html_inline"):
            text += token.content
        elif token.type == "softbreak":
            text += " "
        else:
            if text:
                yield text
                text = ""
            yield from _marked(token, tokens)
    if text:
        yield text


def _marked(token: Token, tokens: Iterator[Token]) -> Iterator[Node]:
    match token.type:
        case "strong_open":
            yield {"k": "b", "c": list(_within(tokens, "strong_close"))}
        case "em_open":
            yield {"k": "i", "c": list(_within(tokens, "em_close"))}
        case "link_open":
            content = list(_within(tokens, "link_close"))
            address = str(token.attrGet("href") or "")
            if address.startswith(_SCHEMES):
                yield {"k": "a", "u": address, "c": content}
            else:
                yield from content
        case "code_inline":
            yield {"k": "code", "c": token.content}
        case "hardbreak":
            yield {"k": "br"}
        case "image":
            yield token.content


def _blocks(tokens: Iterator[Token], until: str) -> Iterator[dict[str, Any]]:
    for token in tokens:
        if token.type == until:
            return
        if token.type in _READ:
            yield _READ[token.type](token, tokens)


def _line(kind: str) -> Callable[[Token, Iterator[Token]], dict[str, Any]]:
    def read(token: Token, tokens: Iterator[Token]) -> dict[str, Any]:
        content = list(_within(iter(next(tokens).children or ())))
        next(tokens)
        return {
            "k": kind,
            "c": content[0] if len(content) == 1 and isinstance(content[0], str) else content,
        }

    return read


def _list(token: Token, tokens: Iterator[Token]) -> dict[str, Any]:
    kind = "ul" if token.type == "bullet_list_open" else "ol"
    items = []
    for inner in tokens:
        if inner.type == token.type.replace("open", "close"):
            break
        items.append(list(_blocks(tokens, "list_item_close")))
    node: dict[str, Any] = {"k": kind, "c": items}
    if start := token.attrGet("start"):
        node["start"] = int(start)
    return node


def _quotation(token: Token, tokens: Iterator[Token]) -> dict[str, Any]:
    return {"k": "quote", "c": list(_blocks(tokens, "blockquote_close"))}


def _verbatim(token: Token, tokens: Iterator[Token]) -> dict[str, Any]:
    return {"k": "pre", "c": token.content.rstrip("\n")}


def _table(token: Token, tokens: Iterator[Token]) -> dict[str, Any]:
    rows: list[list[list[Node]]] = []
    for inner in tokens:
        if inner.type == "table_close":
            break
        if inner.type == "tr_open":
            rows.append([])
        elif inner.type == "inline":
            rows[-1].append(list(_within(iter(inner.children or ()))))
    return {"k": "table", "c": rows}


_READ: Mapping[str, Callable[[Token, Iterator[Token]], dict[str, Any]]] = {
    "paragraph_open": _line("p"),
    "heading_open": _line("h"),
    "bullet_list_open": _list,
    "ordered_list_open": _list,
    "blockquote_open": _quotation,
    "fence": _verbatim,
    "code_block": _verbatim,
    "html_block": _verbatim,
    "hr": lambda token, tokens: {"k": "hr"},
    "table_open": _table,
}


def texts(value: Any) -> Iterator[str]:
    """Every text in nodes, or in a value that contains nodes, without names of kinds and addresses."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            if key not in ("k", "u", "lang", "tag"):
                yield from texts(part)
    elif isinstance(value, Sequence):
        for part in value:
            yield from texts(part)
