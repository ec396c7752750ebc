"""What the benchmarks read: one page of 78 papers as text, as HTML and as items of the API.

It is the page of 2025-11-25 from the project's captures where these are at hand, else an invented
page of the same size and shape. The HTML is a replica in the markup of the site, filled with the
papers of the page; the items are those of the captures, else invented for the same papers.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from pathlib import Path

import attrs

from hfpapers import Paper, parse_page
from tests.matrix.items import invent_item, props_of, with_data
from tests.matrix.papers import InventedPaper
from tests.matrix.replicas import Look, invent_replica, render_replica

CAPTURES = Path(__file__).parents[3] / "shared" / "captures"
TODAY = dt.date(2025, 11, 25)
CARDS = 78
#: So large is a page of a month, with the data of its papers.
LARGE = 1_500_000

_SENTENCES = (
    "We ask how far a careful listener can get with nothing but a stopwatch and a bucket.",
    "Earlier work assumes that the tide is known, which holds in tables but seldom on beaches.",
    "Our method needs no labels: it compares each pebble with the one that fell before it.",
    "On four public collections the error falls by a third (from 0.31 to 0.19 on average).",
    "An ablation shows that most of the gain comes from the order in which the geese are counted.",
    "However, maps with coffee on them remain out of reach, and we discuss why.",
    "We prove that the search ends after a number of steps that is linear in the creases, $O(n)$.",
    "Code, recordings and the names of all 212 beaches are published with the paper.",
)
_SUBJECTS = ("Pebbles", "Kettles", "Lighthouses", "Maps", "Geese", "Ship Logs", "Tide Tables")
_METHODS = ("Sorting", "Folding", "Counting", "Hearing", "Reading", "Drawing")
_ENDINGS = ("by Ear", "with Little Supervision", "Twice: A Second Look", "Without Labels")


@attrs.frozen
class Subject:
    """One page in the three forms that it is read from."""

    name: str
    text: str
    html: str
    items: str


def subject() -> Subject:
    """Return the page that all are to read, from the captures or invented."""
    capture = CAPTURES / "text" / "search-2025-11-25.txt"
    found = capture.exists()
    text = capture.read_text("utf-8") if found else invented_page()
    papers = tuple(map(_invented, range(CARDS), parse_page(text, today=TODAY)))
    items = _captured_items() or _items(papers, TODAY)
    return Subject(
        name="the page of 2025-11-25" if found else "an invented page",
        text=text,
        html=render_replica("search", papers, _LOOK).html,
        items=json.dumps(items[:CARDS], ensure_ascii=False),
    )


def invented_page(cards: int = CARDS, seed: int = 0) -> str:
    """Return the text of an invented search page without votes, in the clean form."""
    chance = random.Random(seed)
    header = "new\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\nNov 25\n\n"
    return header + "\n".join(_card(number, chance) for number in range(cards))


def large_page() -> tuple[str, str]:
    """Return a page of HTML with the data of its papers, of 1.5 MB, and that data as JSON."""
    count = 100
    while True:
        replica = invent_replica("daily2025", 0, count)
        props = props_of(replica, _items(replica.invented, replica.today))
        page = with_data(replica.html, props)
        if len(page) >= LARGE:
            return page, json.dumps(props, ensure_ascii=False)
        count = count * LARGE // len(page) + 1


_LOOK = Look(
    today=TODAY,
    query=None,
    split_day=False,
    glued_curator=True,
    navigation=True,
    footer=True,
    comments=True,
    stars=False,
    submitters=False,
    organisations=True,
    votes_hidden=False,
    repeats_first=False,
)


def _card(number: int, chance: random.Random) -> str:
    title = f"{_METHODS[number % 6]} {_SUBJECTS[number % 7]} {_ENDINGS[number % 4]}"
    abstract = " ".join(chance.choices(_SENTENCES, k=chance.randint(13, 23)))
    year = chance.randint(2020, 2025)
    day = dt.date(year, chance.randint(1, 11), chance.randint(1, 24))
    printed = f"{day:%b} {day.day}" + ("" if year == TODAY.year else f", {year}")
    comments = f"{chance.randint(1, 9)}\n" if number % 5 == 0 else ""
    return f"{title}\n\n{abstract}\n\n  • {2 + number % 9} authors\n·\n{printed}\n{comments}"


def _invented(number: int, paper: Paper) -> InventedPaper:
    """Fill the gaps of a paper that was read, so that it can be printed in any form."""
    authors = paper.author_count or 3
    return InventedPaper(
        title=paper.title,
        title_markup=paper.title,
        abstract=paper.abstract,
        abstract_markup=paper.abstract,
        author_names=tuple(f"Author No. {one}" for one in range(authors)),
        author_count=authors,
        org=paper.org,
        org_slug=paper.org and "teapot-lab",
        date=paper.date or TODAY,
        votes=number,
        comments=paper.comments,
        github_stars=None,
        github_url=None,
        submitted_by="mara",
        arxiv_id=f"2511.{number:05}",
    )


def _captured_items() -> list[dict[str, object]]:
    files = sorted((CAPTURES / "json").glob("*.json"))
    return [item for file in files for item in json.loads(file.read_text("utf-8"))]


def _items(papers: tuple[InventedPaper, ...], listed: dt.date) -> list[dict[str, object]]:
    chance = random.Random(0)
    return [invent_item(chance, paper, listed)[0] for paper in papers]
