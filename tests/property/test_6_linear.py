"""Invariant 6: what reading costs, counted in calls and bytes, not in seconds."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hfpapers import parse_page
from tests.property import words
from tests.property.strategies import Invented, pages


def calls(text: str, parse: Callable[[str], object] = parse_page) -> int:
    """Count the calls, of functions and of built-in functions, that parsing a text takes."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        parse(text)
    finally:
        sys.setprofile(before)
    return count


def peak(text: str) -> int:
    """Return the most bytes that parsing a text holds at one time.

    What the first call makes, for the library or for what watches it, is not counted.
    """
    parse_page(text)
    gc.collect()
    tracemalloc.start()
    try:
        parse_page(text)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def assert_linear(cost: Callable[[str], int], text: str, start: int) -> None:
    """Four times the text may cost five times as much: four, and some slack for a first step."""
    parse_page(text)
    once, four_times = cost(text * start), cost(text * start * 4)
    assert four_times <= 5 * once + 2_000


class TestTimeGrowsLinearlyWithTheInput:
    """Time and memory grow linearly with the input, whatever it holds."""

    @pytest.mark.parametrize("name", words.HOSTILE)
    def test_for_hostile_texts(self, name: str) -> None:
        assert_linear(calls, words.HOSTILE[name], 400)

    @given(
        st.lists(st.sampled_from(words.FRAGMENTS), min_size=1, max_size=4), st.sampled_from("\n ")
    )
    def test_for_fragments_of_pages_again_and_again(self, fragments: list[str], glue: str) -> None:
        assert_linear(calls, glue.join(fragments) + glue, 12)

    @given(pages())
    def test_for_one_page_pasted_again_and_again(self, invented: Invented) -> None:
        assert_linear(calls, invented.text(), 2)


class TestMemoryGrowsLinearlyWithTheInput:
    """Time and memory grow linearly with the input, whatever it holds."""

    @pytest.mark.parametrize("name", words.HOSTILE)
    def test_for_hostile_texts(self, name: str) -> None:
        text = words.HOSTILE[name] * 400
        assert peak(text * 4) <= 5 * peak(text) + 100_000
