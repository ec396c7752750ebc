"""Signs: what a line can be, judged by its own shape."""

from __future__ import annotations

import datetime as dt

import pytest

from hfpapers import parse_page
from hfpapers._clean import read_lines
from hfpapers._neighbours import read_signs
from hfpapers._pieces import read_pieces
from hfpapers._signs import Sign, linked

LONG = (
    "Two people who count one flock never agree. From 96 paired counts of migrating geese we fit "
    "how counts err with the size, the height and the noise of a flock."
)


def signs(text: str) -> list[Sign]:
    return list(read_signs(read_pieces(read_lines(text))))


def kinds(text: str) -> list[str]:
    return [sign.kind for sign in signs(text)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("3 authors", "authors"),
        ("1 authors", "authors"),
        ("1 author", "authors"),
        ("• 1 author", "authors"),
        ("1,024 authors", "authors"),
        ("• 3 authors", "authors"),
        ("3 authors,", "authors"),
        ("12", "count"),
        ("1.2k", "count"),
        ("-", "dash"),
        ("·", "dot"),
        ("[ ]", "box"),
        ("May 7, 2024", "date"),
        ("Nov 13", "date"),
        ("2025-11-13", "date"),
        ("Submitted by", "submitter"),
        ("Submitted by mara", "submitter"),
        ("Upvote", "upvote"),
        ("GitHub", "github"),
        ("arXiv Page", "arxiv"),
        ("by AK and the research community", "header"),
        ("TOS", "footer"),
        ("Daily", "weak"),
        ("Two Geese", "prose"),
        ("authors", "prose"),
        ("12 geese", "prose"),
        ("3 authors of geese", "prose"),
        ("1 authority", "prose"),
        ("12%", "prose"),
        ("1.2.3", "prose"),
        ("Nov 13, 20244", "prose"),
        ("May 2910 geese", "prose"),
        ("Upvoters", "prose"),
    ],
)
def test_a_line_is_one_sign(line: str, kind: str) -> None:
    assert kinds(line) == [kind]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("12", 12),
        ("1,024", 1024),
        ("1.2k", 1200),
        ("11.3k", 11300),
        ("167K", 167000),
        ("2M", 2000000),
    ],
)
def test_a_count_has_its_number(line: str, number: int) -> None:
    (sign,) = signs(line)
    assert sign.number == number
    assert sign.rounded == (not line[-1].isdigit())


@pytest.mark.parametrize(
    ("line", "kinds_of_line"),
    [
        ("Sep 15, 2024 Company", ["date", "weak"]),
        ("3 authors · Sep 15, 2024 Company © Hugging Face", ["authors", "dot", "date", "footer"]),
        ("12 © Hugging Face", ["count", "footer"]),
        ("12 Models", ["prose"]),
        ("Geese Submitted by", ["prose"]),
        ("Upvote \\-", ["upvote", "dash"]),
    ],
)
def test_items_may_stand_on_a_line_with_what_follows_their_card(
    line: str, kinds_of_line: list[str]
) -> None:
    assert kinds(f"{line}\n\n.") == [*kinds_of_line, "prose"]


def test_a_submitter_may_begin_at_the_end_of_a_line_of_items() -> None:
    found = signs("Jan 30 Submitted by\nmara\n12\nGeese")
    assert [(sign.kind, sign.text) for sign in found[:3]] == [
        ("date", "Jan 30"),
        ("submitter", "mara"),
        ("count", "12"),
    ]


def test_a_line_of_several_items_is_as_many_signs() -> None:
    assert kinds("3 authors · May 7, 2024 3") == ["authors", "dot", "date", "count"]
    assert kinds("Upvote 37 GitHub 1.2k arXiv Page") == [
        "upvote", "count", "github", "count", "arxiv",
    ]  # fmt: skip


def test_a_label_may_touch_the_count_before_it() -> None:
    assert kinds("GitHub 112arXiv Page") == ["github", "count", "arxiv"]
    assert kinds("GitHub 112arXiv") == ["prose"]


def test_an_organisation_may_stand_on_the_line_of_its_byline() -> None:
    assert kinds("Goose Office · May 7, 2024") == ["prose", "dot", "date"]


@pytest.mark.parametrize("dot", ["?", ".", "・"])
def test_a_sign_above_authors_or_a_date_is_a_dot_that_was_lost(dot: str) -> None:
    page = parse_page(f"12\nGeese\nWe count them.\n3 authors\n{dot}\nMay 7, 2024\n2\n")
    assert [(one.author_count, one.date, one.comments) for one in page] == [
        (3, dt.date(2024, 5, 7), 2)
    ]
    cards = "".join(f"12\n{one}\nWe count.\n3 authors\n{dot}\nMay 7, 2024\n2\n" for one in "GH")
    assert len(parse_page(f"{cards}\n\n·\n")) == 2
    page = parse_page(f"Submitted by\nmara\n12\nGeese\n{dot}\n3 authors\n2\n")
    assert [(one.title, one.author_count) for one in page] == [("Geese", 3)]


