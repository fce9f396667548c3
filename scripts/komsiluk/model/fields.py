"""What a field of a record means beyond its type: its limits, whether it is translated, what it points to."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from komsiluk.model.shown import NotShown

_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+")
_THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2}\.[0-9]{3}")


class Record(BaseModel):
    """The base of everything that is read from a file: frozen, closed, fields documented beneath them."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, str_strip_whitespace=True
    )


@dataclass(frozen=True, slots=True)
class Text:
    """Marks a field that people read: it is translated, and has a limit."""

    characters: int | None = None
    """Longest allowed, in characters (Unicode code points)."""
    words: int | None = None
    """Longest allowed, in words (runs without white space)."""
    markdown: bool = False
    """Whether CommonMark is rendered in it; otherwise every character is shown as it stands."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        json_schema = handler(schema)
        json_schema["x-i18n"] = True
        if self.characters is not None:
            json_schema["maxLength"] = self.characters
        if self.words is not None:
            json_schema["x-max-words"] = self.words
        if self.markdown:
            json_schema["x-markdown"] = True
        return json_schema


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field that holds the id of a record kept in a file of its own."""

    to: str
    """`organisations`, `projects`, `places` or `sources`."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "x-reference": self.to}


@dataclass(frozen=True, slots=True)
class Concept:
    """Marks a field that holds the id of a concept of a vocabulary."""

    vocabulary: str

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "x-vocabulary": self.vocabulary}


def _number(value: Any) -> Any:
    """Numbers as YAML 1.2's core schema spells them; `1_000`, `0x10` and ` 12 ` are no numbers.

    `2.000` is refused: in the region it means two thousand, to a computer two.
    """
    if not isinstance(value, str):
        return value
    if _THOUSANDS.fullmatch(value):
        raise PydanticCustomError("thousands", "two thousand or two")
    if _WHOLE.fullmatch(value):
        return int(value)
    if _DECIMAL.fullmatch(value):
        return float(value)
    raise PydanticCustomError("not_a_number", "not a number")


def _whole(value: Any) -> Any:
    number = _number(value)
    if isinstance(number, float):
        raise PydanticCustomError("not_a_whole_number", "not a whole number")
    return number


def _degrees(value: Any) -> Any:
    """Two decimals are a kilometre, and three would be a street."""
    if isinstance(value, str) and _DECIMAL.fullmatch(value) and len(value.partition(".")[2]) > 2:
        raise PydanticCustomError("too_exact", "more than two decimals")
    return _number(value)


def _real_day(value: str) -> str:
    """A month has no 31st because the form of the date allows it."""
    try:
        if len(value) == len("2017-02-01"):
            datetime.date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("no_such_day", "no such day") from None
    return value


Whole = Annotated[int, BeforeValidator(_whole, json_schema_input_type=int)]
"""A whole number, of digits only."""
Number = Annotated[int | float, BeforeValidator(_number, json_schema_input_type=int | float)]
"""A number, with a point before its decimals."""
Degrees = Annotated[float, BeforeValidator(_degrees, json_schema_input_type=float)]
"""Degrees (WGS 84) with at most two decimals: a kilometre, so a town and never a house."""

RecordId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=60)]
"""Name of a record or of an item of a list: small ASCII letters, digits and single hyphens. It never changes."""
ItemId = Annotated[
    RecordId, NotShown("it names an item in translations and addresses; readers see what it says")
]
"""Name of an item within its list."""
Day = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?$"),
    AfterValidator(_real_day),
    Field(examples=["2017", "2017-02", "2017-02-01"]),
]
"""A date as exact as it is known: a year, a month of a year, or a day (ISO 8601)."""
LanguageTag = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$"),
    Field(examples=["en", "sr-Latn", "mk"]),
]
"""A language as BCP 47 writes it: language, script where it matters, country where it matters."""
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$"), Field(examples=["RS", "MK"])]
"""A country by its two letters (ISO 3166-1, and XK)."""
WebAddress = Annotated[
    str, StringConstraints(pattern=r"^https://\S+$"), Field(examples=["https://example.org/report"])
]
"""An address that starts with https://."""
Mailbox = Annotated[
    str,
    StringConstraints(
        pattern=r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$", max_length=120
    ),
    Field(examples=["office@example.org"]),
]
"""An e-mail address that an organisation has."""
Name = Annotated[str, StringConstraints(min_length=1, max_length=120)]
"""What an organisation or a role is called, in every language alike."""

OrganisationId = Annotated[RecordId, Reference("organisations")]
ProjectId = Annotated[RecordId, Reference("projects")]
PlaceId = Annotated[RecordId, Reference("places")]
SourceId = Annotated[RecordId, Reference("sources")]

Line = Annotated[str, Text(characters=100, words=15)]
"""A title: one line."""
Sentence = Annotated[str, Text(characters=160)]
"""A sentence that stands alone on a card."""
Note = Annotated[str, Text(characters=400, markdown=True)]
"""A few sentences."""
Paragraphs = Annotated[str, Text(words=150, markdown=True)]
"""Up to 150 words in paragraphs."""

Labels = dict[LanguageTag, Annotated[str, Field(min_length=1)]]
"""The same words by language."""
