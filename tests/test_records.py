"""JSON of every hand: the Hub's client, this library's own records, and other people's lists."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import attrs
import pytest

from hfpapers import COLUMNS, Page, Paper, parse_html, parse_json, parse_page
from hfpapers._command import main
from hfpapers._names import join_names, split_names

HUB = "https://huggingface.co/papers/"
PEBBLES: dict[str, Any] = {"title": "Sorting Pebbles by Ear", "url": f"{HUB}2603.00001"}
GEESE: dict[str, Any] = {"title": "Counting Geese Twice", "id": "2603.00002"}
TITLES = [PEBBLES["title"], GEESE["title"]]
ROWS = [[TITLES[0], "2603.00001"], [TITLES[1], "2603.00002"]]


def codes(page: Page) -> list[str]:
    return [problem.code for problem in page.problems]


def titles(page: Page) -> list[str]:
    return [paper.title for paper in page]


def one(**fields: Any) -> Paper:  # noqa: ANN401
    """The paper of somebody's item with these fields, of which all are understood."""
    page = parse_json([{**PEBBLES, **fields}])
    assert set(codes(page)) <= {"foreign-keys"}
    return page[0]


# The Hub's client


class User:
    """An object of the client, which keeps what it does not know beside what it does."""

    def __init__(self, **held: object) -> None:
        self.__dict__.update(held)


SNAKE: dict[str, Any] = {
    "id": "2603.00001",
    "title": "Sorting Pebbles by Ear",
    "summary": "A click tells\nthe size.",
    "authors": [{"name": "Ada Quill", "user": None, "hidden": False}],
    "published_at": "2026-03-04T17:10:29+00:00",
    "upvotes": 7,
    "comments": 2,
    "submitted_at": "2026-03-05 00:20:01.5+00:00",
    "submitted_by": {"username": "mara", "fullname": "Mara Q"},
    "submitted_by_name": "Mara Q",
    "organization": {"name": "rope-lab", "fullname": "Rope Lab", "avatar_url": ""},
    "github_repo": "https://github.com/teapot/pebbles",
    "github_stars": 12,
    "project_page": "https://pebbles.example",
    "ai_summary": "Clicks tell size.",
    "ai_keywords": ["pebbles"],
    "discussion_id": "69c2",
    "linked_models": None,
}
OF_CLIENT = Paper(
    title="Sorting Pebbles by Ear",
    abstract="A click tells the size.",
    author_count=1,
    date=dt.date(2026, 3, 4),
    votes=7,
    org="Rope Lab",
    org_slug="rope-lab",
    comments=2,
    arxiv_id="2603.00001",
    submitted_by="mara",
    github_url="https://github.com/teapot/pebbles",
    github_stars=12,
    authors=("Ada Quill",),
    ai_summary="Clicks tell size.",
    project_page="https://pebbles.example",
    listed=dt.date(2026, 3, 5),
)


def test_the_records_of_the_client_are_read_whole() -> None:
    page = parse_json([SNAKE])
    assert page.papers == (OF_CLIENT,)
    assert not page.problems


def test_its_objects_and_moments_are_read_as_they_are() -> None:
    zone = dt.timezone(dt.timedelta(hours=-5))
    held = {
        **SNAKE,
        "authors": (User(name="Ada Quill", hidden=False),),
        "published_at": dt.datetime(2026, 3, 3, 23, 10, 29, tzinfo=zone),
        "submitted_at": dt.datetime(2026, 3, 5, 0, 20, 1),
        "submitted_by": User(username="", fullname="Mara Q", name="mara"),
        "organization": User(name="rope-lab", fullname="Rope Lab"),
    }
    assert parse_json([held]).papers == parse_json([User(**held)]).papers == (OF_CLIENT,)


