"""Invariant 1: what `parse_page` does with a `str`, and with anything else."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hfpapers import PROBLEM_CODES, Page, ParseError, parse_page
from tests.property import words
from tests.property.strategies import Invented, pages, soups

_TODAYS = st.none() | st.sampled_from((dt.date.min, dt.date(2024, 2, 29), dt.date.max))
_COUNTS = st.sampled_from(("votes", "comments"))
_CUTS = st.integers(0, 4000)


class TestForEveryStrParsePageReturnsAPage:
    """For every `str`, `parse_page` returns a `Page`."""

    @given(soups(), _TODAYS, _COUNTS)
    def test_whatever_characters_it_holds(
        self, text: str, today: dt.date | None, count: str
    ) -> None:
        page = parse_page(text, today=today, unlabelled_count=count)  # type: ignore[arg-type]
        assert isinstance(page, Page)
        assert {problem.code for problem in page.problems} <= set(PROBLEM_CODES)

    @given(pages(), soups(), _CUTS)
    def test_wherever_a_page_was_cut_and_something_else_begins(
        self, page: Invented, soup: str, cut: int
    ) -> None:
        text = page.text()
        cut %= len(text) + 1
        assert isinstance(parse_page(text[:cut] + soup + text[cut:]), Page)

    @pytest.mark.parametrize("name", words.HOSTILE)
    def test_that_says_one_thing_again_and_again(self, name: str) -> None:
        assert isinstance(parse_page(words.HOSTILE[name] * 6_000), Page)


@pytest.mark.parametrize(
    "text", ["\U00016130", "\U00016130 authors", "Nov \U00016130", "a[b][\U00016130]"]
)
def test_digits_that_python_cannot_read_are_no_numbers(text: str) -> None:
    assert not parse_page(text).papers


class TestItRaisesOnly:
    """It raises only `TypeError` and, with `strict=True`, `ParseError`."""

    @given(soups(), _TODAYS)
    def test_a_parse_error_with_the_page_exactly_if_there_is_a_warning(
        self, text: str, today: dt.date | None
    ) -> None:
        page = parse_page(text, today=today)
        if any(problem.level == "warning" for problem in page.problems):
            with pytest.raises(ParseError) as caught:
                parse_page(text, today=today, strict=True)
            assert caught.value.page == page
            assert caught.value.problems == page.problems
        else:
            assert parse_page(text, today=today, strict=True) == page

    @given(st.none() | st.binary() | st.integers() | st.floats() | st.lists(st.text()))
    def test_a_type_error_that_says_what_to_do(self, thing: object) -> None:
        with pytest.raises(TypeError, match=r"text must be a str, not \w+; pass"):
            parse_page(thing)  # type: ignore[arg-type]
