"""A number to the record of that number: settlements, organisations, projects and sources.

Their names say that nobody has them: a kind and a number, in every language the words of the
checkout's own vocabularies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.bench.invented.stock import PLACES, Stock
from tests.bench.invented.world import (
    FIRST_YEAR,
    PER_ORGANISATION,
    PER_PROJECT,
    PER_SOURCE,
    World,
    draw,
    drawn,
    is_new,
    near,
    place_id,
    scene,
)

Stocks = Mapping[str, Stock]
"""The stock of each language that is written in files, the site's default first."""


def new_records(
    number: int, known: World, stocks: Stocks
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Kind, id and value of the records that the practice of that number is the first to need."""
    here = scene(number, known.n_towns)
    if here.settlement is not None and is_new(number, known.n_towns):
        yield "places", place_id(here, known), _settlement(number, known, stocks)
    for kind, name, every, make in (
        ("organisations", "organisation", PER_ORGANISATION, _organisation),
        ("projects", "project", PER_PROJECT, _project),
        ("sources", "report", PER_SOURCE, _source),
    ):
        if number % every == 0:
            position = number // every
            yield kind, f"{name}-{position + 1}", make(position, known, stocks)


def place_name(number: int, known: World, stock: Stock) -> str:
    """The place of a practice in the language of the stock: `Pirot`, `Pirot District-3`."""
    here = scene(number, known.n_towns)
    if here.settlement is None:
        return stock.labels["places"][place_id(here, known)]
    return f"{stock.labels['places'][near(here, known)]}-{here.settlement + 1}"


def _settlement(number: int, known: World, stocks: Stocks) -> dict[str, Any]:
    here = scene(number, known.n_towns)
    town = list(known.towns.values())[here.town]
    return {
        "name": {tag: place_name(number, known, stock) for tag, stock in stocks.items()},
        "kind": "municipality",
        "country": town.country,
        "part_of": town.part_of,
        "population_band": drawn(known.concepts["population_bands"], number, 400),
        "settings": [drawn(known.concepts["settings"], number, 401)],
    }


def _organisation(position: int, known: World, stocks: Stocks) -> dict[str, Any]:
    kinds = known.concepts["organisation_types"]
    kind = kinds[position * 3 % len(kinds)]
    names = _numbered(stocks, "organisation_types", kind, position)
    towns = list(known.towns.values())
    return {
        "name": next(iter(names.values())),
        "names": names,
        "type": kind,
        "country": towns[position % len(towns)].country,
        "description": {tag: _said(stock, position, 0, 2) for tag, stock in stocks.items()},
    }


def _project(position: int, known: World, stocks: Stocks) -> dict[str, Any]:
    themes = known.concepts["themes"]
    names = _numbered(stocks, "themes", themes[position % len(themes)], position)
    n_organisations = position * PER_PROJECT // PER_ORGANISATION + 1
    year = FIRST_YEAR + position * 7 % 18
    return {
        "name": next(iter(names.values())),
        "names": names,
        "description": {tag: _said(stock, position, 1, 4) for tag, stock in stocks.items()},
        "start": f"{year}-{1 + position % 12:02}",
        "end": str(year + 2),
        "holders": [f"organisation-{draw(position, 402, n_organisations) + 1}"],
        "donors": [drawn(known.organisations, position, 403)],
        "sources": [f"report-{position * PER_PROJECT // PER_SOURCE + 1}"],
    }


def _source(position: int, known: World, stocks: Stocks) -> dict[str, Any]:
    tag, stock = next(iter(stocks.items()))
    themes = known.concepts["themes"]
    label = stock.labels["themes"][themes[position * 5 % len(themes)]]
    return {
        "title": f"{label} {position + 1}: {_said(stock, position, 2, 1)}",
        "file": f"{position + 1:05}.txt",
        "language": tag,
        "date": f"{FIRST_YEAR + position % 20}-{1 + position % 12:02}",
    }


def _numbered(stocks: Stocks, vocabulary: str, concept: str, position: int) -> dict[str, str]:
    """The words for a concept with a number behind them, by language."""
    return {
        tag: f"{stock.labels[vocabulary][concept]} {position + 1}" for tag, stock in stocks.items()
    }


def _said(stock: Stock, position: int, salt: int, n_sentences: int) -> str:
    """Sentences one after the other."""
    pools = [pool for half in stock.pools for pool in half]
    return " ".join(
        drawn(pools[(position + turn) % (2 * PLACES)], position, 410 + 10 * salt + turn)
        for turn in range(n_sentences)
    )
