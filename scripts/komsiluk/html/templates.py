"""Our templates to Python functions.

Jinja checks every call, attribute and macro, because it serves any template; a page of ours makes
more than a thousand of them. The generated Python gives the same text (a test compares every page
with plain Jinja's) at a fraction of the cost: phrases of the interface are looked up directly, calls
are plain calls, macros are plain functions. It uses parts of Jinja that are not public, so
`pyproject.toml` names the versions for which it was written.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Collection, Mapping, MutableMapping, Sequence
from keyword import iskeyword
from pathlib import Path
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    nodes,
)
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import markup_join
from jinja2.utils import _PassArg, missing
from markupsafe import Markup, escape

from komsiluk.model.words import Words
from komsiluk.text.markdown import is_plain

_ARGUMENTS = frozenset({"at", "page"})
_FINISHED = frozenset(
    {
        "asset",
        "blocks",
        "card",
        "cite",
        "definition",
        "heading",
        "inline",
        "lang",
        "link",
        "once",
        "picture",
        "project",
        "prose",
        "rich",
        "term",
        "text",
    }
)
"""Methods of `at` that return HTML, or an address in which nothing needs to be escaped."""


class Compiler(CodeGenerator):
    """Writes a template's Python."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """The template, after the import of the functions that its code calls."""
        self.writeline("from komsiluk.html.templates import joined, plain, written")
        super().visit_Template(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """A phrase as its text in the language, any other call as a plain call."""
        if self._is_phrase(node):
            self.write("environment.escaped[" if self._is_output else "environment.phrases[")
            self._is_output = False
            self._write_key(node.args[0], frame)
            self.write("]")
        elif (
            forward_caller
            or node.dyn_args
            or node.dyn_kwargs
            or any(iskeyword(named.key) for named in node.kwargs)
            or self._wants_context(node)
        ):
            super().visit_Call(node, frame, forward_caller=forward_caller)
        else:
            is_ours = self._calls_at(node)
            self.visit(node.node, frame)
            self.write("(")
            for argument in node.args:
                (self._write_key if is_ours else self.visit)(argument, frame)
                self.write(", ")
            for named in node.kwargs:
                self.visit(named, frame)
                self.write(", ")
            self.write(")")

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:
        """A variable; `at` and `page` need no check, because every template gets them."""
        if node.ctx == "load" and node.name in _ARGUMENTS:
            self.write(frame.symbols.ref(node.name))
        else:
            super().visit_Name(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """An attribute as Python has it."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        """An item as Python has it."""
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        """Text joined to text."""
        if not _escapes(frame):
            super().visit_Concat(node, frame)
            return
        self.write("joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro as a function, unless it uses more than its parameters."""
        if macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            super().macro_def(macro_ref, frame)
        else:
            names = tuple(argument.name for argument in macro_ref.node.args)
            self.write(f"plain(macro, {names!r})")

    def _write_key(self, node: nodes.Expr, frame: Frame) -> None:
        """A key: its parts are joined as plain text, not as HTML."""
        if not isinstance(node, nodes.Concat):
            self.visit(node, frame)
            return
        form, parts = "", []
        for part in node.nodes:
            if isinstance(part, nodes.Const):
                form += str(part.value).replace("%", "%%")
            else:
                form += "%s"
                parts.append(part)
        self.write(f"({form!r} % (")
        for part in parts:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    _is_output = False
    """Whether the phrase that comes next goes straight into the page."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not _escapes(frame):
            super()._output_child_pre(node, frame, finalize)
            return
        self._is_output = self._is_phrase(node)
        finished = self._is_output or self._calls_at(node, _FINISHED) or self._is_harmless(node)
        self.write("(" if finished else "written(")

    def _is_phrase(self, node: nodes.Node) -> bool:
        """Whether it is a phrase of the interface without values to fill in."""
        if not self._calls_at(node, {"say"}):
            return False
        assert isinstance(node, nodes.Call)
        return len(node.args) == 1 and not node.kwargs

    def _is_harmless(self, node: nodes.Node | None) -> bool:
        """Whether it is one of two texts of the template's own in which nothing is to be escaped."""
        match node:
            case nodes.Const(value=str(text)):
                return is_plain(text)
            case nodes.CondExpr(expr1=first, expr2=nodes.Const() as second):
                return self._is_harmless(first) and self._is_harmless(second)
        return False

    def _calls_at(self, node: nodes.Node, names: Collection[str] | None = None) -> bool:
        """Whether it calls a method of `at`: any, or one of these."""
        match node:
            case nodes.Call(
                node=nodes.Getattr(node=nodes.Name(name="at"), attr=name),
                dyn_args=None,
                dyn_kwargs=None,
            ):
                return names is None or name in names
        return False

    def _wants_context(self, node: nodes.Call) -> bool:
        """Whether it may be a global function to which Jinja passes its context."""
        if not isinstance(node.node, nodes.Name):
            return False
        called: Any = self.environment.globals.get(node.node.name)
        return _PassArg.from_obj(called) is not None


def _escapes(frame: Frame) -> bool:
    """Whether the output of a template is escaped there: it may switch that off for a part of itself."""
    return frame.eval_ctx.autoescape is True and not frame.eval_ctx.volatile


def _environment(folders: Sequence[Path], kind: type[Environment]) -> Environment:
    return kind(
        loader=FileSystemLoader([folder / "komsiluk" for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )


class _Quick(Environment):
    code_generator_class = Compiler
    phrases: Mapping[str, str]
    escaped: Mapping[str, str]

    @functools.cached_property
    def _loaded(self) -> dict[str, Template]:
        """The templates by name, as long as the environment: no template changes during a build."""
        return {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """The template of that name. A page needs four of them, and Jinja's own look-up is slow."""
        if not isinstance(name, str) or globals:
            return super().get_template(name, parent, globals)
        template = self._loaded.get(name)
        if template is None:
            template = self._loaded[name] = super().get_template(name, parent)
        return template


_LOADS = re.compile(r"""\{%[-+]?\s*(?:import|include|extends|from)\b(?:\s*["']([^"']+)["'])?""")
"""Where a template loads another, with the name of that one; without it where the name is worked out."""


class Templates:
    """The templates for pages of one language."""

    def __init__(
        self,
        folders: Sequence[Path],
        words: Words,
        bytecode: BytecodeCache | None = None,
        *,
        ours: Path,
    ) -> None:
        """`folders` are themes, the first that has a template wins; those in `ours` are written for
        our Python. `bytecode` is where templates are kept as Python has compiled them: it is the
        same for all languages."""
        self._folders, self._ours = folders, ours / "komsiluk"
        quick = _environment(folders, _Quick)
        assert isinstance(quick, _Quick)
        quick.phrases = {
            key: phrase for key, phrase in words.phrases.items() if isinstance(phrase, str)
        }
        quick.escaped = {key: str(escape(phrase)) for key, phrase in quick.phrases.items()}
        quick.bytecode_cache = bytecode
        self._quick = quick
        self._chosen: dict[str, Environment] = {}

    @functools.cached_property
    def _careful(self) -> Environment:
        return _environment(self._folders, Environment)

    def render(self, name: str, **values: object) -> str:
        """The template with these values.

        A template of a site's owner may do more than our Python allows for, such as name the key of
        a mapping like an attribute: Jinja itself draws that template, and those that load it.
        Raises `jinja2.TemplateError`, and whatever the values raise.
        """
        if name not in self._chosen:
            is_ours = self._is_ours(name, set())
            self._chosen[name] = self._quick if is_ours else self._careful
        return self._chosen[name].get_template(name).render(values)

    def _is_ours(self, name: str, visited: set[str]) -> bool:
        """Whether a template and all that it loads stand in our folder."""
        if name in visited:
            return True
        visited.add(name)
        assert self._quick.loader is not None
        source, file, _ = self._quick.loader.get_source(self._quick, name)
        if file is None or not Path(file).is_relative_to(self._ours):
            return False
        loads = _LOADS.findall(source)
        return all(other and self._is_ours(other, visited) for other in loads)


def written(value: object) -> str:
    """A value as it stands in HTML."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    if kind is str:
        return value if is_plain(value) else escape(value)  # type: ignore[arg-type, return-value]
    return str(value) if kind is int else escape(value)


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
        if len(values) == n_names and not named:
            return Markup(macro(*values))
        rest = [named.pop(name, missing) for name in names[len(values) :]]
        if named:
            raise TypeError(f"macro has no parameter {next(iter(named))!r}")
        return Markup(macro(*values, *rest))

    return call
