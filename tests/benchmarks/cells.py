"""Cells: what reading costs for each card, over all extractors, habits and captures at hand.

The unit is what `html.parser` takes for a card of a search page, at the same moment: so a figure
does not depend on the machine. Microseconds stand beside it.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from functools import cache, partial
from html.parser import HTMLParser
from random import Random

import attrs

from hfpapers import parse_page
from tests.benchmarks.measure import medians
from tests.benchmarks.pages import CAPTURES
from tests.matrix.captures import papers_from_items
from tests.matrix.extractors import Extractor, all_extractors
from tests.matrix.habits import all_habits
from tests.matrix.papers import InventedPaper, invent_papers
from tests.matrix.replicas import KINDS, Kind, Replica, invent_replica, render_replica

CARDS = 25
#: The tools whose own time reading is held against: the beginnings of their names.
COMPARED = ("html2text", "soup", "inscriptis", "markdownify")
#: They take so long that fewer turns do.
_FEWER_TURNS = 5


@attrs.frozen
class Cell:
    """The text of one page, and what made it, if that can be done again."""

    name: str
    text: str
    today: dt.date
    cards: int
    extract: Callable[[], str] | None = None

    def parse(self) -> None:
        parse_page(self.text, today=self.today)


@attrs.frozen
class Cost:
    """What a card of a cell costs, in units and in seconds."""

    name: str
    units: float
    seconds: float

    def __str__(self) -> str:
        return f"{self.seconds * 1e6:,.0f} µs; {self.name}"


def cells(share: float = 1) -> Iterator[Cell]:
    """Go through the captures, and a page of each kind from each extractor and habit at hand.

    Of these a share will do, spread evenly. Texts that lost most of their cards are left out: it
    is unclear by how many cards to divide what they cost.
    """
    for path in sorted((CAPTURES / "text").glob("*.txt")):
        text, today = path.read_text("utf-8"), dt.date(2026, 3, 25)
        yield Cell(path.stem, text, today, len(parse_page(text, today=today)))
    for cell in _of_extractors(share):
        if len(parse_page(cell.text, today=cell.today)) > cell.cards // 2:
            yield cell


def _of_extractors(share: float) -> Iterator[Cell]:
    for replica in map(_page, KINDS):
        tools = {**all_extractors(), **all_habits()}
        for name in list(tools)[:: round(1 / share)]:
            tool = tools[name]
            if tool.missing() is None:
                extract = partial(_text, tool, replica.html)
                compared = extract if name.startswith(COMPARED) else None
                title = f"{replica.kind}, {name}"
                yield Cell(title, extract(), replica.today, CARDS, compared)


@cache
def costs(turns: int, share: float) -> tuple[Cost, ...]:
    """Return what a card costs in every cell, the cheapest first."""
    unit = partial(_feed, _page("search").html)
    found = []
    for cell in cells(share):
        own, other = medians(cell.parse, unit, turns)
        found.append(Cost(cell.name, own / cell.cards / (other / CARDS), own / cell.cards))
    return tuple(sorted(found, key=lambda cost: cost.units))


def shares(turns: int, share: float) -> dict[str, float]:
    """Return what reading costs as a share of what the extractor took for the same page."""
    found = {}
    for cell in cells(share):
        if cell.extract is not None:
            own, other = medians(cell.parse, cell.extract, min(turns, _FEWER_TURNS))
            found[cell.name] = own / other
    return found


def _text(tool: Extractor, html: str) -> str:
    return tool.extract_all([html])[0]


@cache
def _page(kind: Kind) -> Replica:
    """Return a page of a kind: of real papers where there are any, else of invented ones."""
    replica = invent_replica(kind, 5, 1)
    papers = _real_papers() or invent_papers(Random(kind), CARDS, replica.today)
    return render_replica(replica.kind, papers, replica.look)


def _real_papers() -> tuple[InventedPaper, ...]:
    """Take papers from all files of items by turns, so that all years are there."""
    files = sorted((CAPTURES / "json").glob("*.json"))
    items = [item for file in files for item in json.loads(file.read_text("utf-8"))]
    step = len(items) // CARDS or 1
    return papers_from_items(items[::step][:CARDS])


def _feed(html: str) -> None:
    parser = HTMLParser()
    parser.feed(html)
    parser.close()
