"""`parse_json`: every shape that items are kept in, and what is said of those that are none."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from hfpapers import Page, Paper, ParseError, parse_json

ITEM: dict[str, Any] = {
    "paper": {
        "id": "2511.00001",
        "title": "Sorting Pebbles\n  by Ear",
        "summary": "A click tells\nthe size. ",
        "authors": [
            {"_id": "1", "name": "Ada  Quill", "hidden": False},
            {"_id": "2", "name": "Bo Marsh", "hidden": True},
            {"_id": "3", "name": "Chidi Abara"},
        ],
        "publishedAt": "2025-11-03T17:54:27.000Z",
        "submittedOnDailyAt": "2025-11-04T01:12:40.364Z",
        "upvotes": 0,
        "githubRepo": "https://github.com/example-lab/pebbles/",
        "githubStars": 1234,
        "ai_summary": "Pebbles are  told apart.",
        "projectPage": "https://pebbles.example.org/",
    },
    "publishedAt": "2025-11-04T03:54:27.000Z",
    "title": "Another title",
    "numComments": 0,
    "submittedBy": {"fullname": "Mara Lin", "name": "mara"},
    "organization": {"name": "iqc", "fullname": "Institute for Quiet Computing"},
}
PEBBLES = Paper(
    title="Sorting Pebbles by Ear",
    abstract="A click tells the size.",
    author_count=3,
    date=dt.date(2025, 11, 3),
    votes=0,
    org="Institute for Quiet Computing",
    org_slug="iqc",
    comments=0,
    arxiv_id="2511.00001",
    submitted_by="mara",
    github_url="https://github.com/example-lab/pebbles/",
    github_stars=1234,
    authors=("Ada Quill", "Chidi Abara"),
    ai_summary="Pebbles are told apart.",
    project_page="https://pebbles.example.org/",
    listed=dt.date(2025, 11, 4),
)
GEESE = {"paper": {"id": "2305.00002", "title": "Counting Geese Twice"}}


def codes(page: Page) -> list[str]:
    return [problem.code for problem in page.problems]


def with_field(name: str, value: object) -> dict[str, Any]:
    """An item, one field of the paper of which is another."""
    return {"paper": {**ITEM["paper"], name: value}}


# The shapes


@pytest.mark.parametrize(
    "data",
    [
        [ITEM],
        {"dailyPapers": [ITEM], "date": "2025-11-04T00:00:00.000Z"},
        {"searchResults": [ITEM], "dailyPapers": [], "query": "pebbles"},
        ITEM,
        json.dumps([ITEM]),
        json.dumps([ITEM], indent=2).encode(),
        "\ufeff" + json.dumps(ITEM),
        json.dumps([ITEM]).encode("utf-16"),
        f"\n{json.dumps(ITEM)}\r\n\n{json.dumps(ITEM)}\n",
        f"{json.dumps([ITEM])}\n{json.dumps([ITEM])}",
    ],
    ids=lambda data: str(data)[:30],
)
def test_items_are_read_in_every_shape(data: object) -> None:
    page = parse_json(data)  # type: ignore[arg-type]
    assert page.papers == (PEBBLES,)
    assert not page.problems


def test_a_paper_without_an_item_round_it_is_read_as_well() -> None:
    paper = {"id": "2511.00001", "title": "Sorting Pebbles by Ear", "numComments": 2}
    assert parse_json(paper)[0] == Paper(
        title="Sorting Pebbles by Ear", arxiv_id="2511.00001", comments=2
    )


def test_what_an_item_lacks_is_none() -> None:
    paper = parse_json([GEESE])[0]
    assert paper == Paper(title="Counting Geese Twice", arxiv_id="2305.00002")


@pytest.mark.parametrize(
    ("props", "kind", "date", "query"),
    [
        ({"date": "2024-08-01T00:00:00.000Z"}, "daily", "2024-08-01", None),
        ({"dateString": "2025-11-25", "periodType": "day"}, "daily", "2025-11-25", None),
        (
            {"dateString": "2025-W33", "date": "2025-08-15", "periodType": "week"},
            "daily",
            None,
            None,
        ),
        ({"date": "2025-08-01", "periodType": "month"}, "daily", None, None),
        ({"isTrending": True}, "trending", None, None),
        ({"isTrending": False, "query": " "}, "daily", None, None),
        ({"query": "quiet  pebbles"}, "search", None, "quiet pebbles"),
        ({"query": 7, "date": 7}, "daily", None, None),
        ({"searchResults": []}, "daily", None, None),
    ],
)
def test_the_data_of_a_page_tells_what_the_page_shows(
    props: dict[str, Any], kind: str, date: str | None, query: str | None
) -> None:
    page = parse_json({"dailyPapers": [GEESE], **props})
    assert (page.kind, page.query) == (kind, query)
    assert page.date == (None if date is None else dt.date.fromisoformat(date))


def test_a_list_of_items_does_not_tell_which_page_it_is_of() -> None:
    page = parse_json([ITEM])
    assert (page.kind, page.date, page.query) == (None, None, None)


def test_only_json_lines_and_a_lone_item_know_their_lines() -> None:
    text = json.dumps(ITEM)
    assert parse_json([ITEM])[0].lines == (0, 0)
    assert parse_json(f"\n{text}\n{json.dumps(GEESE)}")[1].lines == (3, 3)
    assert parse_json(json.dumps(GEESE, indent=1) + "\n")[0].lines == (1, 6)


def test_an_item_that_stands_twice_is_one_paper_whose_gaps_are_filled() -> None:
    bare = {"paper": {"id": "2511.00001", "title": "Sorting Pebbles by Ear"}}
    assert parse_json([bare, GEESE, ITEM])[0] == PEBBLES


def test_copies_that_differ_are_said_to() -> None:
    page = parse_json([ITEM, with_field("authors", ["Ada Quill"])])
    assert [(one.code, one.line, one.paper) for one in page.problems] == [
        ("copies-differ", None, 0),
        ("copies-differ", None, 0),
    ]


def test_the_last_item_was_not_cut_off_like_the_last_card_of_a_text() -> None:
    titles = ["Counting Geese Twice", "Counting Geese"]
    page = parse_json([{"paper": {"title": title}} for title in titles])
    assert [paper.title for paper in page] == titles


# Values


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2025-11-03T00:00:00.000Z", "2025-11-03"),
        ("2025-11-03T23:59:59Z", "2025-11-03"),
        ("2025-11-03", "2025-11-03"),
        ("2025-11-03 12:00", "2025-11-03"),
        ("2025-11-04T01:30:00+02:00", "2025-11-03"),
        ("2025-11-02T20:30:00-0500", "2025-11-03"),
    ],
)
def test_the_date_is_the_day_in_utc(moment: str, day: str) -> None:
    assert parse_json([with_field("publishedAt", moment)])[0].date == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", 2511.00001),
        ("id", "pebbles"),
        ("summary", ["A click"]),
        ("authors", "Quill, Ada"),
        ("authors", [{"fullname": "Ada Quill"}]),
        ("authors", [3]),
        ("publishedAt", "yesterday"),
        ("publishedAt", "2025-02-30T00:00:00Z"),
        ("publishedAt", "0001-01-01T00:00:00+02:00"),
        ("publishedAt", 17621),
        ("publishedAt", "05/06/2025"),
        ("publishedAt", "Nov 3"),
        ("submittedOnDailyAt", ""),
        ("upvotes", "12 votes"),
        ("upvotes", 10**12),
        ("upvotes", -1),
        ("upvotes", True),
        pytest.param("upvotes", -(10**5000), id="upvotes-huge"),
        pytest.param("upvotes", 10**5000, id="upvotes-too-many"),
        ("upvotes", 1.5),
        ("upvotes", float("inf")),
        ("githubStars", {}),
        ("organization", ["iqc"]),
        ("organization", {"name": 7}),
        ("githubRepo", 7),
        ("projectPage", object()),
        ("projectPage", "javascript:alert(1)"),
        ("githubRepo", "github.com/example-lab/pebbles"),
    ],
)
def test_a_value_that_is_not_what_it_should_be_is_left_out_alone(name: str, value: object) -> None:
    page = parse_json([GEESE, with_field(name, value)])
    assert [paper.title for paper in page] == ["Counting Geese Twice", "Sorting Pebbles by Ear"]
    (problem,) = page.problems
    assert (problem.code, problem.level, problem.paper) == ("item-malformed", "warning", 1)
    assert "Item 1, counted from 0, holds what was not understood: " in problem.message
    assert len(problem.message) < 250


def test_records_of_a_table_are_read_though_it_has_gaps() -> None:
    gap = float("nan")
    record = {**ITEM["paper"], "upvotes": 12.0, "githubStars": gap, "summary": gap, "authors": gap}
    page = parse_json([record])
    assert (page[0].votes, page[0].github_stars, page[0].abstract) == (12, None, None)
    assert not page.problems


def test_what_has_no_ink_is_in_no_text_of_a_paper() -> None:
    paper = parse_json([with_field("title", "Sorting\0 Peb\u200bbles \x1b[31mby\xa0Ear\u2028")])[0]
    assert paper.title == "Sorting Pebbles by Ear"
    assert [one.code for one in parse_json([with_field("title", "\0\u200b")]).problems] == [
        "item-malformed",
        "no-papers",
    ]


@pytest.mark.parametrize(
    ("item", "why"),
    [
        ("geese", "it is no object ('geese')"),
        (None, "it is no object (null)"),
        ([7], "it is no object (a list)"),
        pytest.param(10**5000, "it is no object (a number)", id="huge"),
        ({"paper": 7, "title": "Geese"}, "its paper is no object (7)"),
        ({"paper": {"id": "2511.00001"}}, "it has no title"),
        ({"paper": {"title": "\n "}}, "it has no title"),
        ({"paper": {"title": 7}}, "it has no title"),
        ({}, "it has no title"),
    ],
)
def test_an_item_that_is_none_is_said_by_its_index_and_the_others_are_read(
    item: object, why: str
) -> None:
    page = parse_json([GEESE, item, ITEM])
    assert len(page) == 2
    (problem,) = page.problems
    assert (problem.code, problem.line, problem.paper) == ("item-malformed", None, None)
    assert problem.message.startswith(f"Item 1, counted from 0, was left out: {why}. ")


def test_an_account_may_stand_where_the_list_of_the_day_has_it() -> None:
    by = {"submittedOnDailyBy": {"user": "mara", "fullname": "Mara Lin"}}
    assert parse_json([{"paper": {"title": "Geese", **by}}])[0].submitted_by == "mara"


def test_authors_may_be_names_alone_and_blank_or_hidden_ones_are_left_out() -> None:
    bo, hidden = {"name": "Bo"}, {"name": 7, "hidden": True}
    paper = parse_json([with_field("authors", ["Ada Quill", " ", bo, hidden])])[0]
    assert (paper.authors, paper.author_count) == (("Ada Quill", "Bo"), 4)
    assert parse_json([with_field("authors", [])])[0].author_count is None


def test_a_repository_elsewhere_keeps_its_address() -> None:
    url = "https://git.example.org/pebbles/"
    assert parse_json([with_field("githubRepo", url)])[0].github_url == url


def test_lone_surrogates_are_kept() -> None:
    title = "Pebbles \ud800 by ear"
    assert parse_json([{"paper": {"title": title}}])[0].title == title
    for text in (
        json.dumps([{"paper": {"title": title}}]),
        f'[{{"paper": {{"title": "{title}"}}}}]',
    ):
        assert parse_json(text)[0].title == title


# What is no JSON, or not all of it


@pytest.mark.parametrize("text", ["", " \n", "\ufeff", b""])
def test_nothing_is_no_papers(text: str | bytes) -> None:
    page = parse_json(text)
    assert codes(page) == ["no-papers"]
    assert "is empty" in page.problems[0].message


@pytest.mark.parametrize(
    "data", ["{}", '"Pebbles"', "12", "null", '{"error": "Not found"}', {"dailyPapers": "none"}]
)
def test_json_of_something_else_is_no_papers(data: object) -> None:
    page = parse_json(data)  # type: ignore[arg-type]
    assert codes(page) == ["no-papers"]
    assert "holds no list of papers" in page.problems[0].message


@pytest.mark.parametrize("data", ["[]", [], {"dailyPapers": []}])
def test_an_empty_list_is_no_papers(data: object) -> None:
    page = parse_json(data)  # type: ignore[arg-type]
    assert codes(page) == ["no-papers"]
    assert "lists no papers" in page.problems[0].message


def test_items_none_of_which_is_one_are_no_papers() -> None:
    assert codes(parse_json([1, 2])) == ["item-malformed", "item-malformed", "no-papers"]


@pytest.mark.parametrize("text", ["Sorting Pebbles by Ear", "{", "[1]]", '{"paper": {"title": }}'])
def test_text_that_is_no_json_is_said_to_be_none(text: str) -> None:
    page = parse_json(text)
    assert codes(page) == ["data-unread"]
    assert page.problems[0].level == "warning"
    assert not page.papers


def test_the_place_where_json_breaks_is_said() -> None:
    (problem,) = parse_json('{"dailyPapers": [\n{"paper" 7}]}').problems
    assert problem.line == 2
    assert "at character 28" in problem.message


@pytest.mark.parametrize("cut", ["", " ", ",", ',\n {"paper": {"ti', ", ]", ", {}x"])
def test_of_a_list_that_was_cut_off_the_items_before_the_cut_are_read(cut: str) -> None:
    listed = f" [{json.dumps(ITEM)} ,\n {json.dumps(GEESE)}{cut}"
    assert (
        parse_json(f'{{"date": "2025-11-23", "dailyPapers":{listed}').papers
        == parse_json(listed).papers
    )
    page = parse_json(listed)
    assert [paper.title for paper in page][:2] == ["Sorting Pebbles by Ear", "Counting Geese Twice"]
    assert "data-unread" in codes(page)


def test_a_line_that_is_no_json_is_a_malformed_item_and_the_others_are_read() -> None:
    page = parse_json(f'{json.dumps(ITEM)}\n{{"paper": \n\n{json.dumps(GEESE)}')
    assert len(page) == 2
    (problem,) = page.problems
    assert (problem.code, problem.line) == ("item-malformed", 2)
    assert "Item 1, counted from 0" in problem.message


@pytest.mark.parametrize("opener", ["[", '{"paper":', '[{"paper":'])
def test_nesting_that_is_too_deep_is_a_problem(opener: str) -> None:
    (problem,) = parse_json(opener * 100_000).problems
    assert problem.code == "data-unread"
    assert "nested too deeply" in problem.message


def test_deep_nesting_leaves_the_items_before_it() -> None:
    page = parse_json(f"[{json.dumps(ITEM)}, {'[' * 100_000}")
    assert (page.papers, codes(page)) == ((PEBBLES,), ["data-unread"])
    page = parse_json(f"{json.dumps(ITEM)}\n{'[' * 100_000}")
    assert (page.papers, codes(page)) == ((PEBBLES,), ["item-malformed"])


def test_a_number_too_long_for_python_to_read_is_no_count() -> None:
    text = json.dumps([GEESE, ITEM]).replace("1234", "1" * 10_000)
    page = parse_json(text)
    assert page[1].github_stars is None
    assert codes(page) == ["item-malformed"]


# Arguments


def test_strict_refuses_a_page_with_a_warning_and_no_other() -> None:
    assert parse_json([ITEM], strict=True).papers == (PEBBLES,)
    with pytest.raises(ParseError) as caught:
        parse_json([ITEM, 7], strict=True)
    assert caught.value.page == parse_json([ITEM, 7])


@pytest.mark.parametrize("thing", [None, 7, (ITEM,), {1}, bytearray(b"[]")])
def test_anything_else_is_a_type_error_that_says_what_to_pass(thing: object) -> None:
    with pytest.raises(TypeError, match=r"data must be a str, bytes, list or dict, not \w+; pass"):
        parse_json(thing)  # type: ignore[arg-type]


def test_loaded_data_is_not_changed() -> None:
    before = json.dumps(ITEM)
    parse_json([ITEM])
    assert json.dumps(ITEM) == before