def test_where_the_client_lost_the_account_the_full_name_is_read_and_said() -> None:
    page = parse_json([{**SNAKE, "submitted_by": {"username": "", "fullname": "Mara Q"}}])
    assert page[0].submitted_by == "Mara Q"
    assert [(problem.code, problem.level) for problem in page.problems] == [
        ("foreign-keys", "info")
    ]
    assert "'submitted_by.fullname' as submitted_by" in page.problems[0].message
    assert parse_json([{**SNAKE, "submitted_by": {}}])[0].submitted_by is None


def test_one_object_that_is_a_paper_is_the_page_of_it() -> None:
    for data in (SNAKE, {"paper": SNAKE}, json.dumps(SNAKE, indent=1)):
        assert parse_json(data).kind == "paper"
    assert parse_json([SNAKE]).kind is None


@pytest.mark.parametrize(
    ("day", "listed"),
    [
        ("2024-05-27T03:50:58.348Z", "2024-05-27"),
        ("2024-05-24T20:34:16Z", "2024-05-24"),
        ("2024-05-25T17:34:15Z", "2024-05-25"),
        ("2024-05-24T22:34:15.000Z", None),
        ("2024-05-24T13:34:15.000Z", None),
        ("2024-05-24T17:34:15.000Z", None),
        ("2024-05-20T03:50:58.348Z", None),
        (None, None),
    ],
)
def test_the_date_round_a_paper_is_the_day_of_the_list_unless_it_repeats_the_paper_s(
    day: str | None, listed: str | None
) -> None:
    paper = {"id": "2405.00001", "title": "Geese", "publishedAt": "2024-05-24T17:34:15.000Z"}
    page = parse_json([{"paper": paper, "publishedAt": day}])
    assert str(page[0].listed) == str(listed)
    assert page[0].date == dt.date(2024, 5, 24)
    assert not page.problems
    named = {"paper": {**paper, "submittedOnDailyAt": "2024-05-28T00:00:00Z"}, "publishedAt": day}
    assert parse_json([named])[0].listed == dt.date(2024, 5, 28)


@pytest.mark.parametrize(
    ("day", "listed"),
    [
        ("2026-08-21T00:00:00Z", dt.date(2026, 8, 21)),
        ("2026-08-20T15:00:00Z", None),
        ("2026-08-20T06:00:00Z", None),
    ],
)
def test_full_hours_are_a_repeated_date_only_if_they_are_few(
    day: str, listed: dt.date | None
) -> None:
    paper = {**SNAKE, "published_at": "2026-08-20T10:00:00Z", "submitted_at": day}
    assert parse_json([paper])[0].listed == listed


def test_a_date_that_has_nothing_to_be_held_against_is_no_day_of_a_list() -> None:
    page = parse_json([{"paper": {"title": "Geese"}, "publishedAt": "2024-05-27T03:50:58.348Z"}])
    assert (page[0].date, page[0].listed) == (None, None)


def test_comments_themselves_are_no_number_of_comments_and_are_named() -> None:
    assert codes(parse_json({**SNAKE, "comments": []})) == []
    page = parse_json({**SNAKE, "comments": [{"id": 1}]})
    assert page[0].comments is None
    assert "Not read were 'comments'" in page.problems[0].message


# The library's own records

NAMES = ("Quill; Ada", "[Bo]", '"C" Abara', "D, E")
ODD = Page(
    papers=(
        attrs.evolve(
            OF_CLIENT,
            author_count=4,
            authors=("Quill; Ada", "[Bo]", '"C" Abara', "D, E"),
            lines=(1, 6),
        ),
        Paper(title="None", org="NaN", votes=0, comments=3, lines=(7, 9)),
        Paper(title="1984", date=dt.date(2026, 3, 4), authors=("Ada Quill",)),
    ),
)


def test_what_to_dicts_gives_is_read_back_whole() -> None:
    records = ODD.to_dicts()
    for data in (records, json.dumps(records, default=str), {"data": records}):
        page = parse_json(data)
        assert page.papers == ODD.papers
        assert (page.kind, page.problems) == (None, ())
    assert parse_json(records[0]).papers == ODD.papers[:1]
    assert parse_json(records[0]).kind is None


