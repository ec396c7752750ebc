"""The benchmarks: what they read, and that their rivals read the same; no time is asserted."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from functools import partial
from itertools import islice

import pytest

from hfpapers import parse_page
from tests.benchmarks import __main__, cells, measure, pages, rivals, rows, scan
from tests.benchmarks.hostile import HOSTILE, SHORT_LINES
from tests.matrix.replicas import KINDS


def test_the_invented_page_has_the_size_and_shape_of_the_real_one() -> None:
    text = pages.invented_page()
    assert 120_000 < len(text) < 145_000
    assert 550 < len(text.splitlines()) < 700


def test_the_invented_page_is_read_whole() -> None:
    page = parse_page(pages.invented_page(), today=pages.TODAY)
    assert len(page) == pages.CARDS
    assert all(paper.abstract and paper.author_count and paper.date for paper in page)
    assert sum(paper.votes is not None for paper in page) == 16


@pytest.mark.parametrize(
    ("package", "read"),
    [
        ("selectolax", rivals.selectolax_records),
        ("lxml", rivals.lxml_records),
        ("bs4", rivals.soup_records),
    ],
)
def test_a_rival_reads_the_same_papers(
    package: str, read: Callable[[str], list[rivals.Record]]
) -> None:
    if importlib.util.find_spec(package) is None:
        pytest.skip(f"{package} is not installed")
    subject = pages.subject()
    page = parse_page(subject.text, today=pages.TODAY)
    found = read(subject.html)
    assert [one.title for one in found] == [paper.title for paper in page]
    assert [one.abstract for one in found] == [paper.abstract for paper in page]
    assert [one.org for one in found] == [paper.org for paper in page]
    printed = [(one.date, one.authors) for one in found]
    for paper, (date, authors) in zip(page, printed, strict=True):
        assert paper.date in (None, date)
        assert paper.author_count in (None, authors)


def test_there_are_as_many_items_as_cards() -> None:
    assert len(json.loads(pages.subject().items)) == pages.CARDS


def test_the_large_page_holds_the_data_that_it_is_compared_with() -> None:
    page, data = pages.large_page()
    assert 1_500_000 <= len(page) < 2_500_000
    assert 100_000 < len(data) < len(page)


@pytest.mark.parametrize("name", [*HOSTILE, *SHORT_LINES])
def test_hostile_texts_have_the_size_that_they_are_asked_for(name: str) -> None:
    hostile = {**HOSTILE, **SHORT_LINES}[name]
    assert 9_000 < len(hostile.text(10_000 / hostile.size).encode()) <= 10_040


def test_cells_are_pages_of_all_kinds_as_habits_leave_them() -> None:
    found = list(cells.cells(0.1))
    assert {cell.name.partition(",")[0] for cell in found} >= set(KINDS)
    assert all(cell.text and cell.cards for cell in found)


def test_a_cost_says_which_cell_it_is_of() -> None:
    assert str(cells.Cost("daily2024, geese", 0.3, 0.000_12)) == "120 µs; daily2024, geese"


def test_the_scan_makes_the_same_units_of_a_seed() -> None:
    first, second = (list(islice(scan.units(7), 50)) for _ in range(2))
    assert first == second
    assert len(set(first)) > 40


@pytest.mark.parametrize("name", scan.DOORS)
def test_the_scan_reads_a_text_through_each_door(name: str) -> None:
    assert scan.growth(scan.DOORS[name], "3 authors\n", 200, 800) > 0


def test_a_ratio_compares_two_tasks_that_ran_in_turns() -> None:
    calls: list[str] = []
    ratio = measure.ratio(partial(calls.append, "task"), partial(calls.append, "other"), 3)
    assert ratio > 0
    assert calls.count("task") > 3 < calls.count("other")


def test_the_table_has_a_row_for_what_is_measured(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    row = rows.Row("geese / gulls", 2, 3, lambda _: (1.5, "the slow ones"))
    missing = rows.Row("terns", 2, 3, lambda _: (1.5, ""), "no_such_package")
    monkeypatch.setattr(__main__, "ROWS", (row, missing))
    assert __main__.main(["--check"]) == 0
    assert "| geese / gulls | 2 | 1.5 (the slow ones) |" in capsys.readouterr().out


@pytest.mark.parametrize(("figure", "code"), [(6, 0), (6.1, 1)])
def test_only_a_gross_regression_fails_the_check(
    figure: float, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = rows.Row("geese / gulls", 2, 3, lambda _: (figure, ""))
    monkeypatch.setattr(__main__, "ROWS", (row,))
    assert __main__.main(["--check"]) == code
    assert __main__.main([]) == 0
