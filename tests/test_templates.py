"""Templates compiled to plain Python give what Jinja gives, or fail as it fails."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import FileSystemBytecodeCache, UndefinedError
from markupsafe import Markup

from komsiluk import build
from komsiluk.html.templates import Templates
from komsiluk.languages import language
from komsiluk.mkdocs_plugin.config_loader import load_settings
from komsiluk.model.words import Words
from tests.drawings import Jinja, by_jinja, by_ours

SMALL = Path(__file__).parent / "cases" / "small"
PHRASES: dict[str, str | Mapping[str, str]] = {
    "plain": "A word",
    "marked": 'Bread & "salt"',
    "blank": "{n} of <b>",
    "many": {"other": "{n}"},
}


@pytest.fixture(scope="module")
def small() -> build.Checked:
    return build.check(load_settings(SMALL / "mkdocs.yml"))


def test_every_page_of_the_small_site_is_drawn_as_jinja_draws_it(small: build.Checked) -> None:
    settings = load_settings(SMALL / "mkdocs.yml")
    ours, jinja = by_ours(settings, small), by_jinja(settings, small)
    assert len(ours) > 20 * len(settings.languages)
    assert [place for place in jinja if ours.get(place) != jinja[place]] == []
    assert ours.keys() == jinja.keys()


class At:
    """What templates see as `at`, as far as the tests below ask it."""

    def say(self, key: str, **values: object) -> str:
        phrase = PHRASES[key]
        assert isinstance(phrase, str)
        return phrase.format(**values) if values else phrase

    def link(self, key: str) -> str:
        return f"../{key}/"

    def inline(self, text: str) -> Markup:
        return Markup("<i>{}</i>").format(text)

    def echo(self, *values: object, **named: object) -> str:
        return f"{values} {named}"

    def fail(self) -> str:
        raise KeyError("nothing of that name")


VALUES: dict[str, Any] = {
    "at": At(),
    "text": "Bread & <salt>",
    "word": "word",
    "html": Markup("<b>&amp;</b>"),
    "one": 1,
    "zero": 0,
    "half": 0.5,
    "yes": True,
    "items": ("a", "<b>", 3),
    "nothing": (),
    "pairs": {"title": "Held <in> a mapping", "items": "shadowed", "class": "reserved"},
    "thing": SimpleNamespace(title="An & attribute", pairs={"a": 1}, items=[1, 2]),
    "give": lambda *values, **named: f"{values}{named}",
}
Outcome = str | tuple[str, str]
"""What a template gives, or the name of the error and what it says."""
Both = Callable[..., tuple[Outcome, Outcome]]
"""A template, with other templates by name, to what we make of it and what Jinja makes of it."""


def same(ours: Outcome, jinja: Outcome) -> bool:
    """Whether both give the same text, or both fail."""
    return ours == jinja or (isinstance(ours, tuple) and isinstance(jinja, tuple))


@pytest.fixture
def both(tmp_path: Path) -> Both:
    return functools.partial(_both, tmp_path)


def _both(theme: Path, template: str, **others: str) -> tuple[Outcome, Outcome]:
    folder = theme / "komsiluk"
    folder.mkdir()
    for name, text in {"page": template, **others}.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    words = Words(language=language("en"), phrases=PHRASES)
    owners = _outcome(Templates([theme], words, ours=theme / "elsewhere"))
    jinja = _outcome(Jinja(theme))
    assert owners == jinja, "a template of an owner's is drawn by Jinja itself"
    return _outcome(Templates([theme], words, ours=theme)), jinja


def _outcome(templates: Any) -> Outcome:
    try:
        found: str = templates.render("page.html", **VALUES)
    except Exception as error:
        return type(error).__name__, str(error)
    return found


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ text }}", "Bread &amp; &lt;salt&gt;"),
        ("{{ html }}", "<b>&amp;</b>"),
        ("{{ none }} {{ one }} {{ half }} {{ yes }} {{ items }}", None),
        ("{{ at.say('plain') }}", "A word"),
        ("{{ at.say('marked') }}", "Bread &amp; &#34;salt&#34;"),
        ("{{ at.say('mar' ~ 'ked') }}{{ at.say(word ~ '') if none else at.say('pl' ~ 'ain') }}", None),
        ("{{ at.say('blank', n=text) }}", "Bread &amp; &lt;salt&gt; of &lt;b&gt;"),
        ("{{ at.say('marked') | upper }} {{ at.say('marked') | length }}", None),
        ("{{ at.say('marked') ~ html }} {{ html ~ at.say('marked') }}", None),
        ("{{ at.say('many') }}", None),
        ("{{ at.say('nobody wrote this') }}", None),
        ("{{ at.inline(text) }} {{ at.link('a') }}", None),
        ("{{ at.fail() }}", None),
        ("{{ at.nothing }}", None),
        ("{{ at.echo(one, *items, a=2, **pairs) }}", None),
        ("{{ give(one, *items, a=2) }} {{ give(**{'class': 1}) }}", None),
        ("{{ give(class='a', from=2) }}", None),
        # concatenation
        ("{{ text ~ one }} {{ text ~ html }} {{ html ~ text ~ none ~ half }} {{ one ~ one }}", None),
        ("{{ '<' ~ text }} {{ '<' ~ html }} {{ ('<' ~ html) ~ '<' }} {{ '' ~ '' }}", None),
        ("{{ (text ~ html) | length }} {{ text ~ nobody }}", None),
        # what mappings and lists hold
        ("{{ pairs.class }} {{ pairs['class'] }}", None),
        ("{{ thing.class is defined }} {{ thing.class }}", None),
        ("{{ items[7] }}", None),
        ("{{ items[0] }} {{ items.1 }} {{ items[:2] }} {{ word[::2] }} {{ items[1:] | join }}", None),
        ("{{ thing.nobody }}", None),
        ("{{ pairs.nobody.deeper }}", None),
        ("{{ one.real }} {{ word.upper() }} {{ '%s' | format(text) }} {{ text.format }}", None),
        # names that are not there
        ("{{ nobody }}", None),
        ("{{ nobody.name }}", None),
        ("{{ nobody() }}", None),
        ("{{ nobody is defined }} {{ nobody | default('x') }}", "False x"),
        ("{% if nobody %}x{% endif %}", None),
        ("{% for item in nobody %}x{% endfor %}", None),
        ("{{ text | nobody }}", None),
        ("{% include 'nobody.html' %}", None),
        ("{% if %}", None),
        # conditions
        ("{{ 'a' if yes }} {{ 'a' if zero else '<' }} {{ '&' if one else text }}", None),
        ("{{ 'a' if zero }}", None),
        ("{{ one / zero }}", None),
        ("{{ one + word }}", None),
        # loops
        ("{% for item in items %}{{ loop.index }}/{{ loop.length }} {{ item }}{% if not loop.last %}, {% endif %}{% endfor %}", None),
        ("{% for item in items %}{{ loop.cycle('x', '<y>') }}{{ loop.previtem if not loop.first }}{% endfor %}", None),
        ("{% for item in items %}{{ loop.cycle('x', '<y>') }}{{ loop.nextitem is defined }}{% else %}none{% endfor %}", None),
        ("{% for item in nothing %}x{% else %}{{ text }}{% endfor %}", None),
        ("{% for name, value in pairs.items() %}{{ name }}={{ value }};{% endfor %}", None),
        ("{% for item in [1, [2, [3]]] recursive %}{{ loop(item) if item is iterable else item }}{% endfor %}", None),
        ("{% set ns = namespace(n=0) %}{% for item in items if item != 3 %}{% set ns.n = ns.n + 1 %}{% endfor %}{{ ns.n }}", None),
        ("{% for n in range(3) %}{{ n }}{% endfor %}{{ dict(a=1)['a'] }}", None),
        # filters, tests, sets and blocks
        ("{{ text | e }} {{ text | safe }} {{ text | striptags }} {{ html | tojson }} {{ text | upper }}", None),
        ("{{ items | map('string') | map('upper') | join(', ') }} {{ items | first }} {{ one | string }}", None),
        ("{% filter upper %}{{ text }}{% endfilter %}{% set held %}{{ text }}{% endset %}{{ held }}", None),
        ("{% set a, b = 1, '<' %}{{ a }}{{ b }}{% with c = text %}{{ c }}{% endwith %}", None),
        ("{% autoescape false %}{{ text }}{{ at.say('marked') }}{{ '<' ~ text }}{{ html ~ text }}{% endautoescape %}", None),
        ("{% autoescape false %}{{ '<b>' ~ html ~ text }}{{ at.inline(text) }}{% endautoescape %}{{ text }}", None),
        ("{% macro m() %}{{ text }}{% endmacro %}{% autoescape false %}{{ m() }}{% endautoescape %}", None),
        ("{% autoescape false %}{% macro m() %}{{ text }}{% endmacro %}{{ m() }}{% endautoescape %}{{ m() }}", None),
    ],
)  # fmt: skip
def test_a_template_gives_what_jinja_gives(both: Both, template: str, expected: str | None) -> None:
    ours, jinja = both(template)
    assert same(ours, jinja)
    assert expected is None or ours == expected


@pytest.mark.parametrize(
    "template",
    [
        "{{ pairs.title }}",
        "{{ thing['title'] }}",
        "{{ pairs.nothing is defined }}",
        "{{ items[7] | default('x') }}",
        "{{ dict(a=1).a }}",
        "{% block head %}{{ text }}{% endblock %}{{ self.head() }}",
    ],
)
def test_what_our_python_does_not_allow_for_is_told_in_a_template_of_ours(
    both: Both, template: str
) -> None:
    """It is our own fault then, and nothing draws the page again without a word."""
    ours, jinja = both(template)
    assert isinstance(ours, tuple)
    assert isinstance(jinja, str)


@pytest.mark.parametrize(
    "load",
    [
        "{% include 'part.html' %}",
        '{%- include "part.html" with context -%}',
        "{% include ['nobody.html', 'part.html'] %}",
        "{% set name = 'part.html' %}{% include name %}",
    ],
)
def test_an_owners_template_makes_those_that_load_it_be_drawn_by_jinja(
    tmp_path: Path, load: str
) -> None:
    texts = {
        ("mine", "part"): "{{ pairs.title }}",
        ("theirs", "part"): "",
        ("theirs", "page"): load,
    }
    for (folder, name), text in texts.items():
        (tmp_path / folder / "komsiluk").mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / "komsiluk" / f"{name}.html").write_text(text, encoding="utf-8")
    folders = [tmp_path / "mine", tmp_path / "theirs"]
    words = Words(language=language("en"), phrases={})
    templates = Templates(folders, words, ours=folders[1])
    assert templates.render("page.html", pairs={"title": "Bread"}) == "Bread"


MACROS = (
    "{% macro m(a, b='B', c=a ~ '<') %}({{ a }}|{{ b }}|{{ c }}){% endmacro %}"
    "{% macro bare() %}<{{ text }}>{% endmacro %}"
    "{% macro around(title='t') %}<{{ title }}>{{ caller() }}</{{ title }}>{% endmacro %}"
    "{% macro each(items) %}{% for item in items %}{{ caller(item, loop.index) }}{% endfor %}{% endmacro %}"
    "{% macro rest(a) %}{{ a }} {{ varargs }} {{ kwargs }}{% endmacro %}"
    "{% macro count(n) %}{{ n }}{% if n %}{{ count(n - 1) }}{% endif %}{% endmacro %}"
    "{% macro maybe(a) %}{{ a if a is defined else 'missing' }}{% endmacro %}"
    "{% macro outer() %}{% macro inner(x) %}[{{ x }}]{% endmacro %}{{ inner(text) }}{{ inner(x=1) }}{% endmacro %}"
)
CALLS = (
    "{{ m(1) }}", "{{ m(1, 2) }}", "{{ m(1, 2, 3) }}", "{{ m(a=1) }}", "{{ m(1, c=text) }}", "{{ m(b=html, a=text) }}",
    "{{ m(1, 2, 3, 4) }}", "{{ m() }}", "{{ m(1, d=2) }}", "{{ m(1, a=2) }}", "{{ m(1, 2, b=3) }}", "{{ m(*items) }}",
    "{{ m(1, **{'c': 2}) }}", "{{ m(none, one, html) }}", "{{ m(m(1), m(2)) }}", "{{ m(1) ~ text }}", "{{ m(1) | length }}",
    "{{ bare() }}", "{{ bare(1) }}", "{{ bare(a=1) }}", "{{ bare() | upper }}", "{{ bare() ~ bare() }}",
    "{% call around() %}{{ text }}{% endcall %}", "{% call around('x') %}{% endcall %}", "{{ around() }}",
    "{% call(item, n) each(items) %}{{ n }}: {{ item }} {% endcall %}", "{% call m(1) %}x{% endcall %}",
    "{% call around(title=text) %}{% call around() %}{{ text }}{% endcall %}{% endcall %}",
    "{{ rest(1) }}", "{{ rest(1, 2, x=3) }}", "{{ rest() }}", "{{ rest(1, a=2) }}",
    "{{ count(3) }}", "{{ maybe() }}{{ maybe(1) }}{{ maybe(a=none) }}", "{{ outer() }}",
    "{{ at.echo(m(1), m is callable) }}", "{{ m(1, 2, 3, d=4) }}", "{% call m(1, 2, 3) %}x{% endcall %}", "{% call bare() %}x{% endcall %}",
    "{% for macro in [m, maybe] %}{{ macro(1) }}{% endfor %}",
)  # fmt: skip


@pytest.mark.parametrize("call", CALLS)
def test_a_macro_is_called_as_in_jinja(both: Both, call: str) -> None:
    ours, jinja = both(MACROS + call)
    assert same(ours, jinja)


@pytest.mark.parametrize("call", CALLS)
def test_a_macro_of_another_template_is_called_as_in_jinja(both: Both, call: str) -> None:
    for name in ("m", "bare", "around", "each", "rest", "count", "maybe", "outer"):
        call = call.replace(f" {name}(", f" p.{name}(").replace(f"({name}(", f"(p.{name}(")
    ours, jinja = both("{% import 'parts.html' as p with context %}" + call, parts=MACROS)
    assert same(ours, jinja)


def test_templates_may_extend_include_and_import_each_other(both: Both) -> None:
    ours, jinja = both(
        "{% extends 'base.html' %}{% from 'parts.html' import m, bare as nothing with context %}"
        "{% block body %}{{ super() }}{{ m(text) }}{{ nothing() }}{% include 'part.html' %}{% endblock %}",
        base="<{% block body %}{{ at.say('marked') }}{% endblock %}>",
        parts=MACROS,
        part="{{ html }}{{ at.say('plain') }}{{ word }}",
    )
    assert ours == jinja
    assert ours == (
        "<Bread &amp; &#34;salt&#34;(Bread &amp; &lt;salt&gt;|B|Bread &amp; &lt;salt&gt;&lt;)"
        "<Bread &amp; &lt;salt&gt;><b>&amp;</b>A wordword>"
    )


def test_a_name_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "komsiluk").mkdir()
    (tmp_path / "komsiluk" / "page.html").write_text("{{ practise.title }}", encoding="utf-8")
    templates = Templates([tmp_path], Words(language=language("en"), phrases={}), ours=tmp_path)
    with pytest.raises(UndefinedError, match="^'practise' is undefined$"):
        templates.render("page.html", practice={})


def test_the_first_theme_that_has_a_template_wins(tmp_path: Path) -> None:
    for folder, names in (("mine", ["a"]), ("theirs", ["a", "b"])):
        (tmp_path / folder / "komsiluk").mkdir(parents=True)
        for name in names:
            (tmp_path / folder / "komsiluk" / f"{name}.html").write_text(folder, encoding="utf-8")
    folders = [tmp_path / "mine", tmp_path / "theirs"]
    templates = Templates(folders, Words(language=language("en"), phrases={}), ours=folders[1])
    assert (templates.render("a.html"), templates.render("b.html")) == ("mine", "theirs")


PIECES = st.sampled_from(
    ["text", "html", "one", "none", "half", "word", "'<'", "'a'", "''", "items", "at.say('marked')",
     "at.inline(text)", "at.link('a')", "pairs['title']", "thing.title", "(text ~ one)", "(html ~ text)"]
)  # fmt: skip


@given(
    st.lists(PIECES, min_size=1, max_size=5), st.sampled_from([" ~ ", " if one else ", " }}{{ "])
)
def test_pieces_are_escaped_as_in_jinja_however_they_are_joined(
    pieces: list[str], glue: str
) -> None:
    template = f"{{{{ {glue.join(pieces)} }}}}"
    with tempfile.TemporaryDirectory() as folder:
        ours, jinja = _both(Path(folder), template)
    assert ours == jinja


def test_templates_kept_as_compiled_serve_every_language(tmp_path: Path) -> None:
    (tmp_path / "komsiluk").mkdir()
    (tmp_path / "komsiluk" / "page.html").write_text("{{ at.say('word') }}", encoding="utf-8")
    (tmp_path / "kept").mkdir()
    said = {"en": "Bread", "mk": "Леб"}
    for _ in range(2):
        for tag, word in said.items():
            words = Words(language=language(tag), phrases={"word": word})
            kept = FileSystemBytecodeCache(str(tmp_path / "kept"))
            assert (
                Templates([tmp_path], words, kept, ours=tmp_path).render("page.html", at=At())
                == word
            )
    assert len(list((tmp_path / "kept").iterdir())) == 1