@pytest.mark.parametrize("dot", ["?", "."])
def test_a_dot_may_be_lost_in_the_midst_of_a_line(dot: str) -> None:
    byline = ["prose", "dot", "date"]
    assert kinds(f"{dot} Published on Nov 3, 2025") == ["dot", "date"]
    assert kinds(f"* {dot}1 authors") == ["dot", "authors"]
    assert kinds(f"3 authors {dot} Nov 3, 2025") == ["authors", "dot", "date"]
    assert kinds(f"Goose Office {dot} Nov 3, 2025") == byline
    assert kinds(f"What happened{dot} Nov 3, 2025") == ["prose"]
    assert kinds(f"{dot} Novel geese") == ["prose"]


def test_labels_may_run_into_their_counts() -> None:
    assert kinds("Upvote535") == ["upvote", "count"]
    assert kinds("GitHub19.7k") == ["github", "count"]
    assert kinds("Upvotes for All") == ["prose"]
    assert kinds("GitHubs") == ["prose"]


def test_a_submitter_may_have_a_number_for_a_name_where_votes_have_a_label() -> None:
    (submitter, title, *_) = signs("Submitted by\n2077\nGeese\nUpvote\n12")
    assert (submitter.text, title.text) == ("2077", "Geese")


@pytest.mark.parametrize("name", ["AK", "2077", "Models"])
def test_a_submitter_may_have_a_name_that_looks_like_something_else(name: str) -> None:
    (submitter, votes, title) = signs(f"Submitted by\n{name}\n94\nGeese")
    assert (submitter.kind, submitter.text) == ("submitter", name)
    assert (votes.number, title.text) == (94, "Geese")


def test_the_line_below_submitted_by_is_a_name() -> None:
    (sign,) = signs("Submitted by\n\nmara")
    assert (sign.kind, sign.text) == ("submitter", "mara")


def test_a_day_that_was_split_over_two_lines_is_a_date() -> None:
    (sign,) = signs("Aug\n1")
    assert sign.date is not None
    assert (sign.date.year, sign.date.month, sign.date.day) == (None, 8, 1)
    assert kinds("Aug\n32") == ["prose", "count"]


def test_furniture_may_stand_in_one_line() -> None:
    assert kinds("Previous Next") == ["weak"]
    assert kinds("Company TOS Privacy About Careers") == ["footer"]
    assert kinds("Models Datasets Spaces [Pricing] Docs") == ["weak"]


def test_a_submitters_name_may_go_on_in_the_next_line() -> None:
    (name, votes) = signs("Submitted by mara\ntide\n12")
    assert (name.kind, name.text, votes.kind) == ("submitter", "mara tide", "count")


def test_a_submitters_name_may_go_on_above_a_linked_title() -> None:
    found = signs("Submitted by mara\ntide\n\n### [Geese](/papers/2511.00001)\n\n12")
    assert [sign.text for sign in found] == ["mara tide", "Geese", "12"]


@pytest.mark.parametrize(
    "text",
    [
        "-\nSubmitted by Midnight\nGeese fly at night.\n3 authors",
        "7\nSubmitted by Midnight\nGeese fly at night.\n3 authors\n12\nGulls\n4 authors\n5 authors",
        "7\nSubmitted by Midnight\n· 3 authors",
    ],
)
def test_a_title_may_begin_as_a_submitter_does(text: str) -> None:
    assert signs(text)[1].kind == "prose"
    assert signs(text)[1].text == "Submitted by Midnight"


def test_a_linked_title_is_no_part_of_the_name_above_it() -> None:
    found = signs("Submitted by mara\n[Geese](/papers/2511.00001)\n-\n3 authors")
    assert [sign.text for sign in found] == ["mara", "Geese", "-", "3 authors"]


def test_a_date_may_be_broken_before_its_year() -> None:
    found = signs("3 authors\n· Published on May 20,\n2019\nUpvote\n7")
    assert [sign.kind for sign in found] == ["authors", "dot", "date", "upvote", "count"]
    assert found[2].date is not None
    assert (found[2].date.year, found[2].date.day) == (2019, 20)


@pytest.mark.parametrize("label", ["", "Published on "])
def test_a_date_may_be_broken_behind_its_month(label: str) -> None:
    found = signs(f"3 authors\n· {label}May\n20, 2019\nUpvote\n7")
    assert [sign.kind for sign in found] == ["authors", "dot", "date", "upvote", "count"]
    assert found[2].date is not None
    assert (found[2].date.year, found[2].date.day) == (2019, 20)


def test_a_name_may_be_broken_above_its_link_beside_its_account() -> None:
    title = "Two Geese [/papers/2511.00001]\n\n"
    name = "harbour [/avatars/x.png] Harbour, Bell and\nBucket [/harbour]"
    found = signs(f"{title}{name}\n·\nMay 20, 2019")
    assert [sign.text for sign in found[1:4]] == ["harbour", "Harbour, Bell and Bucket", "·"]
    assert linked(found[2], "organisation") == "harbour"
    other = signs(title + name.replace("harbour [/av", "gull [/av"))
    assert [sign.text for sign in other][2:] == ["Harbour, Bell and", "Bucket"]


