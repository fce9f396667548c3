"""What a practice shows and tells of people, and by whose leave."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, GetCoreSchemaHandler, GetPydanticSchema, ValidatorFunctionWrapHandler
from pydantic_core import CoreSchema
from pydantic_core.core_schema import no_info_wrap_validator_function

from komsiluk.model.fields import Day, ItemId, Mailbox, Name, Paragraphs, Record, Text
from komsiluk.model.shown import NotShown, Shown

BETWEEN_THEM = NotShown("who agreed, and to what, is between them and the organisation")


class Consent(Record):
    """The leave of the people in a photograph or a story; the signed paper stays with the organisation."""

    basis: Annotated[Literal["not-needed", "written", "recorded"], BETWEEN_THEM]
    """`not-needed` when nobody can be recognised; else whether it was given in writing or recorded."""
    date: Annotated[Day, BETWEEN_THEM] | None = None
    """When it was given."""
    review_by: Annotated[Day, BETWEEN_THEM] | None = None
    """When the people will be asked again; after that day it no longer holds."""
    held_by: Annotated[Name, BETWEEN_THEM] | None = None
    """The organisation that keeps the paper or the recording."""
    withdraw: Annotated[Mailbox, BETWEEN_THEM] | None = None
    """Where the people write who have changed their mind: a mailbox of a role, not of a person."""


VisiblePeople = Literal["none", "not-recognisable", "recognisable-adults"]
"""Who may be seen in a picture."""


def _people(source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
    """`VisiblePeople`; and whatever names children is read as what the rule `child-recognisable` refuses."""
    return no_info_wrap_validator_function(_children_too, handler.generate_schema(VisiblePeople))


def _children_too(value: object, visible: ValidatorFunctionWrapHandler) -> object:
    is_child = isinstance(value, str) and "child" in value
    return "recognisable-children" if is_child else visible(value)


class Image(Record):
    """A photograph or drawing. The site shows its pixels only; what else is in the file stays out."""

    id: ItemId
    """Name of the picture within the list, for translations and addresses."""
    file: Annotated[
        str,
        Field(pattern=r"^images/[a-z0-9-]+\.(?:jpg|png|webp)$", examples=["images/kitchen.jpg"]),
        NotShown("readers see what is in it"),
    ]
    """The file in the practice's folder `images`, in JPEG, PNG or WebP."""
    alt: Annotated[str, Text(characters=160), Shown()]
    """What can be seen, for people who cannot see it; never a person's name."""
    caption: Annotated[str, Text(characters=200), Shown()] | None = None
    """What stands below it, where that is more than can be seen."""
    credit: Annotated[Name, Shown()]
    """Whose picture it is: the photographer or the organisation."""
    licence: Annotated[Literal["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "no-reuse"], Shown()]
    """The terms of use; `no-reuse` for pictures in which people can be recognised."""
    people: Annotated[
        VisiblePeople | Literal["recognisable-children"],
        GetPydanticSchema(_people),
        NotShown("it decides which terms a picture may have"),
    ]
    """Who can be seen. Children who can be recognised are never shown."""
    consent: Annotated[Consent, BETWEEN_THEM]
    """By whose leave."""


class Story(Record):
    """What somebody told of their own life, so changed that nobody can find them."""

    id: ItemId
    """Name of the story within the list."""
    text: Annotated[Paragraphs, Shown()]
    """The story, in up to 150 words."""
    names: Annotated[Literal["none", "changed"], Shown()]
    """Whether it has no names in it, or other ones; real ones are never written."""
    about: Annotated[
        Literal["adult", "child"],
        NotShown("it decides what has to be checked before the story is shown"),
    ] = "adult"
    """Whom it is about; one about a child needs `safeguarding`."""
    consent: Annotated[Consent, BETWEEN_THEM]
    """By whose leave."""


class Contact(Record):
    """Where one may ask about the practice."""

    role: Annotated[str, Text(characters=80), Shown()]
    """Who answers, by role and never by a person's name."""
    email: Annotated[Mailbox, Shown()]
    """A mailbox of the organisation, not of a person."""


class Safeguarding(Record):
    """Who made sure that nobody is endangered by what stands here."""

    checked_by: Annotated[Name, Shown()]
    """The role and the organisation, never a person's name."""
    date: Annotated[Day, Shown()]
    """When."""


class Provenance(Record):
    """How the practice came to the site."""

    written_by: Annotated[Name, Shown()] | None = None
    """The organisation that wrote it, in the words that readers shall see."""
    licence_agreed: (
        Annotated[Day, NotShown("every text on the site stands under the same licence")] | None
    ) = None
    """When it agreed that the text is published under the site's licence."""
    route: (
        Annotated[
            Literal["form", "document", "e-mail", "pull-request"],
            NotShown("how a text was sent tells readers nothing of the practice"),
        ]
        | None
    ) = None
    """How it was sent."""
