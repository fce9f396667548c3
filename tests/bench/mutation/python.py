"""A file of Python to every change of it that a test should notice.

Not changed are: annotations, docstrings, decorators, bases of classes, assertions, `__all__`, and what
stands within an f-string. They say something to people or to tools, or their loss is noticed at once.
The changes are those of mutmut and cosmic-ray, without the ones that only make a call fail.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from tests.bench.mutation.mutant import Mutant

COMPARISONS: Mapping[type[ast.cmpop], tuple[str, str]] = {
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="), ast.GtE: (">=", ">"), ast.In: ("in", "not in"),
    ast.NotIn: (r"not\s+in", "in"), ast.Is: ("is", "is not"), ast.IsNot: (r"is\s+not", "is"),
}  # fmt: skip
"""How each is written, as a regular expression, and what comes in its place."""
ARITHMETIC: Mapping[type[ast.operator], tuple[str, str]] = {
    ast.Add: (r"\+", "-"), ast.Sub: ("-", "+"), ast.Mult: (r"\*", "/"), ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "/"), ast.Mod: ("%", "/"), ast.Pow: (r"\*\*", "*"),
    ast.BitOr: (r"\|", "&"), ast.BitAnd: ("&", "|"),
}  # fmt: skip
NAMES: Mapping[str, str] = {"min": "max", "max": "min", "any": "all", "all": "any"}
METHODS: Mapping[str, str] = {
    "startswith": "endswith", "endswith": "startswith", "lower": "upper", "upper": "lower",
    "casefold": "upper", "strip": "rstrip", "lstrip": "rstrip", "rstrip": "lstrip",
    "removeprefix": "removesuffix", "removesuffix": "removeprefix", "find": "rfind",
    "partition": "rpartition", "rpartition": "partition", "split": "rsplit", "rsplit": "split",
}  # fmt: skip
UNWRAPPED = {"sorted", "reversed", "round", "frozenset", "set"}
"""Calls that also come without the call: `sorted(names)` → `names`."""


class Spot(NamedTuple):
    """The statement in which an expression stands."""

    first_line: int
    last_line: int
    at_import: bool


def mutants(source: bytes, file: str) -> Iterator[Mutant]:
    """All changes of a file, in the order of its text."""
    found = sorted(
        _Mutator(source, file).made(), key=lambda one: (one.start, one.end, one.replacement)
    )
    yield from dict.fromkeys(found)


class _Mutator:
    """The changes of a file."""

    def __init__(self, source: bytes, file: str) -> None:
        self._source, self._file = source, file
        self._starts = [0, *(match.end() for match in re.finditer(b"\n", source))]

    def made(self) -> Iterator[Mutant]:
        yield from self._block(ast.parse(self._source).body, at_import=True)

    def _block(self, body: list[ast.stmt], *, at_import: bool) -> Iterator[Mutant]:
        for statement in body:
            yield from self._statement(statement, at_import=at_import)

    def _statement(self, node: ast.stmt, *, at_import: bool) -> Iterator[Mutant]:
        inner = [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.stmt)]
        last = min((child.lineno - 1 for child in inner), default=node.end_lineno or node.lineno)
        spot = Spot(node.lineno, max(node.lineno, last), at_import)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for default in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
                yield from self._expressions(default, spot)
            yield from self._block(node.body, at_import=False)
            return
        if isinstance(node, ast.ClassDef):
            yield from self._block(node.body, at_import=at_import)
            return
        if self._says_nothing(node):
            return
        yield from self._whole(node, spot)
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.stmt):
                yield from self._statement(child, at_import=at_import)
            elif isinstance(child, ast.expr):
                if not (isinstance(node, ast.AnnAssign) and child is node.annotation):
                    yield from self._expressions(child, spot)
            elif isinstance(child, ast.ExceptHandler | ast.match_case):
                yield from self._block(child.body, at_import=at_import)
            elif isinstance(child, ast.withitem):
                yield from self._expressions(child.context_expr, spot)

    @staticmethod
    def _says_nothing(node: ast.stmt) -> bool:
        """Docstrings, assertions, `__all__`, imports, and blocks for type checkers."""
        match node:
            case ast.Expr(value=ast.Constant()) | ast.Assert() | ast.Import() | ast.ImportFrom():
                return True
            case ast.Assign(targets=[ast.Name(id="__all__" | "__slots__")]):
                return True
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                return True
        return False

    def _whole(self, node: ast.stmt, spot: Spot) -> Iterator[Mutant]:
        """Changes of a statement itself."""
        match node:
            case ast.If(test=test) | ast.While(test=test):
                yield self._around(test, "not (", ")", "condition negated", spot)
            case ast.Break():
                yield self._instead(node, "continue", "break", spot)
            case ast.Continue():
                yield self._instead(node, "break", "continue", spot)
            case ast.Expr(value=ast.Call()):
                yield self._instead(node, "pass", "call left out", spot)
            case ast.Return(value=ast.expr() as value) if not _is_none(value):
                yield self._instead(value, "None", "nothing returned", spot)
            case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value) if not (
                _is_none(value) or spot.at_import
            ):
                yield self._instead(value, "None", "nothing assigned", spot)
            case ast.AugAssign(target=target, op=op, value=value) if type(op) in ARITHMETIC:
                yield from self._between(target, value, ARITHMETIC[type(op)], "arithmetic", spot)

    def _expressions(self, node: ast.expr, spot: Spot) -> Iterator[Mutant]:
        """Changes of an expression and of all within it."""
        change = _CHANGES.get(type(node))
        if change is not None:
            yield from change(self, node, spot)
        if isinstance(node, ast.JoinedStr):
            return
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                yield from self._expressions(child, spot)
            elif isinstance(child, ast.keyword):
                yield from self._expressions(child.value, spot)
            elif isinstance(child, ast.comprehension):
                for test in child.ifs:
                    yield self._around(test, "not (", ")", "condition negated", spot)
                for part in (child.iter, *child.ifs):
                    yield from self._expressions(part, spot)
            elif isinstance(child, ast.arguments):
                for default in child.defaults:
                    yield from self._expressions(default, spot)

    def _compare(self, node: ast.Compare, spot: Spot) -> Iterator[Mutant]:
        sides = [node.left, *node.comparators]
        for left, op, right in zip(sides, node.ops, sides[1:], strict=False):
            yield from self._between(left, right, COMPARISONS[type(op)], "comparison", spot)

    def _both(self, node: ast.BoolOp, spot: Spot) -> Iterator[Mutant]:
        swap = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            yield from self._between(left, right, swap, "and, or", spot)

    def _arithmetic(self, node: ast.BinOp, spot: Spot) -> Iterator[Mutant]:
        of_types = isinstance(node.op, ast.BitOr) and any(map(_is_none, (node.left, node.right)))
        if type(node.op) in ARITHMETIC and not of_types:
            swap = ARITHMETIC[type(node.op)]
            yield from self._between(node.left, node.right, swap, "arithmetic", spot)

    def _unary(self, node: ast.UnaryOp, spot: Spot) -> Iterator[Mutant]:
        if isinstance(node.op, ast.Not | ast.USub):
            start, length = self._span(node)[0], 3 if isinstance(node.op, ast.Not) else 1
            yield self._at(start, start + length, "", "not, minus left out", spot)

    def _choice(self, node: ast.IfExp, spot: Spot) -> Iterator[Mutant]:
        yield self._around(node.test, "not (", ")", "condition negated", spot)

    def _function(self, node: ast.Lambda, spot: Spot) -> Iterator[Mutant]:
        if not _is_none(node.body):
            yield self._instead(node.body, "None", "nothing returned", spot)

    def _constant(self, node: ast.Constant, spot: Spot) -> Iterator[Mutant]:
        match node.value:
            case bool():
                yield self._instead(node, str(not node.value), "constant", spot)
            case int() | float():
                yield self._instead(node, repr(node.value + 1), "number", spot)
            case str():
                yield self._instead(node, repr(f"XX{node.value}XX"), "text", spot)

    def _text(self, node: ast.JoinedStr, spot: Spot) -> Iterator[Mutant]:
        yield self._instead(node, '"XX"', "text", spot)

    def _call(self, node: ast.Call, spot: Spot) -> Iterator[Mutant]:
        start, end = self._span(node.func)
        match node.func:
            case ast.Name(id=name) if name in NAMES:
                yield self._at(start, end, NAMES[name], "function", spot)
            case ast.Name(id=name) if name in UNWRAPPED and len(node.args) == 1:
                argument = self._text_of(node.args[0])
                yield self._instead(node, f"({argument})", "call left out", spot)
            case ast.Attribute(attr=name) if name in METHODS:
                yield self._at(end - len(name), end, METHODS[name], "method", spot)
        for n, keyword in enumerate(node.keywords):
            if keyword.arg is not None:
                yield self._without(node, n, spot)

    def _without(self, node: ast.Call, n: int, spot: Spot) -> Mutant:
        """The call without its nth keyword, and without the comma before or after it."""
        start, end = self._span(node.keywords[n])
        others = [*node.args, *(one.value for one in node.keywords[:n])]
        if others:
            start = self._source.index(b",", max(self._span(one)[1] for one in others))
        elif comma := re.match(rb"\s*,\s*", self._source[end:]):
            end += comma.end()
        return self._at(start, end, "", "argument left out", spot)

    def _between(
        self, left: ast.expr, right: ast.expr, swap: tuple[str, str], operator: str, spot: Spot
    ) -> Iterator[Mutant]:
        """The operator between two expressions, about which there may be brackets, and comments."""
        start, end = self._span(left)[1], self._span(right)[0]
        written = re.sub(rb"#[^\n]*", lambda found: b" " * len(found[0]), self._source[start:end])
        if match := re.search(swap[0].encode(), written):
            yield self._at(start + match.start(), start + match.end(), swap[1], operator, spot)

    def _around(self, node: ast.AST, before: str, after: str, operator: str, spot: Spot) -> Mutant:
        return self._instead(node, before + self._text_of(node) + after, operator, spot)

    def _instead(self, node: ast.AST, replacement: str, operator: str, spot: Spot) -> Mutant:
        return self._at(*self._span(node), replacement, operator, spot)

    def _at(self, start: int, end: int, replacement: str, operator: str, spot: Spot) -> Mutant:
        return Mutant(
            file=self._file, start=start, end=end, replacement=replacement, operator=operator,
            first_line=spot.first_line, last_line=spot.last_line, at_import=spot.at_import,
        )  # fmt: skip

    def _text_of(self, node: ast.AST) -> str:
        start, end = self._span(node)
        return self._source[start:end].decode()

    def _span(self, node: Any) -> tuple[int, int]:
        """Where a node begins and ends, in bytes."""
        return (
            self._starts[node.lineno - 1] + node.col_offset,
            self._starts[node.end_lineno - 1] + node.end_col_offset,
        )


def _is_none(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


_CHANGES: Mapping[type[ast.expr], Callable[[_Mutator, Any, Spot], Iterator[Mutant]]] = {
    ast.Compare: _Mutator._compare, ast.BoolOp: _Mutator._both, ast.BinOp: _Mutator._arithmetic,
    ast.UnaryOp: _Mutator._unary, ast.IfExp: _Mutator._choice, ast.Lambda: _Mutator._function,
    ast.Constant: _Mutator._constant, ast.JoinedStr: _Mutator._text, ast.Call: _Mutator._call,
}  # fmt: skip
"""What is changed of which expression."""
