"""What was answered to the files of a practice: words to choices, names to ids, lists to items with ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from komsiluk.html.form_questions import FormQuestions
from komsiluk.intake.docx_questions import NAMES, question_of, questions
from komsiluk.intake.docx_reader import Answer
from komsiluk.intake.yaml_writer import Plain, Value, written
from komsiluk.pages.questions import Question
from komsiluk.text.slugs import slug

_PLAIN = re.compile(r"[a-z0-9]+(?:-[A-Za-z0-9]+)*|[A-Z]{2,3}|-?\d+(?:\.\d+)?")
_COUNTRY = re.compile("[A-Z]{2}")
_BETWEEN = re.compile(r"\s*[,;/]\s*")
_KEPT = ("organisations", "places", "projects", "sources")
"""The folders of records that an answer may name for the first time."""


def files_of(
    answers: Mapping[str, Answer], sites: tuple[FormQuestions, ...], today: str
) -> tuple[Mapping[str, bytes], Mapping[str, bytes]]:
    """The texts of a practice and of the records that it names for the first time, by their paths in
    a parcel; and its pictures, by the names of their files. `sites` is the site in each language: a
    document may be in any."""
    answering = _Answering(sites, today)
    return dict(answering.texts(answers)), answering.pictures


@dataclass
class _Answering:
    """Collects what the answers to one document make."""

    sites: tuple[FormQuestions, ...]
    today: str
    pictures: dict[str, bytes] = field(default_factory=dict)
    _fresh: dict[str, dict[str, str]] = field(default_factory=dict)
    """Names that the collection does not know, by folder and id."""

    def texts(self, answers: Mapping[str, Answer]) -> Iterator[tuple[str, bytes]]:
        tree: dict[str, Any] = {}
        for key, answer in answers.items():
            question = question_of(key)
            if question is not None:
                _put(tree, key.split("."), self._value(question, answer))
        details = dict(self._about(tree.pop(NAMES, {})))
        practice: dict[str, Value] = {"schema_version": Plain("1")}
        practice |= self._record(tree, "")
        practice.setdefault("original_language", Plain(self.sites[0].tag))
        practice["updated"] = self.today
        provenance = practice.get("provenance")
        given = provenance if isinstance(provenance, Mapping) else {}
        practice["provenance"] = {**given, "route": Plain("document")}
        yield "practice.yml", written(_in_order(practice), "practice").encode()
        for folder, names in self._fresh.items():
            for record_id, name in names.items():
                record = _fresh_record(folder, name, str(practice["original_language"]))
                record |= details.get((folder, record_id), {})
                yield f"_{folder}/{record_id}.yml", written(record, folder[:-1]).encode()

    def _about(self, tree: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], dict[str, Value]]]:
        """What was told of new names, by folder and id; of one that the collection knows, nothing."""
        for folder, items in tree.items():
            for item in items.values():
                name = item.pop("name", "")
                record_id = str(self._named(folder, name)) if name else ""
                if record_id in self._fresh.get(folder, {}):
                    asked = (part.name for part in questions()[f"{NAMES}.{folder}"].parts)
                    yield (folder, record_id), {one: item[one] for one in asked if one in item}

    def _value(self, question: Question, answer: Answer) -> Value:
        text = " ".join(answer.paragraphs)
        match question.kind:
            case "photograph":
                return [self._picture(data) for data in answer.pictures]
            case "text":
                return "\n\n".join(answer.paragraphs)
            case "agreed":
                return self.today
            case "choice" | "concept" | "language":
                return self._chosen(question, text)
            case "concepts":
                return [self._chosen(question, part) for part in _several(answer)]
            case "countries":
                return [self._country(part) for part in _several(answer)]
            case "references":
                return [self._named(question.of, part) for part in answer.paragraphs]
            case "reference":
                return self._named(question.of, text)
            case "country":
                return self._country(text)
            case "number" | "whole":
                return Plain(text) if _PLAIN.fullmatch(text) else text
        return text

    def _picture(self, data: bytes) -> str:
        name = f"photo-{len(self.pictures) + 1}.jpg"
        self.pictures[name] = data
        return f"images/{name}"

    def _chosen(self, question: Question, text: str) -> Value:
        """The choice that is called so; what is no choice stays as it was written, for checking to tell."""
        for at in self.sites:
            for value, words in at.choices(question):
                if _same(text) in (_same(words), _same(value)):
                    return Plain(value)
        return text

    def _country(self, text: str) -> Value:
        for at in self.sites:
            words = at.language.words
            for code in map(str, words.language.locale.territories):
                if _COUNTRY.fullmatch(code) and _same(text) in (
                    _same(code),
                    _same(words.country(code)),
                ):
                    return Plain(code)
        return text

    def _named(self, folder: str, text: str) -> Value:
        """The id of the record of that name; a name that nobody knows gets a record of its own."""
        for record_id, name in _names(self.sites[0], folder):
            if _same(text) in (_same(name), record_id):
                return Plain(record_id)
        if folder not in _KEPT:
            return text
        fresh = self._fresh.setdefault(folder, {})
        record_id = slug(text)
        fresh.setdefault(record_id, text)
        return Plain(record_id)

    def _record(self, tree: Mapping[str, Any], within: str) -> dict[str, Value]:
        record: dict[str, Value] = {}
        for name, value in tree.items():
            key = f"{within}{name}"
            question = questions()[key]
            if question.kind == "list":
                record[name] = list(self._items(value, key))
            elif question.kind == "group":
                record[name] = self._record(value, f"{key}.")
            elif question.kind == "photograph":
                record[name] = next(iter(value), "")
            else:
                record[name] = value
        return record

    def _items(self, tree: Mapping[str, Any], within: str) -> Iterator[Value]:
        taken: set[str] = set()
        asked = {question.name: question for question in questions()[within].parts}
        for number in sorted(tree, key=int):
            item = self._record(tree[number], f"{within}.")
            if "basis" in asked and asked["basis"].required and "basis" not in item:
                item["basis"] = Plain("suggested")
            if "id" in asked and asked["id"].kind == "id":
                item = {"id": Plain(_free(item, number, taken)), **item}
            yield item


def _put(tree: dict[str, Any], way: list[str], value: Value) -> None:
    for part in way[:-1]:
        tree = tree.setdefault(part, {})
    tree[way[-1]] = value


def _several(answer: Answer) -> list[str]:
    """The answers of a list: one a paragraph, or with commas between them."""
    return [part for text in answer.paragraphs for part in _BETWEEN.split(text) if part]


def _same(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def _names(at: FormQuestions, folder: str) -> Iterator[tuple[str, str]]:
    """Every name of every record of a folder, with its id."""
    for record_id, record in at.collection.records(folder).items():
        name = getattr(record, "name", None) or getattr(record, "title", "")
        labels = name if isinstance(name, Mapping) else {"": name}
        for called in (*labels.values(), *getattr(record, "names", {}).values()):
            yield record_id, called
        if abbreviation := getattr(record, "abbreviation", None):
            yield record_id, abbreviation


def _fresh_record(folder: str, name: str, language: str) -> dict[str, Value]:
    if folder == "places":
        return {"name": {language: name}}
    if folder == "sources":
        return {"title": name, "language": Plain(language)}
    return {"name": name}


def _free(item: Mapping[str, Value], number: str, taken: set[str]) -> str:
    """An id that nobody has yet: from the name of a picture's file, or an item's first text."""
    file = item.get("file")
    text = next((value for value in item.values() if type(value) is str), "")
    if isinstance(file, str) and file:
        candidate = file.rpartition("/")[2].partition(".")[0]
    else:
        candidate = slug(text, 40) if text else f"item-{number}"
    while candidate in taken:
        candidate = f"{candidate}-{number}"
    taken.add(candidate)
    return candidate


def _in_order(fields: Mapping[str, Value]) -> dict[str, Value]:
    """The fields in the order of the form, which is that of the file."""
    return {name: fields[name] for name in questions() if name in fields}
