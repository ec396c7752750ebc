"""A page as a whole: arguments, strict reading, its header, and texts that are none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Literal, NoReturn

import pytest

from hfpapers import Page, ParseError, parse_html, parse_page
from tests.property import foreign

ABSTRACT = "A click tells the size of a pebble, and two people tell the size of a flock of geese."
BANNER = (
    "Get trending papers in your email inbox!\n\nDaily Papers\n\nby AK and the research community"
)
TODAY = dt.date(2025, 11, 25)


def card(title: str = "Geese", comments: str = "") -> str:
    return f"12\n\n{title}\n\n{ABSTRACT}\n\n3 authors\n·\nNov 13\n{comments}\n\n"


def codes(page: Page) -> list[str]:
    return [problem.code for problem in page.problems]


class TestWrongArguments:
    @pytest.mark.parametrize(
        ("text", "message"),
        [
            (b"geese", r"text must be a str, not bytes;.*decode"),
            (bytearray(b"geese"), r"text must be a str, not bytearray;.*decode"),
            (None, r"text must be a str, not NoneType; pass the text of the page"),
            (["geese"], r"text must be a str, not list; pass the text of the page"),
        ],
    )
    def test_a_text_that_is_none(self, text: str, message: str) -> None:
        with pytest.raises(TypeError, match=message):
            parse_page(text)

    @pytest.mark.parametrize("today", ["2025-11-25", 20251125, (2025, 11, 25)])
    def test_a_day_that_is_none(self, today: dt.date) -> None:
        with pytest.raises(TypeError, match=r"today must be a datetime\.date.*fromisoformat"):
            parse_page("", today=today)

    @pytest.mark.parametrize("which", ["likes", "", None, "Votes", 3])
    def test_a_count_that_there_is_not(self, which: Literal["votes", "comments"]) -> None:
        with pytest.raises(ValueError, match="unlabelled_count must be 'votes' or 'comments'"):
            parse_page("", unlabelled_count=which)

    def test_a_count_that_cannot_even_be_looked_up(self) -> None:
        with pytest.raises((TypeError, ValueError), match="unlabelled_count"):
            parse_page("", unlabelled_count=[])  # type: ignore[arg-type]


class TestStrict:
    def test_raises_for_a_warning_and_brings_the_page(self) -> None:
        with pytest.raises(ParseError, match="has no year") as caught:
            parse_page(card(), strict=True)
        assert caught.value.page == parse_page(card())
        assert codes(caught.value.page) == ["year-unknown"]

    def test_raises_for_a_text_without_papers(self) -> None:
        with pytest.raises(ParseError, match="empty"):
            parse_page("", strict=True)

    def test_lets_notes_pass(self) -> None:
        text = f"Geese\n\n{ABSTRACT}\n\n3 authors\n·\nMay 7, 2024\n6\n"
        assert codes(parse_page(text, strict=True)) == ["unlabelled-count"]


def test_a_datetime_counts_as_its_day() -> None:
    at_night = dt.datetime(2025, 11, 25, 23, 59, tzinfo=dt.timezone.utc)
    assert parse_page(card(), today=at_night) == parse_page(card(), today=TODAY)


class TestTheHeader:
    @pytest.mark.parametrize("day", ["Nov 25", "Nov\n\n25", "Nov 25, 2025"])
    def test_shows_the_day_of_the_page(self, day: str) -> None:
        page = parse_page(f"{BANNER}\n\n{day}\n\n{card()}", today=TODAY)
        assert page.date == TODAY
        assert page[0].date == dt.date(2025, 11, 13)
        assert not page.leftovers

    @pytest.mark.parametrize("day", ["", "Nov 25\n\n"])
    def test_of_a_search_page_may_show_the_query(self, day: str) -> None:
        page = parse_page(f"{BANNER}\n\ntwo geese\n\n{day}{card()}", today=TODAY)
        assert page.query == "two geese"
        assert [paper.title for paper in page] == ["Geese"]
        assert not page.leftovers

    def test_may_show_the_query_above_a_title_that_asks_a_long_question(self) -> None:
        title = "Can a Careful Listener with a Bucket Learn to Count Geese from Clicks?"
        page = parse_page(f"{BANNER}\n\ntwo geese\n\n{card(title)}{card('Gulls')}", today=TODAY)
        assert page.query == "two geese"
        assert [paper.title for paper in page] == [title, "Gulls"]

    def test_may_show_the_query_above_the_only_title(self) -> None:
        page = parse_page(f"{BANNER}\n\ntwo geese\n\n{card()}", today=TODAY)
        assert (page.query, [paper.title for paper in page]) == ("two geese", ["Geese"])

    @pytest.mark.parametrize("above", ["Daily Papers - Hugging Face\n\nwindow.geese = 12;", "{}"])
    @pytest.mark.parametrize("mark", ["{}", "#0 {}", "0. {}", "→ {}", "{} {{.text}}"])
    def test_may_show_the_query_below_whatever_marks_its_lines(self, above: str, mark: str) -> None:
        banner = "\n\n".join(mark.format(line) for line in BANNER.split("\n\n"))
        page = parse_page(f"{above}\n\n{banner}\n\ntwo geese\n\nNov 25\n\n{card()}", today=TODAY)
        assert page.query == "two geese"

    def test_may_have_a_phrase_that_is_broken_over_two_lines(self) -> None:
        banner = "## by [AK](/akhaliq) and the research\ncommunity"
        page = parse_page(f"{banner}\n\ntwo geese\n\nNov 25\n\n{card()}", today=TODAY)
        assert (page.query, page.leftovers) == ("two geese", ())

    def test_may_show_the_query_behind_a_list_mark_that_all_lines_have(self) -> None:
        text = f"{BANNER}\n\ntwo geese\n\nNov 25\n\n{card()}"
        page = parse_page("\n".join(f"- {row}" for row in text.split("\n") if row), today=TODAY)
        assert (page.query, page.date, len(page)) == ("two geese", TODAY, 1)

    @pytest.mark.parametrize("below", ["Submit a paper", "Search by arxiv id or title"])
    def test_may_show_the_query_above_a_phrase_and_stand_below_the_cards_once_more(
        self, below: str
    ) -> None:
        end = "Get trending papers in your email inbox!\n\nSubscribe"
        page = parse_page(f"{BANNER}\n\ntwo geese\n\n{below}\n\n{card()}{end}", today=TODAY)
        assert (page.query, page.leftovers) == ("two geese", ())
        header = "\n".join(f"- {line}" for line in BANNER.split("\n\n"))
        assert parse_page(f"{header}\n\ntwo geese\n\n{card()}").query == "two geese"

    def test_may_show_the_query_right_before_the_words_behind_it(self) -> None:
        page = parse_page(f"{BANNER}\n\ntwo geeseDaily Weekly Monthly\n\n{card()}", today=TODAY)
        assert page.query == "two geese"

    def test_shows_its_day_between_links_that_have_no_text(self) -> None:
        days = "/papers/date/2025-11-24 Nov 25 /papers/date/2025-11-26"
        links = "\n\n".join(
            f"Geese {n} [/papers/2511.0000{n}]\n\n{ABSTRACT}\n\n3 authors\n\n·\n\nNov 13"
            for n in (1, 2, 3)
        )
        page = parse_page(
            f"{BANNER}\n\nDaily [/papers/date/2025-11-25] /papers/trending\n{days}\n\n{links}"
        )
        assert (page.date, len(page), page.leftovers) == (TODAY, 3, ())

    def test_may_show_the_query_in_a_link(self) -> None:
        page = parse_page(f"{BANNER}\n\n[next](/papers?q=two+geese)\n\n{card()}", today=TODAY)
        assert page.query == "two geese"

    @pytest.mark.parametrize("target", ["/papers?q=2019-05-01", "/20190501"])
    def test_takes_its_year_from_no_query_or_account_that_is_spelled_as_a_day(
        self, target: str
    ) -> None:
        page = parse_page(f"{BANNER}\n\n[geese]({target})\n\nNov 25\n\n{card()}", today=TODAY)
        assert page.date == dt.date(2025, 11, 25)

    @pytest.mark.parametrize("day", ["Feb 30, 2024", "Feb 30", "Feb 29, 2025"])
    def test_with_a_day_of_no_calendar_leaves_it_as_a_leftover(self, day: str) -> None:
        page = parse_page(f"Daily Papers\n{day}\n{card()}", today=TODAY)
        assert (page.date, page.leftovers) == (None, (day,))

    def test_without_a_day_leaves_it_open(self) -> None:
        assert parse_page(f"{BANNER}\n\n{card()}", today=TODAY).date is None


class TestTwoPagesInOneText:
    def test_are_read_each_in_its_own_light(self) -> None:
        first = f"{BANNER}\n\nNov 24\n\n{card('Geese')}Previous\n\nNext\n\n"
        second = f"{BANNER}\n\nNov 25\n\n{card('Gulls').replace('12', '', 1)}TOS\n"
        page = parse_page(first + second, today=TODAY)
        assert [(paper.title, paper.votes) for paper in page] == [("Geese", 12), ("Gulls", None)]
        assert page.date == dt.date(2025, 11, 24)

    def test_that_show_one_paper_twice_have_it_once(self) -> None:
        text = f"{BANNER}\n\n{card()}{BANNER}\n\n{card(comments='5')}"
        (paper,) = parse_page(text, today=TODAY)
        assert (paper.votes, paper.comments) == (12, 5)


class TestEveryLineIsAccountedFor:
    def test_lines_of_nobody_are_leftovers_as_they_were_printed(self) -> None:
        page = parse_page(f"{BANNER}\n\n{card()}TOS\n\n  kept  by my list \n", today=TODAY)
        assert page.leftovers == ("  kept  by my list ",)
        assert [(found.code, found.line) for found in page.problems] == [("unread-text", 20)]

    def test_a_line_of_nothing_to_see_is_none(self) -> None:
        page = parse_page(f"Daily Papers\nNov 13\nAug\n\u200b\n1\n{card()}", today=TODAY)
        assert page.leftovers == ("Aug", "1")

    @pytest.mark.parametrize(
        "line",
        [
            "- [Models](/models)",
            "1. Models",
            "o Models",
            "→ Models",
            "\ufffd Models",
            "(Hugging Face's logo) Hugging Face",
            "TOS → https://example.org/terms Privacy → /privacy",
            "[TOS](/terms) [Jobs](https://example.org/jobs) [](/)",
            "[LINK: Jobs](https://example.org/jobs)",
            "## by [AK]{.underline} and the research community {#by .gap}",
            "(BUTTON)",
            "* (BUTTON) Solutions",
            "(c) Hugging Face",
            "<!doctype html>",
            "/papers/2511.00001",
            "[          ]",
            "``",
            "-   ",
        ],
    )
    def test_furniture_is_none_of_the_leftovers_whatever_marks_it_has(self, line: str) -> None:
        for text in (f"{line}\n\n{BANNER}\n\n{card()}", f"{BANNER}\n\n{card()}TOS\n\n{line}\n"):
            page = parse_page(text, today=TODAY)
            assert (page.leftovers, len(page)) == ((), 1)
        assert parse_page(line).leftovers in ((line,), ())

    @pytest.mark.parametrize(
        "line",
        [
            "<https://example.com/my-notes>",
            "(0123 456789)",
            "(IMPORTANT)",
            "TODO: docs",
            "spaces/mara/demo",
            "docs/notes.txt",
            "models (GPT)",
            "/mara/notes",
            f"→ {'models ' * 100}end",
        ],
    )
    def test_lines_that_look_a_little_like_furniture_are_leftovers(self, line: str) -> None:
        page = parse_page(f"{BANNER}\n\n{card()}TOS\n\n{line}\n", today=TODAY)
        assert page.leftovers == (line,)

    @pytest.mark.parametrize("between", ["\n", "\n\n\n\n"])
    def test_marks_beside_text_are_left_over_with_it_whatever_blank_lines_stand_between(
        self, between: str
    ) -> None:
        page = parse_page(f"{BANNER}\n\n{card()}TOS\n\nmy note{between}→\n", today=TODAY)
        assert page.leftovers == ("my note", "→")

    def test_marks_beside_text_are_left_over_with_it(self) -> None:
        page = parse_page(f"{BANNER}\n\n{card()}TOS\n\nkept\n\n·\n\nby my list\n", today=TODAY)
        assert page.leftovers == ("kept", "·", "by my list")

    def test_leftovers_close_together_are_one_problem(self) -> None:
        page = parse_page(f"{card()}TOS\n\none\n\ntwo\n\n\n\n\n\nthree\n", today=TODAY)
        assert page.leftovers == ("one", "two", "three")
        assert codes(page) == ["unread-text", "unread-text"]


class TestForeignTexts:
    """Text that is no such page gives no papers, and one problem that says so."""

    @pytest.mark.parametrize("kind", sorted(foreign.KINDS))
    @pytest.mark.parametrize("choices", [[], [1, 2, 3, 4, 5, 6, 7]])
    def test_have_no_papers(self, kind: str, choices: list[int]) -> None:
        said = {"log-in page": "to log in", "log": "links to 1 paper"}
        self.check(foreign.text(kind, choices), said.get(kind, "does not look like"))

    @pytest.mark.parametrize("text", ["", "\n", " \t\r\n\ufeff", "\u200b"])
    def test_an_empty_text_is_said_to_be_empty(self, text: str) -> None:
        self.check(text, "empty")

    def test_furniture_alone_has_no_papers(self) -> None:
        self.check("new\n\nPrevious\n\nNext\n\nTOS\n", "No cards")

    def test_the_frame_of_a_page_has_none(self) -> None:
        frame = f"new\n\n{BANNER}\n\nNov 25\n\nPrevious\n\nNext\n\nTOS\n"
        self.check(frame, "without a single card", "page-empty")

    def check(self, text: str, message: str, code: str = "no-papers") -> None:
        page = parse_page(text, today=TODAY)
        assert page.papers == ()
        (problem,) = page.problems
        assert (problem.code, problem.level) == (code, "warning")
        assert message in problem.message


def test_a_reader_s_own_headings_begin_no_papers() -> None:
    note = "##### clipped from the web"
    daily = "Submitted by\nmara\n-\nGeese\nTeapot Laboratory"
    page = parse_page(
        f"by AK and the research community\n{note}\n{daily}\n{note}\nPrevious\nNext\n"
    )
    assert [(paper.submitted_by, paper.title[:5]) for paper in page] == [("mara", "Geese")]


def test_a_line_between_two_copies_is_a_leftover_of_its_own() -> None:
    copy = f"Submitted by\nmara\nGeese\n{ABSTRACT}\n3 authors\n·\nMay 7, 2024\narXiv Page\n"
    page = parse_page(f"{copy}Daily Papers\n{copy}")
    assert page[0].lines == (1, 8)


def test_a_line_between_the_votes_and_the_linked_title_of_a_card_is_a_leftover() -> None:
    label = "Paper of the day, as chosen by readers"
    card = "[{}](/login?next=%2Fpapers%2F2405.0000{})\n\n{}\n\n### [{}](/papers/2405.0000{})\n\n"
    cards = [(7, 1, "", "Geese", 1), (9, 2, label, "Gulls", 2), (0, 3, "", "Terns", 3)]
    page = parse_page("".join(f"{card.format(*values)}* 3 authors\n\n" for values in cards))
    assert [(paper.title, paper.votes) for paper in page] == [
        ("Geese", 7),
        ("Gulls", 9),
        ("Terns", 0),
    ]
    assert page.leftovers == (label,)
    assert page[1].lines == (9, 15)


@pytest.mark.parametrize("below", ["", "[29](/papers/2405.00001#community)\n\n"])
def test_a_header_that_was_moved_below_the_cards_begins_no_second_page(below: str) -> None:
    line = "Get trending papers in your email inbox"
    header = f"{line} once a day!\n\n{line}!"
    card = "Submitted by\n\n![](/a.svg) mara\n\n### [Geese](/papers/2405.00001)\n\n"
    (paper,) = parse_page(f"{card}{below}{header}\n")
    assert (paper.title, paper.submitted_by, paper.arxiv_id) == ("Geese", "mara", "2405.00001")


def test_a_linked_title_above_its_comments_is_a_card() -> None:
    title, comments = "### [Geese](/papers/2405.00001)", "[29](/papers/{}#community)"
    (paper,) = parse_page(f"Submitted by\n\nmara\n\n{title}\n")
    assert (paper.title, paper.submitted_by) == ("Geese", "mara")
    card = f"{title}\n\n[{ABSTRACT[:80]}.](/papers/2405.00001)\n\n"
    (paper,) = parse_page(card + comments.format("2405.00001"))
    assert (paper.title, paper.comments) == ("Geese", 29)
    assert len(parse_page(card + comments.format("2405.00002"))) == 0


class TestNumbering:
    """Lines of a user's own between cards or pages, which count them."""

    CARDS = ("12\nGeese\n{}\n2", "145\nGulls\n{}", "31\nTerns\n{}\n3")
    BODY = f"{ABSTRACT}\n3 authors\n·\nMay 7, 2024"

    @pytest.mark.parametrize(
        "form",
        [
            "Paper {}:",
            "=== {} ===",
            "--- Article {} ---",
            "{}.",
            "({})",
            "#{}",
            "## Paper {}",
            "[{}]",
        ],
    )
    @pytest.mark.parametrize("first", [0, 1])
    def test_is_no_part_of_any_card(self, form: str, first: int) -> None:
        cards = [card.format(self.BODY) for card in self.CARDS]
        numbered = (f"{form.format(number)}\n{card}" for number, card in enumerate(cards, first))
        page = parse_page("\n\n".join(numbered), today=TODAY)
        assert page.papers == parse_page("\n\n".join(cards), today=TODAY).papers
        assert (len(page), page.problems) == (3, ())

    def test_may_go_on_in_a_chunk_or_begin_again_on_another_page(self) -> None:
        cards = [card.format(self.BODY) for card in self.CARDS]
        for numbers in ((3, 4, 5), (1, 2, 1)):
            numbered = (f"Paper {n}:\n{card}" for n, card in zip(numbers, cards, strict=True))
            page = parse_page("\n\n".join(numbered), today=TODAY)
            assert page.papers == parse_page("\n\n".join(cards), today=TODAY).papers

    def test_is_none_where_a_rule_stands_below_the_last_number_of_each_card(self) -> None:
        cards = [f"Submitted by\nmara\n7\n{title}\n·\n3 authors\n1" for title in ("Geese", "Gulls")]
        page = parse_page("\n---\n".join(cards), today=TODAY)
        assert [paper.comments for paper in page] == [1, 1]
        cards = [f"Submitted by\nmara\n7\n{title}\nGoose Office" for title in ("Geese", "Gulls")]
        page = parse_page(f"\n{'-' * 80}\n".join(cards), today=TODAY)
        assert [paper.org for paper in page] == ["Goose Office", "Goose Office"]

    def test_is_none_of_a_text_that_is_no_page(self) -> None:
        for text in (
            "--- Page 2 ---",
            "My notes.\n--- Table 3 ---\nGeese.",
            "1.\n\nGeese\n\n2.\n\nGulls",
        ):
            assert parse_page(text).leftovers == tuple(filter(None, text.split("\n")))

    def test_is_none_below_votes(self) -> None:
        head = "Submitted by\nmara\n"
        cards = f"{head}12\nGoose 1\n5\n{head}7\nGoose 2\n3\n{head}7\nTerns\n·\n4 authors\n3\n"
        page = parse_page(cards, today=TODAY)
        assert [paper.title for paper in page] == ["Goose 1", "Goose 2", "Terns"]

    def test_may_be_one_line_that_is_drawn_as_a_rule(self) -> None:
        first, second, third = (card.format(self.BODY) for card in self.CARDS)
        page = parse_page(f"{first}\n\n{second}\n\n--- Page 2 ---\n\n{third}", today=TODAY)
        assert page == parse_page(f"{first}\n{second}\n{third}", today=TODAY)

    @pytest.mark.parametrize(
        "titles", [("Geese 2", "Geese 3"), ("Geese 1", "Geese 3"), ("Geese 1", "")]
    )
    def test_is_none_if_it_does_not_count_from_one(self, titles: tuple[str, str]) -> None:
        one, other = titles
        text = f"12\n{one}\n{self.BODY}\n145\n{other or 'Gulls'}\n{self.BODY}"
        assert [paper.title for paper in parse_page(text, today=TODAY)] == [one, other or "Gulls"]


