"""Papers as tables: HTML for a notebook, text for a terminal."""

from __future__ import annotations

import datetime as dt
import unicodedata
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hfpapers import Paper
from hfpapers._table import html_table, text_table, visible

PEBBLES = Paper(
    title="Sorting Pebbles by Ear",
    author_count=3,
    date=dt.date(2025, 11, 3),
    votes=12,
    arxiv_id="2511.00001",
)
KETTLE = Paper(title="KettleBench", org="Teapot Laboratory", votes=0)

texts = st.text(st.characters())
papers = st.lists(
    st.builds(
        Paper,
        title=texts,
        org=st.none() | texts,
        author_count=st.none() | st.integers(0, 999),
        date=st.none() | st.dates(),
        votes=st.none() | st.integers(0, 9999),
        arxiv_id=st.none() | texts,
    ),
    max_size=4,
)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value for _, value in attrs]


def _columns(line: str) -> int:
    return sum(
        0
        if unicodedata.category(char) in {"Mn", "Me", "Cf"}
        else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in line
    )


def test_a_row_of_html_shows_title_byline_date_and_votes() -> None:
    cells = "<td>3 authors</td><td>2025-11-03</td><td>12</td>"
    link = '<a href="https://huggingface.co/papers/2511.00001">Sorting Pebbles by Ear</a>'
    assert f"<tr><td>{link}</td>{cells}</tr>" in html_table([PEBBLES], "")


def test_a_row_shows_the_organisation_where_there_is_one() -> None:
    row = "<tr><td>KettleBench</td><td>Teapot Laboratory</td><td></td><td>0</td></tr>"
    assert row in html_table([KETTLE], "")


def test_one_author_is_one_author() -> None:
    assert "<td>1 author</td>" in html_table([Paper(title="A", author_count=1)], "")


def test_html_of_no_papers_keeps_its_heading() -> None:
    assert "<th>Title</th><th>By</th><th>Date</th><th>Votes</th>" in html_table([], "")


@given(papers, texts)
def test_no_text_of_a_page_becomes_markup_or_a_link_elsewhere(
    rows: list[Paper], caption: str
) -> None:
    reader = _Reader()
    reader.feed(html_table(rows, caption))
    reader.close()
    linked = sum(paper.url is not None for paper in rows)
    assert sorted(reader.tags) == sorted(
        ["table", "caption", "thead", "tbody", *["th"] * 4]
        + ["tr"] * (1 + len(rows))
        + ["td"] * (4 * len(rows))
        + ["a"] * linked
    )
    assert len(reader.links) == linked
    assert all(str(link).startswith("https://huggingface.co/papers/") for link in reader.links)


@given(papers, texts)
def test_html_can_always_be_encoded(rows: list[Paper], caption: str) -> None:
    html_table(rows, caption).encode("utf-8")


@given(papers, st.integers(42, 200))
def test_every_line_of_a_text_table_is_equally_wide_and_fits(rows: list[Paper], width: int) -> None:
    lines = text_table(rows, width).split("\n")
    assert len(lines) == 1 + len(rows)
    assert len({_columns(line) for line in lines}) == 1
    assert _columns(lines[0]) <= width


@given(papers, st.integers(-5, 200))
def test_no_line_end_or_control_character_reaches_the_terminal(
    rows: list[Paper], width: int
) -> None:
    for line in text_table(rows, width).split("\n"):
        assert not {unicodedata.category(char) for char in line} & {"Cc", "Zl", "Zp", "Cs"}


def test_a_long_title_is_clipped_and_a_short_one_takes_no_more_room_than_it_needs() -> None:
    assert text_table([PEBBLES, KETTLE], 50).split("\n") == [
        "Title              By            Date        Votes",
        "Sorting Pebbles…   3 authors     2025-11-03     12",
        "KettleBench        Teapot Labo…                  0",
    ]
    assert "Sorting Pebbles by Ear  3 authors" in text_table([PEBBLES], 120)


def test_east_asian_characters_take_two_columns() -> None:
    table = text_table([Paper(title="小石の音を聞き分けるための小さなネットワーク", votes=1)], 42)
    line = table.split("\n")[1]
    assert "…" in line
    assert _columns(line) <= 42


def test_a_combining_mark_takes_no_column() -> None:
    plain, marked = (
        text_table([Paper(title=title, votes=1)], 80).split("\n")[1]
        for title in ("Pebble", "Pe\u0301bble")
    )
    assert _columns(plain) == _columns(marked) == len(marked) - 1


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x7f", "\x9b", "\n", "\u2028", "\ud800"])
def test_a_control_character_is_replaced(char: str) -> None:
    assert visible(f"a{char}b") == "a\ufffdb"


@pytest.mark.parametrize("char", ["\u202e", "\u2066"])
def test_a_character_that_turns_the_direction_of_what_follows_is_replaced(char: str) -> None:
    assert visible(char) == "\ufffd"


@pytest.mark.parametrize("text", ["naïve", "小石", "👩‍🔬", "می‌خواهم", "a b"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text
