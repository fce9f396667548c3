"""What comes of the recipe for a field: run where it was followed, with the folder of fonts."""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

import docx

from komsiluk import build, printing
from komsiluk.mkdocs_plugin.config_loader import load_settings
from komsiluk.pages.papers import Paper, Wanted
from komsiluk.pages.plan import Plan
from komsiluk.search.details import detail
from komsiluk.search.entries import practice_entries
from komsiluk.settings import Settings
from tests.drawings import Bodies, by_ours
from tests.paper import sheets
from tests.promises import bare

SMALL = Path("tests/cases/small")
TEXTS = {
    "repair-evenings": ("A ramp leads to the door, and *somebody* signs.", "What it takes"),
    "tool-library": ("The handles are thick.", ""),
}
"""What is written of two practices; the first has nothing else in that section."""
TRANSLATED = {("mk", "tool-library"): "Рачките се дебели."}


def main(fonts: Path) -> None:
    """Fail unless page, contents, search, comparison, form and papers show it in every language."""
    practices = SMALL / "practices" / "tool-library"
    _append(practices / "practice.yml", f"access: {TEXTS['tool-library'][0]}\n")
    _append(practices / "t" / "mk.yml", f"access: {TRANSLATED['mk', 'tool-library']}\n")
    settings = load_settings(SMALL / "mkdocs.yml")
    checked = build.check(settings)
    assert checked.diagnostics == (), checked.diagnostics
    plan = build.pages(checked, settings)
    bodies = by_ours(settings, checked)
    for tag in settings.languages:
        for practice_id in TEXTS:
            _on_page(plan, bodies, tag, practice_id)
            _in_search_and_comparison(plan, tag, practice_id)
        _in_the_form(plan, bodies, tag)
        _on_paper(plan, settings, tag, fonts)
    labels = {plan.languages[tag].words.say("field.access") for tag in settings.languages}
    assert len(labels) == len(settings.languages), labels


def _append(file: Path, lines: str) -> None:
    with file.open("a", encoding="utf-8") as opened:
        opened.write(lines)


def _said(tag: str, practice_id: str) -> str:
    return TRANSLATED.get((tag, practice_id), TEXTS[practice_id][0]).replace("*", "")


def _on_page(plan: Plan, bodies: Bodies, tag: str, practice_id: str) -> None:
    practice, words = plan.practice(tag, practice_id), plan.languages[tag].words
    body = bodies[tag, f"practices/{practice_id}"]
    assert f'<a href="#what-it-takes">{words.say("section.what-it-takes")}</a>' in body
    _, _, rest = body.partition('<h2 id="what-it-takes">')
    section, _, _ = rest.partition("</section>")
    assert f"<h3>{words.say('field.access')}</h3>" in section, (tag, practice_id)
    assert _said(tag, practice_id).split(",")[0] in section, (tag, practice_id)
    language = practice.texts.must("access").language
    assert (f'lang="{language}"' in section) is (language != tag), (tag, practice_id)


def _in_search_and_comparison(plan: Plan, tag: str, practice_id: str) -> None:
    record = dict(practice_entries(plan, tag))[practice_id]()
    said = _said(tag, practice_id)
    assert any(said in text.text.replace("*", "") for text in record.texts)
    (item,) = detail(plan, tag, practice_id)["facts"]["access"]
    assert said in item


def _in_the_form(plan: Plan, bodies: Bodies, tag: str) -> None:
    label = plan.languages[tag].words.say("field.access")
    assert f'for="access">{label}</label>' in bodies[tag, "contribute/form"]
    assert f'data-fact="access" data-heading="{label}"' in bodies[tag, "compare"]


def _on_paper(plan: Plan, settings: Settings, tag: str, fonts: Path) -> None:
    wanted = [
        Wanted(practice_id=practice_id, language=tag, paper=paper)
        for practice_id in TEXTS
        for paper in Paper
        if paper is not Paper.SESSION_WORD or practice_id == "tool-library"
    ]
    label = plan.languages[tag].words.say("field.access")
    with tempfile.TemporaryDirectory() as cache:
        held = Settings(
            root=settings.root,
            practices=settings.practices,
            languages=settings.languages,
            site_url=settings.site_url,
            fonts=fonts,
            cache=Path(cache),
        )
        files = printing.papers(held, plan, wanted, lambda done, total: None).files.values()
        for paper, file in zip(wanted, map(Path, files), strict=True):
            text = bare(_text(file))
            assert bare(label) in text, paper.name
            assert bare(_said(tag, paper.practice_id)) in text, paper.name


def _text(file: Path) -> str:
    if file.suffix == ".docx":
        opened = docx.Document(io.BytesIO(file.read_bytes()))
        return "\n".join(paragraph.text for paragraph in opened.paragraphs)
    return "\n".join(sheet.text for sheet in sheets(file.read_bytes()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
