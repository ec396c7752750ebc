"""Envelopes are opened, and whatever becomes of them, a page is returned in linear time."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hfpapers import PROBLEM_CODES, Page, parse_html, parse_json, parse_page
from tests.envelopes import ARCHIVES, TEXTS
from tests.property.strategies import Invented, pages, soups
from tests.property.test_6_linear import assert_linear, calls

_NAMES = st.sampled_from(sorted(TEXTS))
_ARCHIVES = st.sampled_from(sorted(ARCHIVES))
_SIGNS = st.sampled_from(("\\", "'", '"', "`", "{", "}", "[", "]", "<", "=", "\n", "", "\0", "--"))

#: What brings out the worst in what opens envelopes.
HOSTILE = {
    "lists": "[",
    "objects": '{"a":',
    "strings": '["papers by authors","',
    "strings in objects": '{"a":"papers by 3 authors",',
    "quotes": "'",
    "mixed quotes": "'\"`",
    "escaped quotes": "\\'",
    "literals": "a='papers\\n' ",
    "pieces": "'papers\\n'\n",
    "backslashes": "\\",
    "line ends": "\\n",
    "line ends escaped": "\\\\n",
    "fences": "```\n",
    "headers": "Content-Type: text/html\n",
    "answers": "HTTP/1.1 200 OK\nContent-Type: text/html\n\n",
    "records": "WARC/1.0\nWARC-Type: response\n\n",
    "parts": "Content-Type: multipart/mixed; boundary=b\n\n--b\n",
    "boundaries": "Content-Type: multipart/mixed; boundary=b\n--b\n",
    "folded": "Content-Type: a\n b\n",
    "soft ends": "Content-Transfer-Encoding: quoted-printable\n\n=\n",
    "elements": "<doc>",
    "elements that say": "<doc>x</doc>",
    "texts as they are": "<pre>",
    "sections": "<doc><![CDATA[",
    "words": "abcd",
    "events": 'data: {"a": "papers"}\n',
    "broken events": 'data: {"a\n',
}


def is_page(page: object) -> bool:
    return isinstance(page, Page) and {one.code for one in page.problems} <= set(PROBLEM_CODES)


def assert_same(page: Page, bare: Page) -> None:
    """The same papers, and one thing worth knowing more."""
    assert page.papers == bare.papers
    assert [one.code for one in page.problems if one.code == "envelope-opened"]
    rest = [one.code for one in page.problems if one.code != "envelope-opened"]
    assert sorted(rest) == sorted(one.code for one in bare.problems)
    assert page.leftovers == bare.leftovers


class TestAPageInAnEnvelopeIsReadAsThePage:
    """A page that arrives inside of something is read as what it is."""

    @given(pages(min_cards=2), _NAMES)
    def test_in_any_text(self, invented: Invented, name: str) -> None:
        text, today = invented.text(), invented.today
        assert_same(parse_page(TEXTS[name](text), today=today), parse_page(text, today=today))

    @given(
        pages(min_cards=2),
        st.sampled_from(("a JSON string", "base64", "a service's answer")),
        _NAMES,
    )
    def test_in_two(self, invented: Invented, outer: str, inner: str) -> None:
        text, today = invented.text(), invented.today
        page = parse_page(TEXTS[outer](TEXTS[inner](text)), today=today)
        assert_same(page, parse_page(text, today=today))

    @given(pages(min_cards=2), _ARCHIVES)
    def test_in_any_archive(self, invented: Invented, name: str) -> None:
        text, today = invented.text(), invented.today
        page = parse_html(ARCHIVES[name](text.encode()), today=today)
        assert_same(page, parse_page(text, today=today))


class TestWhateverBecomesOfAnEnvelopeAPageIsReturned:
    """For every input, a `Page` is returned, and nothing is raised."""

    @given(soups(), _NAMES, st.integers(0, 5000), st.integers(0, 300), _SIGNS)
    def test_of_a_text(self, soup: str, name: str, at: int, size: int, sign: str) -> None:
        text = TEXTS[name](soup.encode("utf-8", "replace").decode())
        at %= len(text) + 1
        damaged = text[:at] + sign + text[at + size :]
        assert is_page(parse_page(damaged))
        assert is_page(parse_page(sign + soup))
        assert is_page(parse_html(damaged.encode()))
        assert is_page(parse_json(damaged))

    @given(soups(), _ARCHIVES, st.integers(0, 5000), st.binary(max_size=9))
    def test_of_bytes(self, soup: str, name: str, at: int, other: bytes) -> None:
        data = ARCHIVES[name](soup.encode("utf-8", "replace"))
        at %= len(data) + 1
        for damaged in (data[:at] + other + data[at + len(other) :], data[:at], data[:at] + other):
            assert is_page(parse_html(damaged))


class TestTimeGrowsLinearlyWithTheInput:
    """Time and memory grow linearly with the input, whatever it holds."""

    @pytest.mark.parametrize("name", HOSTILE)
    def test_for_hostile_envelopes(self, name: str) -> None:
        def cost(text: str) -> int:
            return sum(calls(before + text) for before in ("", "x = '", "Content-Length: 1\n"))

        assert_linear(cost, HOSTILE[name], 100)

    @pytest.mark.parametrize("name", HOSTILE)
    def test_in_patterns(self, name: str) -> None:
        """Calls do not count what a pattern does; quadratic time would be minutes."""
        text = HOSTILE[name] * (50_000 // len(HOSTILE[name]))
        assert is_page(parse_page(text))
        assert is_page(parse_json([text, json.dumps([text])]))