@pytest.mark.parametrize("mark", ["o ", "\uf0b7 ", "⁃ ", "→ ", "◆", "▪\ufe0f ", "・", "1. "])
def test_authors_and_dots_may_stand_behind_any_mark_of_a_list(mark: str) -> None:
    assert [(sign.kind, sign.number) for sign in signs(f"{mark}3 authors\n{mark}·\nGeese")] == [
        ("authors", 3),
        ("dot", None),
        ("prose", None),
    ]


@pytest.mark.parametrize("box", ["[ ]", "[_]", "( )", "□", "⬜", "🔲", "▲", "⬆\ufe0f"])
def test_the_box_of_the_vote_button_may_be_any_square_or_arrow(box: str) -> None:
    assert kinds(f"{box} 12\nGeese") == ["box", "count", "prose"]


@pytest.mark.parametrize("char", ["⁰", "?", "\uf0a8", "◯"])
def test_a_character_alone_above_votes_is_the_box_of_their_button(char: str) -> None:
    assert kinds(f"{char}\n12\nGeese\n{char}\n-") == ["box", "count", "prose", "box", "dash"]
    assert kinds(f"{char} Upvote\n12") == ["upvote", "count"]
    assert kinds("石\n12") == ["prose", "count"]


def test_the_line_of_the_header_may_hold_query_day_and_votes() -> None:
    assert [(sign.kind, sign.text) for sign in signs("geese Daily Weekly Monthly May 7 12")] == [
        ("prose", "geese"),
        ("header", "Daily Weekly Monthly"),
        ("date", "May 7"),
        ("count", "12"),
    ]
    assert kinds("Daily Weekly Monthly") == ["weak"]
    assert kinds("Daily Weekly Monthly Geese") == ["prose"]


def test_what_stands_below_a_label_that_lost_its_name_is_a_title() -> None:
    found = signs(f"Submitted by\nTwo Geese\n{LONG}\n3 authors\nUpvote")
    assert [(sign.kind, sign.text) for sign in found[:2]] == [
        ("prose", "Two Geese"),
        ("prose", LONG),
    ]
    daily = signs("Submitted by\nTwo Geese\n·\n3 authors\nSubmitted by\nmara\n7\nGulls\n·")
    assert [(sign.kind, sign.text) for sign in daily][:1] == [("prose", "Two Geese")]
    assert [sign.text for sign in daily if sign.kind == "submitter"] == ["mara"]


def test_a_last_line_of_items_that_is_longer_than_any_is_prose() -> None:
    assert kinds("12 · " * 18) == ["prose"]


def test_a_byline_may_be_broken_before_its_date() -> None:
    assert kinds("Goose Office · Published on\nMay 20, 2019\n\n7") == [
        "prose",
        "dot",
        "date",
        "count",
    ]


def test_the_day_of_the_header_may_touch_its_month() -> None:
    assert kinds("May26") == ["date"]
    assert kinds("May26th") == ["prose"]


@pytest.mark.parametrize("line", ["Geese · 12", "Geese · Gulls", "· geese"])
def test_a_dot_alone_makes_no_byline(line: str) -> None:
    assert kinds(line) == ["prose"]


def test_a_byline_may_be_cut_off_at_its_dot_below_an_abstract() -> None:
    abstract = "We count geese, " * 9
    assert kinds(f"{abstract}\n\nGoose Office ·")[1:] == ["prose", "dot", "silent"]
    assert kinds("Geese\n\nWe count ·")[1:] == ["prose"]


@pytest.mark.parametrize(
    "cut", ["· P", "· Published", "· Published on", "· Published on Mar", "· Mar"]
)
def test_a_byline_may_be_cut_off_in_its_label(cut: str) -> None:
    assert kinds(f"Goose Office {cut}") == ["prose", "dot", "silent"]
    assert kinds("Geese · Pebbles") == ["prose"]


@pytest.mark.parametrize("end", ["· Published\non", "·\nPublished on"])
def test_a_byline_may_be_broken_at_its_label(end: str) -> None:
    found = kinds(f"Goose Office {end} May 20, 2019\n\n7")
    assert found == ["prose", "dot", "date", "count"]


@pytest.mark.parametrize("text", ["7" * 5000, "7" * 5000 + "k", "1" + ",000" * 2000])
def test_a_number_that_is_too_long_to_be_one_is_prose_even_in_the_last_line(text: str) -> None:
    assert kinds(text) == ["prose"]


@pytest.mark.parametrize(
    ("text", "number"),
    [("👍 12", 12), ("❤️ 1,024", 1024), ("⭐1.2k", 1200), ("12 upvotes", 12), ("3 comments", 3)],
)
def test_a_count_may_have_an_icon_or_a_word(text: str, number: int) -> None:
    assert [(one.kind, one.number) for one in signs(text)] == [("count", number)]


@pytest.mark.parametrize("text", ["2411.001", "12 geese", "👍"])
def test_what_is_no_count_is_prose(text: str) -> None:
    assert kinds(text) == ["prose"]