@pytest.mark.parametrize("arrow", ["", "[](/papers/date/2024-05-06)\n\n"])
def test_pages_of_two_extractors_may_be_pasted_one_after_another(arrow: str) -> None:
    numbered = "".join(
        f"[{3 * n}]7\n\n[{3 * n + 1}]Geese [{n}]\n\n{ABSTRACT}\n\n[{3 * n + 2}]3 authors\n·\n"
        "May 7, 2024\n\n"
        for n in range(1, 3)
    )
    header = f"Daily Papers\n\n{arrow}by AK and the research community\n\n"
    linked = (
        f"9\n\n[Gulls [1]](/papers/2511.00003)\n\n{ABSTRACT} [2]\n\n4 authors\n·\nMay 8, 2024\n"
    )
    page = parse_page(f"{header}{numbered}{header}{linked}")
    assert [(paper.title, paper.votes) for paper in page] == [
        ("Geese [1]", 7),
        ("Geese [2]", 7),
        ("Gulls [1]", 9),
    ]
    assert page[2].arxiv_id == "2511.00003"
    assert page[2].abstract == f"{ABSTRACT} [2]"


def _sprung(*_: object) -> NoReturn:
    raise AssertionError("a method of the subclass was called")


#: A string all of whose methods fail.
_TRAPS = {name for name in dir(str) if callable(getattr(str, name))} - {
    *dir(type),
    "__getnewargs__",
}
_Trap = type("_Trap", (str,), dict.fromkeys(_TRAPS | {"__eq__", "__str__", "__repr__"}, _sprung))


