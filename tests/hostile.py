"""A site of practices that mean harm: each has one payload wherever a contributor can write. As a script:
builds one whatever the rules say of it, for they would refuse it."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.pictures import laden_jpeg
from tests.small_site import BASE

CASES = BASE.parent
CONFIG = """\
site_name: A hostile site
site_url: https://hostile.example.org/
docs_dir: docs
theme: {name: material, font: false}
plugins:
  - i18n:
      docs_structure: folder
      reconfigure_material: false
      reconfigure_search: false
      languages:
        - {locale: en, name: English, default: true}
        - {locale: mk, name: Македонски}
  - komsiluk:
      cards: false
      formats: []
"""


def payloads() -> Mapping[str, str]:
    """The payloads by name."""
    held: Mapping[str, str] = yaml.safe_load((CASES / "payloads.yml").read_text("utf-8"))
    return held


def practice(payload: str) -> Mapping[str, Any]:
    """A practice that says it everywhere."""
    at = {"id": "report", "at": payload}
    point = {"id": "a", "text": payload, "basis": "reported", "source": at}
    short = payload[:120]
    return {
        "schema_version": 1,
        "original_language": "en",
        "title": payload,
        "tagline": payload,
        "summary": payload,
        "updated": "2026-11-22",
        "themes": ["meeting"],
        "groups": ["everybody"],
        "type": "service",
        "countries": ["RS"],
        "places": ["novi-pazar"],
        "period": {"start": "2020", "source": at},
        "organisations": [{"organisation": "neighbours", "role": "lead"}],
        "problem": {"text": payload, "sources": [at]},
        "steps": [
            {"id": kind, "what": payload, "how": payload, "who": payload, "first_week": 1,
             "inputs": payload, "output": payload, "risk": payload, "basis": kind}
            for kind in ("reported", "suggested")
        ],
        "results": [
            {"id": "r", "claim": payload, "value": 2, "unit": payload, "status": "achieved", "source": at}
        ],
        "resources": {
            "funding": [{"id": "f", "instrument": payload, "source": at}],
            "needs": [{**point, "kind": "people"}],
        },
        "participation": [point],
        "lessons": {"hard": [point], "would_change": [point]},
        "evaluation": {"type": "self", "text": payload, "source": at},
        "sustainability": {"after_funding": "continued", "text": payload, "source": at},
        "transfer": {
            "prerequisites": [{**point, "kind": "premises"}],
            "success_factors": [point], "obstacles": [point], "not_suitable_when": [point],
            "replications": [{"id": "x", "place": "novi-pazar", "changed": payload, "source": at}],
        },
        "checklist": [{"id": "t", "what": payload, "weeks_before": 1}],
        "session": {
            "purpose": payload, "group": payload, "decision": payload, "questions": [point],
            "activities": [
                {"id": "a", "title": payload, "minutes": 5, "method": payload, "how": payload,
                 "materials": payload}
            ],
        },
        "notes": [{"id": "n", "text": payload}],
        "images": [
            {"id": "i", "file": "images/i.jpg", "alt": payload, "caption": payload, "credit": short,
             "licence": "CC-BY-4.0", "people": "none", "consent": {"basis": "not-needed"}}
        ],
        "stories": [
            {"id": "s", "text": payload, "names": "changed",
             "consent": {"basis": "written", "held_by": short}}
        ],
        "contact": {"role": payload, "email": "office@e.example"},
        "safeguarding": {"checked_by": short, "date": "2026-01-01"},
        "provenance": {"written_by": short},
    }  # fmt: skip


def write_hostile(folder: Path) -> Path:
    """The source of the site: a practice for each payload, one of them translated; records and a
    vocabulary that mean harm too; and a practice that was withdrawn."""
    shutil.copytree(BASE, folder)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    practices = folder / "practices"
    shutil.rmtree(practices / "clubs" / "t")
    (practices / "clubs" / "practice.yml").rename(practices / "clubs" / "withdrawn.yml")
    _write(practices / "clubs" / "withdrawn.yml", {"schema_version": 1, "withdrawn": "2026-11-22"})
    picture = laden_jpeg()
    for name, payload in payloads().items():
        _write(practices / name / "practice.yml", practice(payload))
        (practices / name / "images").mkdir()
        (practices / name / "images" / "i.jpg").write_bytes(picture)
    _write(
        practices / "raw-script" / "t" / "mk.yml",
        {"schema_version": 1, "language": "mk", "status": "human", **_translated("</p><script>alert(1)</script>")},
    )  # fmt: skip
    for file, fields in _records():
        path = practices / file
        _write(path, {**yaml.safe_load(path.read_text("utf-8")), **fields})
    return folder


def _translated(payload: str) -> Mapping[str, Any]:
    return {
        "title": payload,
        "tagline": payload,
        "summary": payload,
        "images": {"i": {"alt": payload, "caption": payload}},
        "stories": {"s": {"text": payload}},
    }


def _records() -> Iterator[tuple[str, Mapping[str, Any]]]:
    everything = '"><img src=x onerror=alert(1)>{{ config }}</script><script>alert(1)</script>'
    labels = {"en": everything, "mk": everything}
    yield "_organisations/neighbours.yml", {"name": everything, "abbreviation": everything}
    yield "_places/novi-pazar.yml", {"name": labels}
    yield "_sources/report.yml", {"title": everything, "file": everything}
    concept = {"id": "meeting", "label": labels, "definition": labels, "motif": "weave"}
    yield "_vocabularies/themes.yml", {"title": labels, "concepts": [concept]}


def _write(file: Path, value: Mapping[str, Any]) -> None:
    """JSON is YAML; of lines that are no longer than a field."""
    file.parent.mkdir(exist_ok=True, parents=True)
    lines = (f"{json.dumps(name)}: {json.dumps(held)}" for name, held in value.items())
    file.write_text("\n".join([*lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    from komsiluk import rules
    from komsiluk.cli.main import main

    rules.check = lambda loaded, languages, today=None: ()
    sys.argv = ["komsiluk", "build", "-d", sys.argv[1]]
    main()
