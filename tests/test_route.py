"""`parse_page` given HTML or JSON hands it on; text that merely talks about either stays text."""

from __future__ import annotations

import json

import pytest

from hfpapers import ParseError, parse_html, parse_json, parse_page
from tests.test_html import ABSTRACT, CARD, PEBBLES, page_with
from tests.test_json import GEESE, ITEM
from tests.test_json import PEBBLES as LISTED

#: A card as text, to put something before.
TEXT = f"12\n\nSorting Pebbles by Ear\n\n{ABSTRACT}\n\n3 authors\n·\nNov 3, 2024\n"


@pytest.mark.parametrize(
    "before",
    [
        "<!doctype html>",
        "<!DOCTYPE  html PUBLIC 'x'>\n<HTML lang=en>",
        "<html>",
        "\ufeff\n <html\n class=x>",
        '<?xml version="1.0"?>\n<!-- saved from - a page -->\n<html>',
        "",
        "\n  <main>",
        "<!-- a card - or two --><div class='a'>",
    ],
)
def test_html_is_handed_on_and_the_direct_call_is_named(before: str) -> None:
    page = parse_page(before + CARD)
    assert page.papers == (PEBBLES,)
    (problem,) = page.problems
    assert (problem.code, problem.level, problem.line) == ("not-text", "info", None)
    assert "Call parse_html(text)" in problem.message
    assert parse_page(before + CARD, strict=True) == page


def test_a_part_of_a_page_that_carries_data_is_html() -> None:
    part = page_with({"dailyPapers": [GEESE]}).partition("<html>")[2].partition("<article>")[0]
    assert [paper.title for paper in parse_page(part)] == ["Counting Geese Twice"]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([ITEM]),
        json.dumps(ITEM, indent=2),
        "\ufeff" + json.dumps({"date": "2025-11-04", "dailyPapers": [ITEM]}),
        f"{json.dumps(ITEM)}\n{json.dumps(ITEM)}\n",
        f"\r\n [\n {json.dumps(ITEM)},\n {{}}]",
        f"[{{}}, {json.dumps(ITEM)}]",
    ],
)
def test_json_is_handed_on_and_the_direct_call_is_named(text: str) -> None:
    page = parse_page(text)
    assert page.papers == (LISTED,)
    assert page.problems[0].code == "not-text"
    assert "Call parse_json(text)" in page.problems[0].message
    assert page.problems[1:] == parse_json(text).problems


def test_what_is_in_doubt_is_said_as_by_the_direct_call() -> None:
    html = f"<html>{CARD}<p>kept by my list</p>{CARD}"
    assert parse_page(html).problems[1:] == parse_html(html).problems
    with pytest.raises(ParseError):
        parse_page(html, strict=True)


def test_json_of_something_else_is_said_to_be_json_without_papers() -> None:
    codes = [problem.code for problem in parse_page('{"error": "Not found"}').problems]
    assert codes == ["not-text", "no-papers"]


def test_json_that_is_broken_is_said_to_be() -> None:
    text = '{"dailyPapers": [{"paper": {"title": "Sorting Pebbles by Ear", "upv'
    assert parse_page(text) == parse_json(text)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "<html> and <article> are elements; <h3> is a heading.\n\n",
        "A <html> page\n\n",
        "<b>new</b>\n\n",
        "<div align='center'>\n\n# Daily Papers\n\n</div>\n\n",
        "[1] https://example.org/\n\n",
        "[]\n\n",
        "{}\n\n",
        '{"quoted" words}\n\n',
        '{"a": a set of geese}\n\n',
        '[{"a": 1}]: a list\n\n',
        "{\\sc geese}\n\n",
        "<\n\n",
        "< html\n\n",
    ],
)
def test_text_that_talks_about_html_or_json_is_text(before: str) -> None:
    page = parse_page(before + TEXT)
    assert [paper.abstract for paper in page] == [ABSTRACT]
    assert page[0].author_count == 3
    assert "not-text" not in [problem.code for problem in page.problems]


@pytest.mark.parametrize(
    "abstract",
    [
        f"<html> {ABSTRACT}",
        f"<!doctype html> {ABSTRACT}",
        f"[1] {ABSTRACT}",
        f'{{"a": 1}} {ABSTRACT}',
        f"{ABSTRACT} The data-props of &lt;article&gt; and <article><h3>.",
    ],
)
def test_an_abstract_may_hold_what_html_and_json_begin_with(abstract: str) -> None:
    page = parse_page(TEXT.replace(ABSTRACT, abstract))
    assert [paper.author_count for paper in page] == [3]
    assert not page.problems
