"""Rivals: other ways to the same papers, each written as its users would write it.

Three parsers of HTML read title, abstract, authors, date, votes and organisation from the markup of
the page, and the official client makes objects of the JSON that its API returns. Nobody else reads
the text.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from importlib import import_module
from typing import Any, NamedTuple

from tests.benchmarks.pages import TODAY

_AUTHORS = re.compile(r"(\d+) authors")
_DATE = re.compile(r"([A-Z][a-z][a-z] \d+)(?:, (\d{4}))?")


class Record(NamedTuple):
    """What a reader of HTML returns for each paper."""

    title: str
    abstract: str | None
    authors: int | None
    date: dt.date
    votes: int
    org: str | None


def _record(title: str, abstract: str | None, votes: str, byline: str) -> Record:
    """Make values of the texts that a parser of HTML finds."""
    authors = _AUTHORS.search(byline)
    day = _DATE.search(byline)
    assert day is not None
    parsed = dt.datetime.strptime(f"{day[1]} {day[2] or TODAY.year}", "%b %d %Y")
    return Record(
        title=title.strip(),
        abstract=abstract and " ".join(abstract.split()),
        authors=int(authors[1]) if authors else None,
        date=parsed.date(),
        votes=int(votes) if votes.strip().isdecimal() else 0,
        org=None if authors else byline.partition("·")[0].strip(),
    )


def selectolax_records(html: str) -> list[Record]:
    parser = import_module("selectolax.lexbor").LexborHTMLParser
    return [
        _record(
            card.css_first("h3").text(),
            card.css_first("p") and card.css_first("p").text(),
            card.css_first("div.leading-none").text(),
            card.css_first("div.flex-wrap").text(),
        )
        for card in parser(html).css("article")
    ]


def lxml_records(html: str) -> list[Record]:
    parse = import_module("lxml.html").fromstring
    return [
        _record(
            card.findtext(".//h3/a"),
            card.findtext(".//p"),
            card.findtext(".//div[@class='leading-none']"),
            "".join(card.xpath("div[contains(@class, 'flex-wrap')]")[0].itertext()),
        )
        for card in parse(html).iter("article")
    ]


def soup_records(html: str) -> list[Record]:
    soup = import_module("bs4").BeautifulSoup
    return [
        _record(
            card.h3.get_text(),
            card.p and card.p.get_text(),
            card.select_one("div.leading-none").get_text(),
            card.select_one("div.flex-wrap").get_text(),
        )
        for card in soup(html, "lxml").select("article")
    ]


def client_papers(items: str) -> list[Any]:
    """Make what the official client returns for `list_daily_papers` of what its API answers."""
    paper = import_module("huggingface_hub.hf_api").PaperInfo
    return [paper(**item) for item in json.loads(items)]
