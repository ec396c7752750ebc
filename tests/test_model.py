"""Papers, problems and pages as data, whoever made them."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from collections.abc import Callable, Sequence

import attrs
import pytest

import hfpapers
from hfpapers import COLUMNS, PROBLEM_CODES, Page, Paper, ParseError, Problem

PEBBLES = Paper(
    title="Sorting Pebbles by Ear",
    abstract="A click tells the size.",
    author_count=3,
    date=dt.date(2025, 11, 3),
    votes=12,
    arxiv_id="2511.00001",
    lines=(14, 22),
)
GEESE = Paper(title="Counting Geese Twice", org="Goose Office", votes=0)
DOUBT = Problem(code="no-byline", message="Paper 1 has no byline.", line=30, paper=1)
NOTE = Problem(code="unlabelled-count", message="The count has no label.", level="info")
PAGE = Page(
    papers=(PEBBLES, GEESE),
    kind="search",
    date=dt.date(2025, 11, 25),
    query="pebbles",
    problems=(NOTE, DOUBT),
    leftovers=("kept by my reading list",),
)
ALL = [PEBBLES, DOUBT, PAGE]


@pytest.mark.parametrize("thing", ALL, ids=lambda thing: type(thing).__name__)
class TestEveryKindOfData:
    def test_cannot_be_changed(self, thing: Paper | Problem | Page) -> None:
        for field in attrs.fields(type(thing)):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(thing, field.name, None)

    def test_has_no_room_for_further_attributes(self, thing: Paper | Problem | Page) -> None:
        assert not hasattr(thing, "__dict__")

    def test_is_made_from_keywords_only(self, thing: Paper | Problem | Page) -> None:
        make: Callable[..., object] = type(thing)
        with pytest.raises(TypeError, match="positional"):
            make("a value")

    def test_survives_pickling(self, thing: Paper | Problem | Page) -> None:
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            assert pickle.loads(pickle.dumps(thing, protocol)) == thing

    def test_equals_its_copies_and_shares_their_hash(self, thing: Paper | Problem | Page) -> None:
        twin = copy.deepcopy(thing)
        assert twin == thing
        assert hash(twin) == hash(thing)
        assert len({twin, thing}) == 1

    def test_is_itself_only_if_every_field_is(self, thing: Paper | Problem | Page) -> None:
        make: Callable[..., object] = type(thing)
        values = {field.name: getattr(thing, field.name) for field in attrs.fields(type(thing))}
        assert make(**values) == thing
        for name in values:
            other = make(**values | {name: ("other",)})
            assert (other == thing) is (name == "lines")


def test_a_paper_keeps_its_lines_through_pickling() -> None:
    assert pickle.loads(pickle.dumps(PEBBLES)).lines == (14, 22)


def test_papers_from_different_lines_are_equal() -> None:
    moved = attrs.evolve(PEBBLES, lines=(1, 9))
    assert moved == PEBBLES
    assert hash(moved) == hash(PEBBLES)


def test_a_paper_needs_no_more_than_a_title() -> None:
    paper = Paper(title="Counting Geese Twice")
    assert paper.authors == ()
    missing = dict.fromkeys(COLUMNS) | {"authors": []}
    assert paper.to_dict() == missing | {"title": "Counting Geese Twice"}


def test_a_paper_with_an_arxiv_id_has_both_addresses() -> None:
    assert PEBBLES.url == "https://huggingface.co/papers/2511.00001"
    assert PEBBLES.arxiv_url == "https://arxiv.org/abs/2511.00001"


def test_a_paper_without_an_arxiv_id_has_no_address() -> None:
    assert GEESE.url is None
    assert GEESE.arxiv_url is None


def test_the_columns_are_the_fields_of_a_paper_but_its_lines() -> None:
    fields = [field.name for field in attrs.fields(Paper)]
    fields.remove("lines")
    assert list(COLUMNS) == fields


def test_records_have_every_column_in_order() -> None:
    assert [tuple(record) for record in PAGE.to_dicts()] == [COLUMNS, COLUMNS]
    assert PAGE.to_dicts()[0]["date"] == dt.date(2025, 11, 3)


def test_changing_a_record_leaves_the_paper_alone() -> None:
    PAGE.to_dicts()[0]["title"] = "Something else"
    assert PAGE[0].title == "Sorting Pebbles by Ear"


def test_a_page_is_a_sequence_of_its_papers() -> None:
    assert isinstance(PAGE, Sequence)
    assert len(PAGE) == 2
    assert list(PAGE) == [PEBBLES, GEESE]
    assert list(reversed(PAGE)) == [GEESE, PEBBLES]
    assert PAGE[0] is PEBBLES
    assert PAGE[-1] is GEESE
    assert PAGE[1:] == (GEESE,)
    assert GEESE in PAGE
    assert Paper(title="Another") not in PAGE
    assert PAGE.index(GEESE) == 1
    assert PAGE.count(GEESE) == 1


def test_an_index_beyond_the_papers_is_an_index_error() -> None:
    with pytest.raises(IndexError):
        PAGE[2]


def test_a_page_without_papers_is_false() -> None:
    assert not Page()
    assert PAGE


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        (Page(), "<Page: 0 papers>"),
        (Page(papers=(GEESE,)), "<Page: 1 paper>"),
        (Page(papers=(GEESE,), kind="daily"), "<Page: daily page: 1 paper>"),
        (Page(problems=(NOTE,)), "<Page: 0 papers>"),
        (
            PAGE,
            "<Page: search page of 2025-11-25 for 'pebbles': 2 papers, 1 warning>",
        ),
        (Page(query="two\nlines"), r"<Page: for 'two\nlines': 0 papers>"),
    ],
)
def test_a_page_shows_as_one_helpful_line(page: Page, shown: str) -> None:
    assert repr(page) == shown


def test_a_page_shows_as_a_table_in_a_notebook() -> None:
    html = PAGE._repr_html_()
    assert html.startswith("<table>\n<caption>search page of 2025-11-25 for &#x27;pebbles&#x27;: 2")
    assert html.count("<tr>") == 1 + len(PAGE)


def test_a_parse_error_carries_the_page_and_its_problems() -> None:
    error = ParseError(PAGE)
    assert error.page is PAGE
    assert error.problems == PAGE.problems


def test_a_parse_error_says_the_first_warning_and_how_many_more_there_are() -> None:
    assert str(ParseError(Page(problems=(NOTE, DOUBT)))) == "Paper 1 has no byline."
    three = ParseError(Page(problems=(DOUBT, NOTE, DOUBT, DOUBT)))
    assert str(three) == "Paper 1 has no byline. (and 2 more warnings)"
    assert str(ParseError(Page())) == "The page was refused."


def test_a_parse_error_survives_pickling() -> None:
    error = pickle.loads(pickle.dumps(ParseError(PAGE)))
    assert isinstance(error, ParseError)
    assert error.page == PAGE
    assert str(error) == str(ParseError(PAGE))


def test_no_code_of_a_problem_stands_twice() -> None:
    assert len(set(PROBLEM_CODES)) == len(PROBLEM_CODES)


def test_everything_public_is_importable_from_the_package() -> None:
    assert all(hasattr(hfpapers, name) for name in hfpapers.__all__)
