"""What a practice shows and tells of people, and by whose leave."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, GetCoreSchemaHandler, GetPydanticSchema, ValidatorFunctionWrapHandler
from pydantic_core import CoreSchema
from pydantic_core.core_schema import no_info_wrap_validator_function

from komsiluk.model.fields import Day, Mailbox, Name, Paragraphs, Record, RecordId, Text


class Consent(Record):
    """The leave of the people in a photograph or a story; the signed paper stays with the organisation."""

    basis: Literal["not-needed", "written", "recorded"]
    """`not-needed` when nobody can be recognised; else whether it was given in writing or recorded."""
    date: Day | None = None
    """When it was given."""
    review_by: Day | None = None
    """When the people will be asked again; after that day it no longer holds."""
    held_by: Name | None = None
    """The organisation that keeps the paper or the recording."""
    withdraw: Mailbox | None = None
    """Where the people write who have changed their mind: a mailbox of a role, not of a person."""


Shown = Literal["none", "not-recognisable", "recognisable-adults"]
"""Who may be seen in a picture."""


def _people(source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
    """`Shown`; and whatever names children is read as what the rule `child-recognisable` refuses."""
    return no_info_wrap_validator_function(_children_too, handler.generate_schema(Shown))


def _children_too(value: object, shown: ValidatorFunctionWrapHandler) -> object:
    is_child = isinstance(value, str) and "child" in value
    return "recognisable-children" if is_child else shown(value)


class Image(Record):
    """A photograph or drawing. The site shows its pixels only; what else is in the file stays out."""

    id: RecordId
    """Name of the picture within the list, for translations and addresses."""
    file: Annotated[
        str,
        Field(pattern=r"^images/[a-z0-9-]+\.(?:jpg|png|webp)$", examples=["images/kitchen.jpg"]),
    ]
    """The file in the practice's folder `images`, in JPEG, PNG or WebP."""
    alt: Annotated[str, Text(characters=160)]
    """What can be seen, for people who cannot see it; never a person's name."""
    caption: Annotated[str, Text(characters=200)] | None = None
    """What stands below it, where that is more than can be seen."""
    credit: Name
    """Whose picture it is: the photographer or the organisation."""
    licence: Literal["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "no-reuse"]
    """The terms of use; `no-reuse` for pictures in which people can be recognised."""
    people: Annotated[Shown | Literal["recognisable-children"], GetPydanticSchema(_people)]
    """Who can be seen. Children who can be recognised are never shown."""
    consent: Consent
    """By whose leave."""


class Story(Record):
    """What somebody told of their own life, so changed that nobody can find them."""

    id: RecordId
    """Name of the story within the list."""
    text: Paragraphs
    """The story, in up to 150 words."""
    names: Literal["none", "changed"]
    """Whether it has no names in it, or other ones; real ones are never written."""
    about: Literal["adult", "child"] = "adult"
    """Whom it is about; one about a child needs `safeguarding`."""
    consent: Consent
    """By whose leave."""


class Contact(Record):
    """Where one may ask about the practice."""

    role: Annotated[str, Text(characters=80)]
    """Who answers, by role and never by a person's name."""
    email: Mailbox
    """A mailbox of the organisation, not of a person."""


class Safeguarding(Record):
    """Who made sure that nobody is endangered by what stands here."""

    checked_by: Name
    """The role and the organisation, never a person's name."""
    date: Day
    """When."""


class Provenance(Record):
    """How the practice came to the site."""

    written_by: Name | None = None
    """The organisation that wrote it, in the words that readers shall see."""
    licence_agreed: Day | None = None
    """When it agreed that the text is published under the site's licence."""
    route: Literal["form", "document", "e-mail", "pull-request"] | None = None
    """How it was sent."""
