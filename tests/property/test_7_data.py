"""Invariant 7: what a page was read into is plain data."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hfpapers import COLUMNS, Page, Paper, Problem, parse_page
from tests.property.strategies import Invented, pages, soups

_PAGES = st.builds(lambda invented: parse_page(invented.text(), today=invented.today), pages())
_PAGES = _PAGES | st.builds(parse_page, soups())


class TestPapersAndPagesAreData:
    """`Paper`s and `Page`s are immutable, hashable, picklable, and equal if their fields are."""

    @given(_PAGES)
    def test_immutable(self, page: Page) -> None:
        things: list[Page | Paper | Problem] = [page, *page.papers, *page.problems]
        for thing in things:
            for field in attrs.fields(type(thing)):
                with pytest.raises(attrs.exceptions.FrozenInstanceError):
                    setattr(thing, field.name, getattr(thing, field.name))

    @given(_PAGES)
    def test_hashable(self, page: Page) -> None:
        twin = copy.deepcopy(page)
        assert hash(twin) == hash(page)
        assert {*page.papers, *page.problems} == {*twin.papers, *twin.problems}

    @given(_PAGES, st.integers(2, pickle.HIGHEST_PROTOCOL))
    def test_picklable(self, page: Page, protocol: int) -> None:
        twin = pickle.loads(pickle.dumps(page, protocol))
        assert twin == page
        assert [paper.lines for paper in twin] == [paper.lines for paper in page]

    @given(pages())
    def test_equal_if_their_fields_are(self, invented: Invented) -> None:
        page = parse_page(invented.text(), today=invented.today)
        further_down = parse_page("\n\n\n" + invented.text(), today=invented.today)
        assert further_down.papers == page.papers
        assert all(a.lines != b.lines for a, b in zip(page, further_down, strict=True))

    @given(_PAGES)
    def test_flat_scalars_that_are_never_an_empty_string(self, page: Page) -> None:
        for record in page.to_dicts():
            assert tuple(record) == COLUMNS
            assert "" not in record.values()
            for text in record.values():
                assert not isinstance(text, str) or " ".join(text.split()) == text
