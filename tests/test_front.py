"""Front matter: what a tool wrote above the page is no text of it, whatever its shape."""

from __future__ import annotations

import datetime as dt

import pytest

from hfpapers import Page, parse_page

CARDS = (
    "12\nSorting Pebbles\nWe ask whether a listener can tell the size of a pebble from its click "
    "alone.\n3 authors\n·\nNov 3, 2024\n7\nCounting Geese\nTwo people who count one flock never "
    "agree. We fit how counts err.\n4 authors\n·\nNov 4, 2024\n2\n"
)
YAML = {
    "empty": "a:\nb: ''\nc: \"\"\nd: ~\ne: null\n",
    "list": 'tags:\n  - clippings\n  - "x y"\n',
    "list0": "tags:\n- clippings\n- x: y\n  z: 3\n",
    "nested": 'a:\n  b:\n    c: d\n    e: [1, 2]\nf: {x: 1, y: "z"}\n',
    "multi plain": "description: a long text that\n  goes on here\n  and here\nx: y\n",
    "literal": "d: |\n  12\n  Sorting\n  ---\n\n  3 authors\nx: y\n",
    "folded": "d: >-\n  12 and\n  more\n\n  more\nx: y\n",
    "dq multi": 'd: "first line\nsecond line: x\n  third"\nx: y\n',
    "sq multi": "d: 'first line\n  second it''s'\nx: y\n",
    "flow multi": "tags: [\n  a,\n  b\n]\nx: {\n  a: 1\n}\n",
    "flow multi 2": "tags: [a,\n  b, c]\nx: y\n",
    "comments": "# a comment\na: b # c\n  # indented\n# another: one\nx: y\n",
    "quoted keys": "\"my key\": v\n'other key': w\nplain key with spaces: x\n",
    "anchors": "base: &b\n  x: 1\n<<: *b\ny: !!str 3\n",
    "dates": "created: 2026-04-18\nat: 2026-04-18T10:00:00Z\nn: 12\nf: 1.5\nb: true\n",
    "url": "source: https://huggingface.co/papers/date/2024-11-05\nurl: <https://x.example>\n",
    "unicode": "título: «café»\n标签: [论文]\n",
    "blank lines": "a: b\n\nc: d\n\n\ne:\n",
    "colon in value": 'title: "Daily Papers: a look"\nt: Daily Papers - Hugging Face\n',
    "complex key": "? a\n: b\nc: d\n",
    "apostrophe": "title: Keeper's \"best\" pebbles\nnote: 'it''s'\n",
    "underscored": "last_modified: x\nog:title: y\nsub-key: z\n-dash: 1\n",
    "empty list": "aliases: []\nm: {}\n",
    "literal keep": "a: |+2\n    x\nb: 1\n",
    "tab": "a:\t1\n",
    "dup close comment": 'tags: [a, b] # list\nx: "y" # c\n',
    "wikilink": 'author:\n  - "[[Mara]]"\nup: [[Home]]\n',
    "time": "t: 10:14\nu: a:b\n",
    "hash url": "u: https://x.example/#a\n",
    "block seq of seq": "m:\n- - a\n  - b\n- - c\n",
}
TOML = (
    "title = \"Daily\"\n[params]\na = [1,\n 2] # two\nb = '''x\ny = \n'''\n[[x.y]]\n# c\n"
    'a."b" = 1\n'
)


def assert_read(page: Page) -> None:
    assert page.papers == parse_page(CARDS).papers
    assert not page.problems
    assert not page.leftovers


@pytest.mark.parametrize("shape", YAML)
@pytest.mark.parametrize("above", ["", "\n\n", "\ufeff"])
def test_yaml_of_every_shape_is_no_text_of_the_page(above: str, shape: str) -> None:
    assert_read(parse_page(f"{above}---\n{YAML[shape]}---\n\n{CARDS}"))


def test_yaml_may_end_with_dots() -> None:
    assert_read(parse_page(f"---\ntitle: Geese\n...\n{CARDS}"))


def test_toml_is_no_text_of_the_page() -> None:
    assert_read(parse_page(f"+++\n{TOML}+++\n\n{CARDS}"))


def test_its_links_say_what_page_it_is() -> None:
    page = parse_page(f"---\nurl: https://huggingface.co/papers?q=geese\n---\n{CARDS}")
    assert page.query == "geese"
    yearless = CARDS.replace(", 2024", "")
    source = "source: https://huggingface.co/papers/date/2024-11-05"
    page = parse_page(f"---\n{source}\n---\nNov 5\n{yearless}")
    assert [paper.date for paper in page] == [dt.date(2024, 11, 3), dt.date(2024, 11, 4)]
    assert page.date == dt.date(2024, 11, 5)


def test_alone_is_an_empty_page() -> None:
    page = parse_page("---\ntitle: Geese\n---\n")
    assert [problem.code for problem in page.problems] == ["no-papers"]


@pytest.mark.parametrize(
    "text",
    [
        "---\nSponsored by geese\n---\n",
        "---\n\n---\nSponsored: by geese\n",
        "---\n# geese\n---\n",
        "---\ntitle: Geese\n",
        "---\ntags: [geese\n---\n",
    ],
)
def test_is_no_other_text_between_rules(text: str) -> None:
    page = parse_page(text + CARDS)
    words = [line for line in text.splitlines() if line.strip("-# ")]
    assert all(
        any(word in line for line in (*page.leftovers, *(p.title for p in page))) for word in words
    )
