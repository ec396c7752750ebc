"""What holds of `parse_page` for text holds of `parse_html` and `parse_json` for what they read."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hfpapers import PROBLEM_CODES, Page, ParseError, parse_html, parse_json, parse_page
from hfpapers._find import find_items
from tests.matrix.items import invent_item, props_of, with_data
from tests.matrix.replicas import KINDS, Kind, invent_replica
from tests.property import words
from tests.property.strategies import soups
from tests.property.test_6_linear import assert_linear, calls

#: Anything that a JSON parser returns, with the keys of an item now and then.
_KEYS = st.sampled_from(
    ("paper", "title", "id", "summary", "authors", "name", "hidden", "upvotes", "publishedAt")
) | st.text(max_size=4)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=6),
    max_leaves=30,
)
_PARTS = (
    "<", ">", "</", "<!--", "-->", "<a href='/papers/2511.00001'>", "</a>", "<h3>", "</h3>",
    "<svg>", "</svg>", "<script>", "</script>", "<article>", '<img alt="iqc">', "&amp;", "'", '"',
    "&middot;", '<div data-props="', "{&quot;dailyPapers&quot;:[", "Geese", "3 authors", "·", "12",
    "Nov 3, 2024", "\n", " ", "\ud800", "\x00",
)  # fmt: skip
_TAG_SOUPS = st.lists(st.sampled_from(_PARTS) | st.text(max_size=5), max_size=40).map("".join)

#: What brings out the worst in what reads tags: pieces, again and again.
HOSTILE_HTML = {
    "tags": "<a ",
    "quotes": '<a href="',
    "mixed quotes": "<a '\"",
    "stray quotes": '<a " ="',
    "texts in quotes": '<a ">"',
    "comments": "<!--",
    "declarations": "<!",
    "sections": "<![CDATA[",
    "instructions": "<?",
    "ends": "</",
    "scripts": "<script>",
    "drawings": "<svg>",
    "drawings drawn": "<svg></svg>",
    "links": '<a href="/papers/2511.00001">x</a>',
    "nested": "<div>",
    "inline": "<b>x",
    "broken data": '<i data-props="{&quot;dailyPapers&quot;:">',
    "items": "{&quot;paper&quot;:{}},",
    "headings": "<h3>x",
}
HOSTILE_JSON = {
    "lists": "[",
    "objects": '{"paper":',
    "items": "[{},",
    "closed": "[]",
    "lines": '{"paper": {"title": "Geese"}}\n',
    "broken lines": '{"paper": {"title": "Geese"\n',
    "texts": '"',
    "numbers": "1",
    "list of numbers": "[1,",
    "words": "geese ",
}


def is_page(page: object) -> bool:
    return isinstance(page, Page) and {one.code for one in page.problems} <= set(PROBLEM_CODES)


class TestForEveryInputAPageIsReturned:
    """For every `str`, `bytes`, `list` and `dict`, a `Page` is returned, and nothing is raised."""

    @given(soups() | _TAG_SOUPS)
    def test_by_parse_html_for_text(self, html: str) -> None:
        assert is_page(parse_html(html))
        assert is_page(parse_page(f"<html><body>{html}"))

    @given(st.binary() | _TAG_SOUPS.map(lambda html: html.encode("utf-16", "surrogatepass")))
    def test_by_both_for_bytes(self, data: bytes) -> None:
        assert is_page(parse_html(data))
        assert is_page(parse_json(data))

    @given(soups() | _VALUES.map(json.dumps))
    def test_by_parse_json_for_text(self, text: str) -> None:
        assert is_page(parse_json(text))
        assert is_page(parse_json(f"[{text}"))

    @given(st.lists(_VALUES, max_size=5) | st.dictionaries(_KEYS, _VALUES, max_size=6))
    def test_by_parse_json_for_whatever_a_json_parser_returns(self, data: Any) -> None:  # noqa: ANN401
        page = parse_json(data)
        assert is_page(page)
        assert hash(page) == hash(pickle.loads(pickle.dumps(page)))
        if any(problem.level == "warning" for problem in page.problems):
            with pytest.raises(ParseError):
                parse_json(data, strict=True)

    @given(st.lists(_VALUES, min_size=1, max_size=8))
    def test_every_item_is_a_paper_or_a_problem(self, items: list[Any]) -> None:
        page = parse_json(items)
        left_out = [
            one for one in page.problems if one.code == "item-malformed" and one.paper is None
        ]
        # Lists and objects round items are no items of their own.
        count = len(find_items(items)) or len(items)
        copies = count - len(page) - len(left_out)
        assert copies >= 0
        assert copies == 0 or page.papers


class TestWrittenPapersAreReadBack:
    """Rendering papers in any layout, or as items, and parsing it gives the papers back."""

    @given(st.sampled_from(KINDS), st.integers(0, 10**6), st.integers(1, 4))
    def test_from_json_and_from_data(self, kind: Kind, seed: int, count: int) -> None:
        replica = invent_replica(kind, seed, count)
        pairs = [invent_item(Random(seed), paper, replica.today) for paper in replica.invented]
        items = [item for item, _ in pairs]
        papers = tuple(paper for _, paper in pairs)
        if len({paper.arxiv_id for paper in papers}) == count:
            assert parse_json(json.dumps(items)).papers == papers
            assert parse_html(with_data(replica.html, props_of(replica, items))).papers == papers

    @given(st.sampled_from(KINDS), st.integers(0, 10**6), st.integers(1, 4))
    def test_from_markup(self, kind: Kind, seed: int, count: int) -> None:
        replica = invent_replica(kind, seed, count)
        page = parse_html(replica.html, today=replica.today)
        assert [paper.title for paper in page] == [paper.title for paper in replica.papers]
        assert [paper.abstract for paper in page] == [paper.abstract for paper in replica.papers]
        assert not page.problems


class TestTimeGrowsLinearlyWithTheInput:
    """Time and memory grow linearly with the input, whatever it holds."""

    @pytest.mark.parametrize("name", HOSTILE_HTML)
    def test_for_hostile_html(self, name: str) -> None:
        assert_linear(cost_of(parse_html), HOSTILE_HTML[name], 400)

    @pytest.mark.parametrize("name", HOSTILE_JSON)
    def test_for_hostile_json(self, name: str) -> None:
        assert_linear(cost_of(parse_json), HOSTILE_JSON[name], 400)

    @pytest.mark.parametrize("name", words.HOSTILE)
    def test_for_hostile_text(self, name: str) -> None:
        for parse in (parse_html, parse_json):
            assert_linear(cost_of(parse), words.HOSTILE[name], 200)


def cost_of(parse: Callable[[str], Page]) -> Callable[[str], int]:
    """Count calls, as for `parse_page`; they do not see what happens inside of a pattern."""
    return lambda text: calls(text, parse)


@pytest.mark.parametrize("name", HOSTILE_HTML)
def test_patterns_take_linear_time_over_hostile_html(name: str) -> None:
    """Calls do not count what a pattern does; quadratic time would be minutes and not a second."""
    assert is_page(parse_html(HOSTILE_HTML[name] * (300_000 // len(HOSTILE_HTML[name]))))
