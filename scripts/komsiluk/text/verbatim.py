"""Patterns of the parts of a Markdown text that machines read and that must not be respelt.

A part that is opened and never closed ends with its line, its paragraph or the text, as CommonMark
0.31 has it for code and HTML. With the possessive repeats this keeps a hostile text from stalling us.
"""

from __future__ import annotations

_ADDRESS = r"(?:[^\s<>()\[\]{}\"`|„“”]|\([^\s<>()]*+\))"

_ENDINGS = (
    # Domains: those of the region, with Serbia's in Cyrillic, and generic ones that organisations use.
    "org|com|net|info|eu|int|rs|срб|ba|me|mk|мкд|al|xk|hr|si|de|at|ch|gov|edu|io|dev"
    # Files: the kinds in a practice's folder and its downloads.
    "|md|ya?ml|json|geojson|csv|tsv|txt|html?|xml|css|js|py|toml|zip|pdf|docx?|xlsx?|pptx?|odt|ods"
    "|png|jpe?g|webp|avif|gif|svg|ico|mp[34]|woff2?"
)

_MARKUP = {
    "fenced code": r"""
        (?<![^\s>])(?P<fence>`{3,}|~{3,})[^`\n]*+(?:\n|\Z)
        (?s:.*?)(?:(?m:^)[ \t>]*(?P=fence)[`~]*[ \t]*(?m:$)|\Z)""",
    "inline code": r"(?<!`)(?P<ticks>`+)(?!`)(?s:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)",
    "HTML comment": r"<!--(?s:.*?)(?:-->|\Z)",
    "HTML code": r"<(?P<tag>code|pre|kbd|samp|var|script|style)\b(?s:.*?)(?:</(?P=tag)>|\Z)",
    "HTML tag": r"</?[a-zA-Z][^<>]*+>",
    "entity": r"&(?:[a-zA-Z][a-zA-Z0-9]*|\#[0-9]+|\#[xX][0-9a-fA-F]+);",
    "expression": r"\{\{[^{}]*+\}\}|\{%[^{}]*+\}",
    "placeholder or attribute list": r"\{[^{}\n]*+\}",
    "printf": r"%(?:\(\w+\)|[0-9]+\$)?[0-9.]*[sdifr](?![^\W_])",
    # Only the destination: readers read the title and the label, and the label may stand alone.
    "link destination": r"\]\([ \t]*(?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)",
    # A destination has a slash, a dot or a hash; a footnote or an abbreviation has words instead.
    "reference destination": r"""
        \]:[ \t]++(?:<[^<>\n]*>|(?=\S*[/.\#]\S)\S++)(?=[ \t]*(?m:$|["'(]))""",
    "icon": r"(?<![^\W_]):[a-z0-9][a-z0-9_+-]*+:(?![^\W_])",
    "admonition": r"""
        (?:(?<![^\n])|(?<=\n[ ]{4}))(?:!!!|\?\?\?\+?)[ \t]+[a-z -]++(?=["\n]|\Z)""",
    "snippet": r"--8<-[^\n]*",
}
_ADDRESSES = {
    "URL": rf"(?:(?:https?|ftp)://|(?:mailto|tel|geo):|www\.){_ADDRESS}+",
    "e-mail or handle": r"[\w.+-]*+@[\w-]+(?:\.[\w-]+)*",
    "domain or file": rf"(?:\.*/)?(?:[\w-]++[./])+(?:{_ENDINGS})(?![\w-])(?:/{_ADDRESS}*)?",
    "path": r"\.{0,2}/[\w.-]+/[\w./-]*",
}

MARKUP = rf"(?=[`~<&{{%\]:!?-])(?:{'|'.join(_MARKUP.values())})"
"""Code, HTML, entities, link destinations, placeholders, attribute lists, icons, snippet lines.

Source of a regular expression, for `re.VERBOSE`. All begin with one of the characters in front.
Placeholders are those of Jinja, `str.format` and printf. Any text in braces counts as one.
"""

ADDRESS = rf"(?<![\w./+-])(?=[\w+-]*+[./:@]\S)(?:{'|'.join(_ADDRESSES.values())})"
"""URLs, domains, e-mail addresses, handles, paths and file names.

Source of a regular expression, for `re.VERBOSE`. None begins inside a word or an address.
"""
