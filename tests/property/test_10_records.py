"""What the library writes, it reads back whole."""

from __future__ import annotations

import contextlib
import io
import json
from random import Random

import attrs
from hypothesis import given
from hypothesis import strategies as st

from hfpapers import Page, parse_json, parse_page
from hfpapers._command import _shower
from tests.matrix.items import invent_item
from tests.matrix.replicas import KINDS, Kind, invent_replica
from tests.property.strategies import soups


def printed(page: Page, form: str) -> str:
    """What the command prints of a page."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        _shower(form, name_files=False)("page", page)  # type: ignore[arg-type]
    return out.getvalue()


def assert_read_back(page: Page) -> None:
    for form in ("jsonl", "csv"):
        assert parse_page(printed(page, form)).papers == page.papers or not page.papers
    assert parse_json(page.to_dicts()).papers == page.papers
    for saved in (attrs.asdict(page), json.dumps(attrs.asdict(page), default=str)):
        again = parse_json(saved)
        assert again == page
        assert [paper.lines for paper in again] == [paper.lines for paper in page]


class TestWhatTheLibraryWritesItReadsBackWhole:
    """`to_dicts()`, JSON Lines and CSV give equal papers, and a saved page an equal page."""

    @given(st.sampled_from(KINDS), st.integers(0, 10**6), st.integers(1, 4))
    def test_from_invented_pages(self, kind: Kind, seed: int, count: int) -> None:
        replica = invent_replica(kind, seed, count)
        assert_read_back(parse_page(replica.html, today=replica.today))
        pairs = [invent_item(Random(seed), paper, replica.today) for paper in replica.invented]
        assert_read_back(parse_json([item for item, _ in pairs]))

    @given(soups())
    def test_from_any_text(self, text: str) -> None:
        assert_read_back(parse_page(text))
