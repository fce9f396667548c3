"""A word of a title, or the name of a place, to other forms of it; written from grammar.

The words are those of which the titles of a generated collection are made.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from komsiluk.text.serbian import to_cyrillic

_ENGLISH = """
associations association, bakery bakeries, baking bakes baked, campaigns campaign,
clubs club, embroidery embroideries, enterprise enterprises, exchanges exchange, grants grant,
groups group, informing informs informed, livelihoods livelihood, monitoring monitored,
networks network, selling sells, services service, skills skill, training trainings trained,
visit visits visiting, workshops workshop
"""
_SERBIAN = """
događaji događaj događaja događajima, informisanje informisanja informisanju,
kampanja kampanje kampanju kampanjama, klubovi klub klubova klubovima,
komšija komšije komšijama, komšiluk komšiluka komšiluku, konsultacije konsultacija konsultacijama,
koordinacija koordinacije koordinaciju koordinacijom, kultura kulture kulturu, kurs kursa kursu,
obrazovanje obrazovanja obrazovanju, obuka obuke obuku obukama, odlukama odluke odluka,
pekara pekare pekaru pekari, planiranje planiranja planiranju, povratak povratka povratku,
preduzeće preduzeća preduzećima, prostor prostori prostora prostoru, razmena razmene razmenu,
saradnja saradnje saradnju, sredstva sredstava sredstvima, učešće učešća učešću,
usluga usluge usluzi uslugama, usluge usluga uslugama, veštine veština veštinama,
zagovaranje zagovaranja zagovaranju, zajednice zajednica zajednicama, zarada zarade zaradu
"""
_BOSNIAN = """
informiranje informiranja informiranju, razmjena razmjene razmjenu, vještine vještina vještinama
"""
_MACEDONIAN = """
вештини вештина вештините, враќање враќањето, грантови грант грантовите, заедници заедница заедниците,
застапување застапувањето, заработка заработката, информирање информирањето,
кампања кампањата кампањи, клубови клуб клубот клубовите, консултации консултација консултациите,
координација координацијата, култура културата, курс курсот курсеви, настани настан настаните,
обука обуката обуки обуките, образование образованието, пекарница пекарницата пекарници,
планирање планирањето, претпријатие претпријатието претпријатија, простор просторот,
работа работата, размена размената, соработка соработката, соседи сосед соседите,
соседство соседството, услуга услугата услуги, услуги услуга услугите, учество учеството
"""
_ALBANIAN = """
aftësitë aftësi aftësive, arsimi arsim arsimin, avokim avokimi avokimin,
bashkëpunimi bashkëpunim bashkëpunimin, bashkërendim bashkërendimi bashkërendimin,
bashkësi bashkësia bashkësitë, fqinjësia fqinjësi fqinjësinë, furrë furra furrat furrën,
fushatë fushata fushatën fushatat, grante grant grantet, hapësirë hapësira hapësirat hapësirën,
informimi informim informimin, klubet klub klubi klube, konsultim konsultimi konsultime,
kthimi kthim kthimin, kultura kulturë kulturën, kurs kursi kursin kurset,
ndërmarrje ndërmarrja ndërmarrjet, pjesëmarrja pjesëmarrje pjesëmarrjen,
planifikimi planifikim planifikimin, shërbim shërbimi shërbime shërbimet,
shërbimet shërbim shërbime shërbimeve, shkëmbim shkëmbimi shkëmbime shkëmbimet,
trajnim trajnimi trajnime trajnimet, veprimtari veprimtaria veprimtaritë
"""
_GERMAN = """
bäckerei bäckereien, clubs club, dienst dienste diensten, dienste dienst diensten,
fähigkeiten fähigkeit, gemeinden gemeinde, interessenvertretung interessenvertretungen,
kampagne kampagnen, konsultation konsultationen, nachbarschaft nachbarschaften,
schulung schulungen, sozialunternehmen sozialunternehmens, stickkurs stickkurse stickkursen,
strategie strategien, veranstaltungen veranstaltung, zuschüsse zuschuss zuschüssen
"""
_WORDS = {
    "en": _ENGLISH,
    "sr-Latn": _SERBIAN,
    "sr-Cyrl": to_cyrillic(_SERBIAN),
    "bs": f"{_SERBIAN},{_BOSNIAN}",
    "mk": _MACEDONIAN,
    "sq": _ALBANIAN,
    "de": _GERMAN,
}
_SERBIAN_PLACES = {"ac": "cu", "a": "i", "o": "u", "e": "u", "": "u"}
_PLACES = {
    "sr-Latn": _SERBIAN_PLACES,
    "sr-Cyrl": {to_cyrillic(end): to_cyrillic(other) for end, other in _SERBIAN_PLACES.items()},
    "bs": _SERBIAN_PLACES,
    "sq": {"ë": "ës", "i": "isë", "": "it"},
}
"""Endings of names, the longest first: the locative, in Albanian the genitive."""


def forms(word: str, language: str) -> tuple[str, ...]:
    """Other forms of a title's word in small letters; none where none is written down.

    >>> forms("obuka", "sr-Latn")
    ('obuke', 'obuku', 'obukama')
    """
    return _paradigms(language).get(word, ())


def place_form(name: str, language: str) -> str:
    """The name of a place as it stands behind "in" or "of"; itself, where that is no other form.

    >>> [place_form(name, "sr-Latn") for name in ("bujanovac", "sjenica", "novi pazar")]
    ['bujanovcu', 'sjenici', 'novi pazar']
    """
    if not name.isalpha():
        return name
    for ending, other in _PLACES.get(language, {}).items():
        if name.endswith(ending):
            return name.removesuffix(ending) + other
    return name


@functools.cache
def _paradigms(language: str) -> Mapping[str, tuple[str, ...]]:
    rows = [row.split() for row in _WORDS[language].split(",")]
    return {word: tuple(others) for word, *others in rows}
