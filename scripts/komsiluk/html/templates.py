"""Our templates to Python functions, with the words of one language already in them.

Jinja pays for every call, attribute and macro with checks that serve any template; a page of ours
makes more than a thousand of them. What is generated here gives the same text (a test compares
every page with plain Jinja's) at a fraction of the cost: phrases of the interface become constants,
calls are plain calls, macros are plain functions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from keyword import iskeyword
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import markup_join, missing
from jinja2.utils import _PassArg
from markupsafe import Markup, escape

from komsiluk.model.words import Words
from komsiluk.text.markdown import is_plain

_OBJECTS = frozenset({"at", "page", "loop"})
"""Names that always hold an object with the attributes that templates ask for, never a mapping."""


class Compiler(CodeGenerator):
    """Writes a template's Python."""

    environment: Templates

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """The template, after the import of what its code calls."""
        self.writeline("from komsiluk.html.templates import joined, plain, written")
        super().visit_Template(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """A phrase as a constant, any other call as itself."""
        phrase = self._phrase(node)
        if phrase is not None:
            self.write(repr(phrase))
        elif (
            forward_caller
            or node.dyn_args
            or node.dyn_kwargs
            or any(iskeyword(named.key) for named in node.kwargs)
            or self._wants_context(node)
        ):
            super().visit_Call(node, frame, forward_caller)
        else:
            self.visit(node.node, frame)
            self.write("(")
            for argument in (*node.args, *node.kwargs):
                self.visit(argument, frame)
                self.write(", ")
            self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """An attribute of an object that is known to be one; anything else by Jinja's rules."""
        if isinstance(node.node, nodes.Name) and node.node.name in _OBJECTS:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")
        else:
            super().visit_Getattr(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        """Text joined to text."""
        self.write("joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro as a function, unless it wants to know more than its parameters."""
        if macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            super().macro_def(macro_ref, frame)
        else:
            names = tuple(argument.name for argument in macro_ref.node.args)
            self.write(f"plain(macro, {names!r})")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("written(")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        phrase = self._phrase(node)
        if phrase is not None:
            return str(escape(phrase))
        return super()._output_child_to_const(node, frame, finalize)

    def _phrase(self, node: nodes.Node) -> str | None:
        """What `at.say("a.key")` says, when the key is there as such."""
        match node:
            case nodes.Call(
                node=nodes.Getattr(node=nodes.Name(name="at"), attr="say"),
                args=[nodes.Const(value=str(key))],
                kwargs=[],
                dyn_args=None,
                dyn_kwargs=None,
            ):
                return self.environment.words.say(key)
        return None

    def _wants_context(self, node: nodes.Call) -> bool:
        """Whether it may be a global function that Jinja hands its context."""
        if not isinstance(node.node, nodes.Name):
            return False
        return _PassArg.from_obj(self.environment.globals.get(node.node.name)) is not None


class Templates(Environment):
    """The templates for pages of one language."""

    code_generator_class = Compiler

    def __init__(self, folders: Sequence[Path], words: Words) -> None:
        super().__init__(
            loader=FileSystemLoader([folder / "komsiluk" for folder in folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.words = words


def written(value: object) -> str:
    """A value as it stands in HTML."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str) and is_plain(value):
        return value
    return escape(value)


def joined(parts: tuple[Any, ...]) -> str:
    """The parts as one text, escaped as Jinja does as soon as one of them is HTML."""
    for part in parts:
        if type(part) is not str:
            return markup_join(parts)
    return "".join(parts)


def plain(macro: Callable[..., str], names: tuple[str, ...]) -> Callable[..., Markup]:
    """The macro, to be called with any of its parameters by position or name."""
    n_names = len(names)

    def call(*values: object, **named: object) -> Markup:
        if len(values) == n_names:
            return Markup(macro(*values))
        rest = [named.pop(name, missing) for name in names[len(values) :]]
        if named:
            raise TypeError(f"macro has no parameter {next(iter(named))!r}")
        return Markup(macro(*values, *rest))

    return call
