"""Real pages, where they are at hand: the captures are not part of this repository."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from hfpapers import Page, Paper, parse_page

CAPTURES = Path(__file__).parent.parent.parent / "shared" / "captures"
NAMES = sorted(path.stem for path in (CAPTURES / "text").glob("*.txt"))
LARGEST = "search-2025-11-25"

pytestmark = pytest.mark.skipif(not NAMES, reason="there are no captures beside this repository")


def truth_of(name: str) -> dict[str, Any]:
    truth = json.loads((CAPTURES / "truth" / f"{name}.json").read_text("utf-8"))
    assert isinstance(truth, dict)
    return truth


def read(name: str, today: dt.date | None) -> Page:
    return parse_page((CAPTURES / "text" / f"{name}.txt").read_bytes().decode("utf-8"), today=today)


def today_of(name: str) -> dt.date | None:
    today = truth_of(name)["today"]
    return None if today is None else dt.date.fromisoformat(today)


def printed(value: object) -> object:
    """Return a value as the truth writes it, with white space collapsed."""
    if isinstance(value, str):
        return " ".join(value.split())
    return value.isoformat() if isinstance(value, dt.date) else value


def differences(name: str, papers: tuple[Paper, ...]) -> list[str]:
    """Say for every field of the truth that was read otherwise what was read."""
    return [
        f"{number}: {field} is {printed(getattr(paper, field))!r}, not {printed(value)!r}"
        for number, (paper, truth) in enumerate(zip(papers, truth_of(name)["papers"], strict=True))
        for field, value in truth.items()
        if printed(getattr(paper, field)) != printed(value)
    ]


@pytest.mark.parametrize("name", NAMES)
class TestEveryCapture:
    def test_has_all_its_papers_and_no_other_in_page_order(self, name: str) -> None:
        titles = [printed(paper.title) for paper in read(name, today_of(name))]
        assert titles == [printed(paper["title"]) for paper in truth_of(name)["papers"]]

    def test_is_read_exactly_field_by_field(self, name: str) -> None:
        assert differences(name, read(name, today_of(name)).papers) == []

    def test_is_of_the_kind_that_it_was_taken_from(self, name: str) -> None:
        assert read(name, today_of(name)).kind == truth_of(name)["kind"]


@pytest.mark.skipif(LARGEST not in NAMES, reason="this capture is not at hand")
class TestTheLargestCapture:
    def test_has_the_same_dates_without_today(self) -> None:
        assert read(LARGEST, None).papers == read(LARGEST, today_of(LARGEST)).papers

    def test_says_without_today_that_the_year_was_inferred(self) -> None:
        codes = [problem.code for problem in read(LARGEST, None).problems]
        assert codes.count("year-inferred") == 1
        assert codes.count("unlabelled-count") == 1

    def test_has_as_many_of_each_part_as_were_counted_by_hand(self) -> None:
        papers = read(LARGEST, today_of(LARGEST)).papers
        assert len(papers) == 78
        bare = [p for p in papers if p.author_count is None and p.org is None and p.date is None]
        assert len(bare) == 4
        assert sum(paper.org is not None for paper in papers) == 3
        assert sum(paper.votes is not None for paper in papers) == 16
        assert sum(paper.date is not None for paper in papers) == 74