class _Day(dt.date):
    __str__ = _sprung


@pytest.mark.parametrize("parse", [parse_page, parse_html])
def test_a_string_that_is_a_subclass_is_read_as_a_plain_one(parse: Callable[..., Page]) -> None:
    card = "12\nGeese\nTwo people never agree.\n3 authors\n·\nNov 3\n"
    for text in (card, "geese", ""):
        page = parse(_Trap(text), today=_Day(2025, 1, 1))
        assert page == parse(text, today=dt.date(2025, 1, 1))
        held = [*page.leftovers, *(value for paper in page for value in paper.to_dict().values())]
        assert all(type(value) in (str, int, dt.date, list, type(None)) for value in held)


class TestBylinesThatAreAnybodys:
    """Invariant 10: "3 authors" above a date is nobody's own."""

    def test_give_no_papers_below_names_of_episodes(self) -> None:
        episodes = [("Episode 12", "Sorting Kettles"), ("Episode 13", "Counting Ropes")]
        text = "".join(f"{one}\n{two}\n3 authors\n·\nNov 3, 2024\n" for one, two in episodes)
        assert not parse_page(text).papers

    def test_give_no_papers_below_an_address(self) -> None:
        text = "Sorting Kettles\n\nhttps://pier.example/12\n\n5 authors\n\nFeb 17, 2024\n"
        assert not parse_page(text).papers

    def test_with_authors_prove_those_with_organisations(self) -> None:
        abstract = "We ask how far a keeper can get with nothing but a rope and a lamp."
        names = ["3 authors", "Rope Lab", "Teapot Laboratory", "Harbour Office"]
        text = "".join(
            f"Sorting Kettles, Part {name[0]}\n{abstract}\n{name}\n·\nNov 3, 2024\n"
            for name in names
        )
        page = parse_page(text)
        assert [paper.org or paper.author_count for paper in page] == [3, *names[1:]]