def test_its_json_lines_are_read_back_whole() -> None:
    text = "".join(f"{json.dumps(one, default=str)}\n" for one in ODD.to_dicts())
    page = parse_page(text)
    assert (page.papers, codes(page)) == (ODD.papers, ["not-text"])


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_what_the_command_prints_the_command_reads(
    form: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--sample", "--format", form]) == 0
    printed = capsys.readouterr().out
    (tmp_path / "saved").write_text(printed, "utf-8")
    assert main([str(tmp_path / "saved"), "--format", form]) == 0
    assert capsys.readouterr() == (printed, "")
    assert main([str(tmp_path / "saved")] * 2 + ["--format", form]) == 0
    named = parse_json(capsys.readouterr().out)
    assert named.papers == parse_json(printed).papers
    assert not named.problems


def as_csv(page: Page, **options: Any) -> str:  # noqa: ANN401
    text = io.StringIO()
    writer = csv.writer(text, **options)
    writer.writerow(COLUMNS)
    for record in page.to_dicts():
        names = record.pop("authors")
        assert isinstance(names, list)
        row = record | {"authors": join_names(names)}
        writer.writerow([row[name] for name in COLUMNS])
    return text.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_its_csv_is_read_back_whole_whatever_names_hold(separator: str, end: str) -> None:
    text = as_csv(ODD, delimiter=separator, lineterminator=end)
    for given in (text, f"\ufeff{text}", f"\n{text}\n"):
        for page in (parse_json(given), parse_page(given)):
            assert page.papers == ODD.papers
            assert set(codes(page)) <= {"not-text"}
    assert [paper.lines for paper in parse_json(text)] == [(2, 2), (3, 3), (4, 4)]


def test_a_row_of_csv_that_is_cut_off_is_said_and_the_others_are_read() -> None:
    text = as_csv(ODD)
    page = parse_json(text[: text.index("1984") + 6])
    assert page.papers == ODD.papers[:2]
    assert [(problem.code, problem.line) for problem in page.problems] == [("item-malformed", 4)]


def test_a_cell_that_is_too_long_ends_the_table_and_is_said() -> None:
    page = parse_json(f'title,arxiv_id\nGeese,2603.00002\nPebbles,"{"x" * 200_000}"\n')
    assert titles(page) == ["Geese"]
    assert codes(page) == ["foreign-keys", "data-unread"]
    assert page.problems[1].line == 3


def test_a_whole_page_is_read_back_with_all_that_it_is() -> None:
    page = parse_page(
        "Daily Papers\n12\nGeese\nWe count.\n3 authors\n·\nNov 3\nkept by me, and read twice\n"
        "7\nPebbles\nWe listen.\n3 authors\n·\nMay 3, 2024\n"
    )
    page = attrs.evolve(page, query="geese", date=dt.date(2025, 11, 3), kind="search")
    assert page.problems
    for data in (attrs.asdict(page), json.dumps(attrs.asdict(page), default=str)):
        again = parse_json(data)
        assert again == page
        assert [paper.lines for paper in again] == [paper.lines for paper in page]
    empty = parse_page("nothing at all")
    assert parse_json(attrs.asdict(empty)) == empty


def test_a_saved_page_that_was_changed_is_said_to_be() -> None:
    saved = {
        "papers": [7, {**PEBBLES, "lines": [1]}],
        "problems": [7, {"code": "no"}],
        "leftovers": [7],
    }
    page = parse_json({**saved, "kind": "letter"})
    assert titles(page) == TITLES[:1]
    assert (page.kind, page.leftovers, page[0].lines) == (None, (), (0, 0))
    assert codes(page) == ["item-malformed", "foreign-keys"]


@pytest.mark.parametrize(
    "names", [["Ada Quill"], ["a;b", "c"], ["[a]", "'b'"], ['"a"', "b, c"], ["a\nb"]]
)
def test_names_that_were_joined_are_split_again(names: list[str]) -> None:
    kept = [name for name in names if name]
    assert split_names(join_names(kept)) == (kept or None)


@pytest.mark.parametrize("cell", ["[a, b]", "['a' 'b']", "['a", "x" * 200_000])
def test_a_cell_that_holds_no_names_is_none(cell: str) -> None:
    assert split_names(cell) is None
    record = {**dict.fromkeys(COLUMNS), **PEBBLES, "authors": cell}
    assert codes(parse_json([record])) == ["item-malformed", "foreign-keys"]


# Other people's lists


@pytest.mark.parametrize(
    "data",
    [
        {"data": {"papers": {"edges": [{"node": PEBBLES}, {"node": GEESE}], "more": False}}},
        {"hits": {"total": 2, "hits": [{"_id": "a", "_source": PEBBLES}, {"_source": GEESE}]}},
        {"features": [{"name": "title"}], "rows": [{"row": PEBBLES}, {"row": GEESE}]},
        {"2026-03-04": [PEBBLES], "2026-03-05": [GEESE]},
        [{"day": "2026-03-04", "papers": [PEBBLES]}, {"day": "2026-03-05", "papers": [GEESE]}],
        {"2603.00001": {"title": TITLES[0]}, "2603.00002": {"title": TITLES[1]}},
        {"0": PEBBLES, "1": GEESE},
        {0: PEBBLES, 10**400: GEESE},
        {"title": "My list", "items": [PEBBLES, GEESE]},
        {"title": TITLES, "id": ["2603.00001", "2603.00002"], "by": "me"},
        {"title": {"a": TITLES[0], "b": TITLES[1]}, "id": {"a": "2603.00001", "b": "2603.00002"}},
        {"columns": ["title", "id"], "index": [0, 1], "data": ROWS},
        {"values": [["Title", "ID"], *ROWS]},
        f"\n{json.dumps(PEBBLES)}\n\n\n{json.dumps(GEESE)}\n",
        f"{json.dumps(PEBBLES, indent=1)}\n{json.dumps(GEESE, indent=1)}",
        f"{json.dumps(PEBBLES)},\n{json.dumps(GEESE)},\n",
        f"Title;Link\n{TITLES[0]};{HUB}2603.00001\n{TITLES[1]};arxiv.org/abs/2603.00002v2\n",
        f'"title"\t"arxiv"\n{TITLES[0]}\tarXiv:2603.00001\n{TITLES[1]}\t2603.00002\n',
    ],
    ids=lambda data: str(data)[:24],
)  # fmt: skip
def test_items_are_found_wherever_they_stand(data: Any) -> None:  # noqa: ANN401
    page = parse_json(data)
    assert [(paper.title, paper.arxiv_id) for paper in page] == [
        (TITLES[0], "2603.00001"),
        (TITLES[1], "2603.00002"),
    ]
    assert set(codes(page)) <= {"foreign-keys"}


@pytest.mark.parametrize(
    "data",
    [
        {"title": "Fog again", "papers": []},
        {"title": ["Fog", "Lamps"], "id": ["2603.00001"]},
        {"title": {"a": "Fog"}, "id": {}},
        {"columns": ["title", "id"], "data": [1, 2]},
        {"posts": [{"title": "Fog again", "upvotes": 3}, {"title": "Lamps", "id": 12}]},
        {"posts": [{"title": "Fog again", "url": "https://gull.example", "id": "2613.10000"}]},
        {"posts": [{"title": "Fog again", "links": [f"{HUB}2603.00001"]}]},
        {"title": 7, "id": "2603.00001"},
        {"title": "Fog again", "summary": "It came in.", "publishedAt": "2026-03-04"},
        '{"title": "Fog again"}\n{"title": "Lamps"}',
    ],
)  # fmt: skip
def test_titles_without_a_sign_of_the_hub_are_no_papers(data: Any) -> None:  # noqa: ANN401
    page = parse_json(data)
    assert codes(page) == ["no-papers"]
    assert "holds no list of papers" in page.problems[0].message


def test_of_a_list_each_item_without_a_sign_is_said() -> None:
    page = parse_json([PEBBLES, {"title": "Fog again", "upvotes": 3}])
    assert titles(page) == TITLES[:1]
    assert page.problems[0].code == "item-malformed"
    assert "it has no arXiv id, and no link to a paper of the Hub" in page.problems[0].message


def test_a_list_that_holds_itself_or_is_very_deep_is_searched_once() -> None:
    loop: list[Any] = [PEBBLES]
    loop += [loop, {"again": loop}]
    assert titles(parse_json(loop)) == TITLES[:1]
    deep: Any = [PEBBLES]
    for _ in range(2_000):
        deep = {"data": deep}
    assert codes(parse_json(deep)) == ["no-papers"]


@pytest.mark.parametrize(
    ("fields", "field", "value"),
    [
        ({"Published-At": 1_772_600_000}, "date", dt.date(2026, 3, 4)),
        ({"published": 1_772_600_000_000}, "date", dt.date(2026, 3, 4)),
        ({"publication_date": "Mar 4, 2026"}, "date", dt.date(2026, 3, 4)),
        ({"date": "4 March 2026"}, "date", dt.date(2026, 3, 4)),
        ({"pubDate": dt.date(2026, 3, 4)}, "date", dt.date(2026, 3, 4)),
        ({"PUBLISHED AT": "2026-03-04 10:00:00 UTC"}, "date", dt.date(2026, 3, 4)),
        ({"votes": "12"}, "votes", 12),
        ({"Likes": "1.2k"}, "votes", 1200),
        ({"upvote_count": "1,234"}, "votes", 1234),
        ({"upvotes": "12.0", "votes": 12.0}, "votes", 12),
        ({"num-comments": 3}, "comments", 3),
        ({"authors": "Ada Quill, Bo Marsh and Chidi Abara"}, "author_count", 3),
        ({"authors": "Ada Quill"}, "authors", ("Ada Quill",)),
        ({"authors": "Quill, Ada; Marsh, Bo"}, "authors", ("Quill, Ada", "Marsh, Bo")),
        ({"authors": "['Ada Quill', \"Bo Marsh\"]"}, "authors", ("Ada Quill", "Bo Marsh")),
        ({"authors": 14}, "author_count", 14),
        ({"authors": ["Ada Quill"], "num_authors": 14}, "author_count", 14),
        ({"authors": ""}, "author_count", None),
        ({"organization": "Rope Lab"}, "org", "Rope Lab"),
        ({"org_name": "Rope Lab", "org_slug": "rope-lab"}, "org_slug", "rope-lab"),
        ({"submitter": "mara"}, "submitted_by", "mara"),
        ({"abstract": "A click.", "summary": "In short."}, "abstract", "A click."),
        ({"abstract": "", "summary": "In short."}, "abstract", "In short."),
        ({"github": "https://gull.example/a"}, "github_url", "https://gull.example/a"),
        ({"project_url": " HTTPS://pebbles.example "}, "project_page", "HTTPS://pebbles.example"),
        ({"projectPage": ""}, "project_page", None),
        ({"id": 17}, "arxiv_id", "2603.00001"),
        ({"paper": "2603.00001v3", "pdf": "/papers/2603.00001"}, "arxiv_id", "2603.00001"),
        ({"link": "https://gull.example", "href": "x" * 2_000}, "arxiv_id", "2603.00001"),
        ({"title": "Paper page - Sorting Pebbles by Ear"}, "title", "Sorting Pebbles by Ear"),
    ],
    ids=str,
)  # fmt: skip
def test_a_field_is_read_from_each_spelling(
    fields: dict[str, Any], field: str, value: object
) -> None:
    assert getattr(one(**fields), field) == value


@pytest.mark.parametrize(
    "fields",
    [
        {"authors": "Quill, Ada and Marsh, Bo"},
        {"authors": "Ada Quill et al."},
        {"authors": ["Ada Quill", "Bo Marsh"], "author_count": 1},
        {"id": "2603.00009"},
        {"upvotes": "many"},
        {"date": "05/06/2026"},
        {"date": 17},
        {"date": float("inf")},
        {"published": dt.datetime(2026, 3, 4, tzinfo=type("Zone", (dt.tzinfo,), {})())},
        {"submitter": 7},
    ],
    ids=str,
)
def test_what_a_spelling_leaves_in_doubt_is_said(fields: dict[str, Any]) -> None:
    assert "item-malformed" in codes(parse_json([{**PEBBLES, **fields}]))


def test_keys_that_are_not_the_hub_s_are_named_once_for_all_items() -> None:
    item = {**PEBBLES, "stars": "66", "mood": "calm", "empty": "", "none": None, "mediaUrls": ["x"]}
    page = parse_json([item, {**GEESE, "mood": "odd"}])
    (problem,) = page.problems
    assert (problem.code, problem.level, problem.paper) == ("foreign-keys", "info", None)
    assert "'url' as arxiv_id" in problem.message
    assert "Not read were 'stars', 'mood'. " in problem.message


def test_a_value_that_another_spelling_contradicts_is_named() -> None:
    (problem,) = parse_json([{**PEBBLES, "votes": 3, "likes": 4, "upvote_count": 3}]).problems
    assert "Not read were 'likes'. " in problem.message


def test_no_message_grows_with_what_somebody_named_so() -> None:
    item = {**PEBBLES, **{f"{number}{'x' * 500}": 1 for number in range(500)}}
    (problem,) = parse_json([item]).problems
    assert "and 480 more" in problem.message
    assert len(problem.message) < 1_200


# Classes of strangers


class Text(str):
    """A text whose every method is a trap."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401
        raise AssertionError(name)

    def __eq__(self, other: object) -> bool:
        raise AssertionError

    def __hash__(self) -> int:
        raise AssertionError

    def __len__(self) -> int:
        raise AssertionError


class Number(int):
    """A number whose every method is a trap."""

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401
        raise AssertionError(name)

    def __lt__(self, other: object) -> bool:
        raise AssertionError

    __le__ = __gt__ = __ge__ = __eq__ = __lt__
    __hash__ = None  # type: ignore[assignment]


class Key(str):
    """A key that may be put into an object, and is a trap from then on."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        raise AssertionError


def test_subclasses_are_read_as_what_they_are_and_none_of_their_methods_is_called() -> None:
    paper = {
        Key("title"): Text("Geese"),
        Key("id"): Text("2603.00002"),
        Key("upvotes"): Number(3),
        Key("authors"): [{Key("name"): Text("Ada Quill")}, Text("Bo Marsh")],
        Key("organization"): {Key("name"): Text("rope-lab")},
        Key("projectPage"): Text("https://geese.example"),
        Key("mood"): Text("calm"),
        Key("githubStars"): Text("many"),
    }
    given: list[Any] = [[paper], [{Key("paper"): paper}]]
    for data in (*given, {Key("dailyPapers"): [paper], Key("query"): Text("x")}):
        page = parse_json(data)
        (found,) = page
        assert found.votes == 3
        assert {type(value) for value in found.to_dict().values()} <= {str, int, list, type(None)}
        assert {type(name) for name in found.authors} == {str}
        assert type(page.query) in (str, type(None))
        assert "item-malformed" in codes(page)


class Array:
    """An array of another library, or what pretends to be one."""

    def __init__(self, held: object) -> None:
        self.held = held

    def tolist(self) -> object:
        if self.held is None:
            raise RuntimeError
        return self.held


def test_arrays_are_lists_and_an_object_that_only_raises_is_one_malformed_value() -> None:
    assert one(authors=Array(["Ada Quill"]), upvotes=Array(3)).authors == ("Ada Quill",)
    for odd in (Array(None), Array(Array([])), print, object):
        assert "item-malformed" in codes(parse_json([{**PEBBLES, "authors": odd}]))


def test_a_gap_of_a_table_is_none_whatever_kind_it_is_of() -> None:
    missing = dt.datetime(1, 1, 1)
    assert one(publishedAt=missing, upvotes=float("nan"), comments=None).date is None


# What was cut off


def test_a_list_that_is_cut_off_anywhere_gives_the_items_before_the_cut() -> None:
    items = [
        {"paper": {**SNAKE, "id": f"2603.0000{number}"}, "numComments": 2} for number in range(3)
    ]
    for wrapped in (items, {"dailyPapers": items}, {"data": {"papers": items}}, [{"p": items}]):
        text = json.dumps(wrapped)
        ends = [text.index(json.dumps(item)) + len(json.dumps(item)) for item in items]
        whole = parse_json(items).papers
        for cut in range(1, len(text), 7):
            page = parse_json(text[:cut])
            assert page.papers == whole[: sum(end <= cut for end in ends)]
            assert codes(page) == ["data-unread"]


@pytest.mark.parametrize(
    "text",
    [
        f'{{"columns": ["title", "id"], "data": [["{TITLES[1]}", "2603.00002"], ["Sort',
        f'{json.dumps(GEESE, indent=1)}\n{{"title": "Sort',
        f"[{json.dumps(GEESE)}] and so on",
        f"[{json.dumps(GEESE)}, }}",
        f'{{"2603.00002": {{"id": "2603.00002", "title": "{TITLES[1]}"}}, "2603.00003": {{"ti',
    ],
)
def test_so_does_a_table_and_whatever_else_holds_items(text: str) -> None:
    page = parse_json(text)
    assert titles(page) == TITLES[1:]
    assert codes(page) == ["data-unread"]


def test_a_broken_text_that_is_very_deep_is_read_up_to_where_its_brackets_go_wrong() -> None:
    for rest in ("[" * 100_000, "[" * 100_000 + "}" + "]" * 100_000):
        page = parse_json(f"[{json.dumps(PEBBLES)}, {rest}")
        assert titles(page) == TITLES[:1]
        assert "data-unread" in codes(page)


def test_a_title_in_the_first_line_makes_no_table() -> None:
    for text in ("Title, votes, id\nGeese, 3, 1\n", "The title of geese\nWe count."):
        assert codes(parse_page(text))[0] != "not-text"


def test_data_in_html_that_is_cut_off_anywhere_gives_the_items_before_the_cut() -> None:
    items = [
        {"paper": {"id": f"2603.0000{number}", "title": '<Geese> & "Co"'}} for number in range(3)
    ]
    props = {"date": "2026-03-04T00:00:00.000Z", "dailyPapers": items}
    for quote, entity in (('"', "&quot;"), ("'", "&#39;")):
        data = json.dumps(props).replace("&", "&amp;").replace(quote, entity)
        html = f"<html><body>\n<main><div class=c data-props={quote}{data}{quote}></div>"
        begin = html.index(entity if quote == '"' else "dailyPapers") + len(data) // 2
        for cut in range(begin, html.index(data) + len(data)):
            page = parse_html(html[:cut])
            assert page.papers == parse_json(items).papers[: len(page)]
            assert len(page) >= 1
            assert page.date == dt.date(2026, 3, 4)
            assert [(problem.code, problem.line) for problem in page.problems] == [
                ("data-unread", 2)
            ]


def test_data_in_html_that_is_cut_off_before_its_first_item_is_said() -> None:
    page = parse_html('<html><div data-props="{&quot;dailyPapers&quot;:[{&quot;pap')
    assert codes(page) == ["data-unread", "no-papers"]
    assert codes(parse_html('<html><div data-props="{&quot;daily')) == ["no-papers"]


def test_a_table_that_is_kept_as_rows_is_told_from_text() -> None:
    page = parse_page(json.dumps([["title", "id"], *ROWS], indent=1))
    assert (titles(page), codes(page)) == (TITLES, ["not-text"])
