"""Invented pages as files, each beside what it says: `pages/NAME.txt` and `pages/NAME.json`.

The json's `shows` names the habit that the page is an example of. A paper's fields that are not
listed are None, and lists that are not there are empty.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from hfpapers import COLUMNS, parse_page

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.txt"))


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def text_of(name: str) -> str:
    return (PAGES / f"{name}.txt").read_bytes().decode("utf-8")


def truth_of(name: str) -> dict[str, Any]:
    truth = json.loads((PAGES / f"{name}.json").read_text("utf-8"))
    assert isinstance(truth, dict)
    return truth


def day(printed: str | None) -> dt.date | None:
    return None if printed is None else dt.date.fromisoformat(printed)


def test_every_page_stands_beside_its_truth() -> None:
    assert sorted(path.stem for path in PAGES.glob("*.json")) == NAMES


def test_every_page_says_what_it_shows(name: str) -> None:
    assert truth_of(name)["shows"].endswith(".")


def test_the_papers_of_a_page_are_read_field_by_field(name: str) -> None:
    truth = truth_of(name)
    page = parse_page(text_of(name), today=day(truth["today"]))
    missing = dict.fromkeys(COLUMNS) | {"authors": []}
    papers = [{**missing, **paper, "date": day(paper.get("date"))} for paper in truth["papers"]]
    assert page.to_dicts() == papers


def test_the_rest_of_a_page_is_read(name: str) -> None:
    truth = truth_of(name)
    page = parse_page(text_of(name), today=day(truth["today"]))
    assert page.kind == truth["kind"]
    assert page.date == day(truth.get("date"))
    assert page.query == truth.get("query")
    assert list(page.leftovers) == truth.get("leftovers", [])
    assert sorted(problem.code for problem in page.problems) == sorted(truth.get("problems", []))


def test_the_lines_of_a_paper_begin_before_its_title_ends(name: str) -> None:
    page = parse_page(text_of(name), today=day(truth_of(name)["today"]))
    spans = sorted(paper.lines for paper in page)
    assert all(1 <= first <= last for first, last in spans)
