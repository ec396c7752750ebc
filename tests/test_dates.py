"""Dates in the site's spelling and in others, alike with every supported python-dateutil."""

from __future__ import annotations

import datetime as dt

import pytest

from hfpapers import parse_page
from hfpapers._dates import other_date

TODAY = dt.date(2025, 11, 25)


def date_of(printed: str, today: dt.date | None = TODAY) -> dt.date | None:
    """Return the date of a card that prints it so."""
    card = "12\n\nSorting Pebbles by Ear\n\nA click tells the size of a pebble.\n\n3 authors\n·\n"
    (paper,) = parse_page(f"{card}{printed}\n", today=today)
    return paper.date


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("May 7, 2024", dt.date(2024, 5, 7)),
        ("Nov 13", dt.date(2025, 11, 13)),
        ("Dec 31, 2023", dt.date(2023, 12, 31)),
        ("Feb 29, 2024", dt.date(2024, 2, 29)),
        ("Published on Jun 2, 2024", dt.date(2024, 6, 2)),
    ],
)
def test_the_spelling_of_the_site(printed: str, date: dt.date) -> None:
    assert date_of(printed) == date


@pytest.mark.parametrize(
    "printed",
    [
        "2025-11-13",
        "2025/11/13",
        "13 November 2025",
        "13 Nov 2025",
        "Nov. 13, 2025",
        "November 13, 2025",
        "November 13th, 2025",
        "13th November 2025",
        "11/13/2025",
        "13/11/2025",
        "13.11.2025",
    ],
)
def test_other_spellings_of_a_whole_date(printed: str) -> None:
    assert date_of(printed) == dt.date(2025, 11, 13)
    assert date_of(printed, today=None) == dt.date(2025, 11, 13)


@pytest.mark.parametrize("printed", ["November 13", "13 Nov", "13 November"])
def test_other_spellings_take_their_year_from_today_as_well(printed: str) -> None:
    assert date_of(printed) == dt.date(2025, 11, 13)
    assert date_of(printed, today=None) is None


@pytest.mark.parametrize("printed", ["05/06/2025", "5/6/2025", "05-06-2025"])
def test_a_date_whose_day_and_month_could_swap_is_left_out_and_said(printed: str) -> None:
    assert date_of(printed) is None
    read = other_date(printed)
    assert read is not None
    assert read.swappable


def test_a_date_that_reads_the_same_both_ways_is_not_in_doubt() -> None:
    assert date_of("05/05/2025") == dt.date(2025, 5, 5)


def test_dots_stand_between_day_and_month_in_that_order() -> None:
    assert date_of("05.06.2025") == dt.date(2025, 6, 5)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "2024",
        "3 authors",
        "Mar 13 3 4",
        "13 Foober 2025",
        "Foober 13",
        "99/99/2025",
        "2025-13-45",
        "31 February 2025",
        "12:30",
        "Nov",
        "today",
        "1 2 3 4 5 6",
        "9" * 400,
        "13 November 99999",
        "٣ November 2025x",
    ],
)
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert other_date(text) is None


@pytest.mark.parametrize("printed", ["2025-11-13", "13 November 2025", "November 13, 2025"])
def test_today_never_leaks_into_a_date_from_the_clock(printed: str) -> None:
    read = other_date(printed)
    assert read is not None
    assert (read.year, read.month, read.day) == (2025, 11, 13)


def test_a_day_that_does_not_exist_is_left_out_and_said() -> None:
    text = "12\n\nPebbles\n\nA click tells the size of a pebble.\n\n3 authors\n·\nFeb 30, 2024\n"
    page = parse_page(text)
    assert page[0].date is None
    assert [(problem.code, problem.line) for problem in page.problems] == [("date-impossible", 9)]


def test_a_leap_day_without_its_year_needs_a_year_that_has_it() -> None:
    assert date_of("Feb 29", today=dt.date(2024, 3, 1)) == dt.date(2024, 2, 29)
    assert date_of("Feb 29", today=dt.date(2025, 3, 1)) is None


def test_an_abstract_may_speak_of_dates() -> None:
    text = (
        "12\n\nPebbles\n\nThe data of 2025-11-13, May 5, 2024 and 13 November were left out here."
        "\n\n3 authors\n·\nNov 3\n"
    )
    (paper,) = parse_page(text, today=TODAY)
    assert (
        paper.abstract == "The data of 2025-11-13, May 5, 2024 and 13 November were left out here."
    )
    assert paper.date == dt.date(2025, 11, 3)
