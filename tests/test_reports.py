"""Diagnostics to the forms in which people and machines read them."""

from __future__ import annotations

import json

from komsiluk.diagnostics import Diagnostic, Message, Severity, Span
from komsiluk.reports import github_report, json_report, summary, text_report


def sentence(text: str) -> Message:
    return Message("sentence", (("text", text),))


def diagnostic(
    excerpt: str,
    column: int,
    length: int = 1,
    *,
    line: int = 7,
    severity: Severity = Severity.ERROR,
    message: str = "this is wrong",
    hint: str = "mend it",
    file: str = "practices/clubs/practice.yml",
) -> Diagnostic:
    return Diagnostic(
        rule="some-rule",
        severity=severity,
        message=sentence(message),
        hint=sentence(hint) if hint else None,
        file=file,
        span=Span(line=line, column=column, length=length),
        excerpt=excerpt,
    )


WHOLE_FILE = Diagnostic(
    rule="wrong-encoding",
    severity=Severity.WARNING,
    message=sentence("the file is not saved as UTF-8"),
    file="practices/clubs/practice.yml",
)


def caret(excerpt: str, column: int, length: int = 1) -> str:
    """The last two lines of a report: the line of the file, and the marks beneath it."""
    *_, shown, marks, _ = text_report([diagnostic(excerpt, column, length)]).split("\n")
    return f"{shown}\n{marks}"


def test_a_person_reads_place_message_hint_line_and_mark() -> None:
    assert text_report([diagnostic("titel: Kuća", 1, 5), WHOLE_FILE]) == (
        "practices/clubs/practice.yml:7:1: error: this is wrong. [some-rule]\n"
        "  hint: mend it.\n"
        "     7 | titel: Kuća\n"
        "       | ^^^^^\n"
        "practices/clubs/practice.yml: warning: the file is not saved as UTF-8. [wrong-encoding]\n"
        "1 error, 1 warning"
    )


def test_nothing_is_said_of_nothing() -> None:
    assert text_report([]) == ""


def test_a_hint_of_several_lines_stays_in_its_column() -> None:
    report = text_report([diagnostic("x", 1, hint="write:\nproblem:\n  text: …")])
    assert report.split("\n")[1:4] == [
        "  hint: write:",
        "        problem:",
        "          text: ….",
    ]


def test_a_line_without_text_is_not_shown() -> None:
    assert text_report([diagnostic("  ", 1, hint="")]) == (
        "practices/clubs/practice.yml:7:1: error: this is wrong. [some-rule]\n1 error"
    )


def test_the_mark_stands_under_the_cyrillic_letter() -> None:
    assert caret("тема: образвање", 7, 9) == (
        "     7 | тема: образвање\n"
        "       |       ^^^^^^^^^"
    )  # fmt: skip


def test_an_emoji_is_two_columns_wide_and_an_accent_none() -> None:
    assert caret("🎉 x", 3) == "     7 | 🎉 x\n       |    ^"
    assert caret("e\u0301 x", 4) == "     7 | e\u0301 x\n       |   ^"
    assert caret("a: 🎉🎉", 4, 2) == "     7 | a: 🎉🎉\n       |    ^^^^"


def test_a_tab_is_shown_as_one_space() -> None:
    assert caret("\ttext: x", 2, 4) == "     7 |  text: x\n       |  ^^^^"


def test_the_mark_may_stand_behind_the_end_of_the_line() -> None:
    assert caret("title:", 7) == "     7 | title:\n       |       ^"


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "x" * 150 + "HERE" + "y" * 150
    shown, marks = caret(line, 151, 4).split("\n")
    assert shown == "     7 | …" + "x" * 39 + "HERE" + "y" * 55 + "…"
    assert marks == "       | " + " " * 40 + "^^^^"


def test_a_long_line_is_cut_at_one_side_only_near_its_ends() -> None:
    shown, marks = caret("HERE" + "y" * 150, 1, 4).split("\n")
    assert shown == "     7 | HERE" + "y" * 94 + "…"
    assert marks == "       | ^^^^"
    shown, marks = caret("x" * 150 + "HERE", 151, 4).split("\n")
    assert shown == "     7 | …" + "x" * 94 + "HERE"
    assert marks == "       | " + " " * 95 + "^^^^"


def test_a_mark_is_never_longer_than_what_is_shown() -> None:
    shown, marks = caret("title: " + "y" * 150, 8, 150).split("\n")
    assert len(marks) == len(shown)


def test_programs_read_lines_and_columns() -> None:
    assert json.loads(json_report([diagnostic("titel: Kuća", 1, 5), WHOLE_FILE])) == [
        {
            "file": "practices/clubs/practice.yml",
            "severity": "error",
            "rule": "some-rule",
            "message": "this is wrong.",
            "hint": "mend it.",
            "line": 7,
            "column": 1,
            "end_column": 6,
        },
        {
            "file": "practices/clubs/practice.yml",
            "severity": "warning",
            "rule": "wrong-encoding",
            "message": "the file is not saved as UTF-8.",
            "hint": "",
        },
    ]
    assert json_report([]) == "[]"
    assert "ћ" in json_report([diagnostic("x", 1, message="кућа")])


def test_github_reads_errors_first_because_it_shows_only_ten() -> None:
    report = github_report(
        [
            diagnostic("x", 3, line=1, severity=Severity.NOTICE, message="third"),
            diagnostic("x", 2, 4, line=2, severity=Severity.WARNING, message="second", hint=""),
            diagnostic("x", 1, line=9, message="first", hint=""),
            WHOLE_FILE,
        ]
    )
    place = "file=practices/clubs/practice.yml"
    assert report.split("\n") == [
        f"::error {place},line=9,col=1,endLine=9,endColumn=2,title=some-rule::first.",
        f"::warning {place},title=wrong-encoding::the file is not saved as UTF-8.",
        f"::warning {place},line=2,col=2,endLine=2,endColumn=6,title=some-rule::second.",
        f"::notice {place},line=1,col=3,endLine=1,endColumn=4,title=some-rule::third.%0Ahint: mend it.",
    ]


def test_github_is_not_led_astray_by_what_an_author_writes() -> None:
    report = github_report(
        [
            diagnostic(
                "x",
                1,
                message="100 %, a: b; c\r\n::error::no",
                hint="",
                file="practices/a, b: 50%/practice.yml",
            )
        ]
    )
    assert report == (
        "::error file=practices/a%2C b%3A 50%25/practice.yml,line=7,col=1,endLine=7,endColumn=2,"
        "title=some-rule::100 %25, a: b; c%0D%0A::error::no."
    )


def test_a_summary_counts_each_severity() -> None:
    notice = diagnostic("x", 1, severity=Severity.NOTICE)
    assert summary([]) == "no problems found"
    assert summary([diagnostic("x", 1)]) == "1 error"
    assert summary([notice, WHOLE_FILE, WHOLE_FILE, diagnostic("x", 1), diagnostic("x", 1)]) == (
        "2 errors, 2 warnings, 1 notice"
    )
