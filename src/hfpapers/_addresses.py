"""Addresses: urls of papers, or their arXiv ids, on lines of their own.

Some extractors print the target of each link below its text. Others, and people, print one address
for each card, above or below all of it. Then the address is its title's:

    https://huggingface.co/papers/2411.00001
    12
    Sorting Pebbles by Ear
    ...
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from hfpapers._clean import Piece
from hfpapers._dates import SITE_DATE
from hfpapers._furniture import furniture
from hfpapers._links import Link, read_link
from hfpapers._words import AUTHORS, HOST, SUBMITTED_BY

_BARE_URL = regex.compile(r"<?(?P<url>https?://[^\s<>]+)>?$")
_PAPER_URL = regex.compile(rf"{HOST}/(?:papers/[0-9]|login\?)\S++$")
_ID = regex.compile(r"(?i:arxiv:\s?)?(?P<id>[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?)$")
_BEGINNINGS = frozenset({"http", "arXi", "arxi"})
#: What cards hold besides titles, abstracts and names.
_ITEM = regex.compile(
    rf"(?:[*•-]\s)?(?:[0-9][0-9,]*+ {AUTHORS}|·|(?:.*·\s)?{SITE_DATE}(?:\s[0-9]++)?|[0-9.,]++[kKM]?"
    rf"|-|{SUBMITTED_BY}.*)"
)


def hold_addresses(rows: Sequence[str]) -> bool:
    """Whether urls of papers, or ids, stand on lines of their own."""
    begun = [row for row in rows if row[4:5] == "." or row[:4] in _BEGINNINGS]
    return any(_PAPER_URL.match(row) or _ID.match(row) for row in begun)


def read_address(row: str) -> Link | None:
    """Read a row that is nothing but an address."""
    if match := _BARE_URL.match(row):
        return read_link(match["url"])
    match = _ID.match(row)
    return Link("paper", match["id"].partition("v")[0]) if match else None


def give_to_titles(
    lines: Sequence[Piece], rows: Sequence[str]
) -> tuple[Sequence[Piece], Sequence[str]]:
    """Give each address that is a whole card's to a text of the card, and take its line out."""
    found = {place: link for place, row in enumerate(rows) if (link := read_address(row))}
    owners = _owners(rows, found)
    links = {owner: found[place] for place, owner in owners.items()}
    kept: list[Piece] = []
    gap = False
    for place, line in enumerate(lines):
        gap = gap or line.gap
        if place not in owners:
            kept.append(line._replace(gap=gap, link=links.get(place)))
            gap = False
    return kept, [row for place, row in enumerate(rows) if place not in owners]


def _owners(rows: Sequence[str], found: dict[int, Link]) -> dict[int, int]:
    """Return for each address of a whole card the place of the text that it is given to."""
    places = list(found)
    ids = {link.value for link in found.values()}
    only_papers = all(link.kind in ("paper", "arxiv") for link in found.values())
    # Targets of links stand below titles as well as elsewhere, and more than once for each paper.
    below_items = sum(place == 0 or _is_no_text(rows[place - 1]) for place in places)
    if not only_papers or len(ids) < len(places) or below_items * 2 <= len(places):
        return {}
    above = any(map(_is_item, rows[places[-1] + 1 :]))
    ends = [*places[1:], len(rows)] if above else [-1, *places[:-1]]
    owners: dict[int, int] = {}
    for place, end in zip(places, ends, strict=True):
        texts = _texts(rows, range(place + 1, end) if above else range(end + 1, place))
        if texts:
            # Below a card's texts there may be a name; a title or an abstract is longer.
            owners[place] = texts[0] if above else max(texts, key=lambda one: len(rows[one]))
    return owners


def _texts(rows: Sequence[str], places: Iterable[int]) -> list[int]:
    """Return the places of titles, abstracts and organisations among some rows."""
    return [
        place
        for place in places
        if not _is_no_text(rows[place]) and (place == 0 or rows[place - 1] != SUBMITTED_BY)
    ]


def _is_no_text(row: str) -> bool:
    """Whether a row is an item, furniture, or a tag of which only the place is left."""
    return _is_item(row) or furniture(row) is not None or not any(map(str.isalnum, row))


def _is_item(row: str) -> bool:
    return _ITEM.fullmatch(row) is not None
