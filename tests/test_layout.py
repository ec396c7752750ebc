"""Layout: what a page prints, and where, inferred from the page as a whole."""

from __future__ import annotations

import datetime as dt

import pytest

from hfpapers import Page, parse_page

ABSTRACT = "A click tells the size of a pebble, and two people tell the size of a flock of geese."
TODAY = dt.date(2025, 11, 25)


def read(*blocks: str) -> Page:
    return parse_page("\n".join(blocks), today=TODAY)


def counts(page: Page) -> list[tuple[int | None, int | None]]:
    return [(paper.votes, paper.comments) for paper in page]


class TestALoneNumberBetweenTwoCards:
    """It is the next card's votes if the page prints votes in every card, else this card's."""

    def test_is_votes_where_a_number_stands_before_the_first_title(self) -> None:
        page = read("12", *self.card("Geese"), "7", *self.card("Gulls"))
        assert counts(page) == [(12, None), (7, None)]

    def test_is_votes_where_other_cards_show_both(self) -> None:
        page = read(*self.card("Geese"), "7", *self.card("Gulls"), "2", "9", *self.card("Terns"))
        assert counts(page)[1:] == [(7, 2), (9, None)]

    def test_is_votes_where_zero_votes_are_printed_as_a_dash(self) -> None:
        page = read(
            "-", *self.card("Geese"), "7", *self.card("Gulls"), "2", "-", *self.card("Terns")
        )
        assert counts(page) == [(0, None), (7, 2), (0, None)]

    def test_is_votes_where_a_box_stands_before_it(self) -> None:
        page = read("[ ] 12", *self.card("Geese"), "[ ]", "7", *self.card("Gulls"))
        assert counts(page) == [(12, None), (7, None)]

    def test_is_the_only_count_of_the_card_above_where_the_first_title_has_none(self) -> None:
        page = read(*self.card("Geese"), "7", *self.card("Gulls"), "2", *self.card("Terns"))
        assert counts(page) == [(7, None), (2, None), (None, None)]
        assert [problem.code for problem in page.problems] == ["unlabelled-count"]

    def test_is_comments_where_it_stands_on_the_line_of_the_date(self) -> None:
        page = read("12", "Geese", ABSTRACT, "3 authors", "·", "Nov 3 7", "9", *self.card("Gulls"))
        assert counts(page) == [(12, 7), (9, None)]

    @pytest.mark.parametrize(
        ("first", "second", "votes", "comments"),
        [
            ("·Nov 3 2 7", "·Nov 3 9", (None, 7, 9), (2, None, None)),
            ("·Nov 3 -", "·Nov 3 9", (None, 0, 9), (None, None, None)),
            ("·Nov 3 2 -", "·Nov 3", (None, 0, None), (2, None, None)),
        ],
    )
    def test_is_votes_on_the_line_of_the_date_where_those_of_other_cards_are(
        self, first: str, second: str, votes: tuple[int | None, ...], comments: tuple[object, ...]
    ) -> None:
        page = read(
            *("Geese", ABSTRACT, "3 authors", first),
            *("Gulls", f"Gulls: {ABSTRACT}", "3 authors", second),
            *("Terns", f"Terns: {ABSTRACT}", "3 authors", "·Nov 3 4"),
        )
        assert tuple(paper.votes for paper in page) == votes
        assert tuple(paper.comments for paper in page) == (*comments[:2], 4)

    def test_is_votes_on_the_line_of_the_date_where_the_header_has_some_there(self) -> None:
        page = read(
            "Daily Weekly Monthly Nov 25 12",
            *("Geese", ABSTRACT, "3 authors", "·Nov 3 7"),
            *("Gulls", f"Gulls: {ABSTRACT}", "3 authors", "·Nov 3 Previous Next"),
        )
        assert counts(page) == [(12, None), (7, None)]

    def card(self, title: str) -> list[str]:
        return [title, f"{title}: {ABSTRACT}", "3 authors", "·", "Nov 3"]


class TestTheKindOfAPage:
    def test_is_search_where_bylines_have_dates(self) -> None:
        page = read("12", "Geese", ABSTRACT, "3 authors", "·", "Nov 3")
        assert page.kind == "search"

    def test_is_daily_where_cards_have_submitters_and_no_dates(self) -> None:
        page = read("Submitted by", "mara", "12", "Geese", "·", "3 authors")
        assert page.kind == "daily"

    @pytest.mark.parametrize("label", ["Upvote\n37", "GitHub\n1.2k", "arXiv Page"])
    def test_is_trending_where_counts_have_labels(self, label: str) -> None:
        page = read("Geese", ABSTRACT, "3 authors", "·", "Published on Nov 3, 2024", label)
        assert page.kind == "trending"

    @pytest.mark.parametrize("title", ["Upvote", "GitHub"])
    def test_is_not_told_by_a_title_that_was_cut_off_and_looks_like_a_label(
        self, title: str
    ) -> None:
        page = read("Geese", ABSTRACT, "3 authors", "·", "Nov 3", "7", title)
        assert (page.kind, page[0].votes, page[0].comments) == ("search", 7, None)

    def test_is_unknown_without_a_card(self) -> None:
        assert read("Daily Papers", "by AK and the research community").kind is None

    def test_is_unknown_where_pages_of_two_kinds_were_pasted(self) -> None:
        banner = "Get trending papers in your email inbox!"
        search = (banner, "Daily Papers", "12", "Geese", ABSTRACT, "3 authors", "·", "Nov 3")
        daily = (banner, "Daily Papers", "Submitted by", "mara", "7", "Gulls", "·", "3 authors")
        page = read(*search, "Previous", "Next", *daily)
        assert [paper.title for paper in page] == ["Geese", "Gulls"]
        assert page.kind is None


class TestStarsOfADailyPage:
    """A `k` suffix settles it; for the page, cards that print two numbers show it."""

    def test_stand_before_the_comments(self) -> None:
        (paper,) = self.page("·\n3 authors\n843\n2")
        assert (paper.github_stars, paper.comments) == (843, 2)

    def test_are_told_by_their_suffix(self) -> None:
        (paper,) = self.page("·\n3 authors\n1.2k")
        assert (paper.github_stars, paper.comments) == (1200, None)

    def test_are_not_printed_where_no_card_has_two_numbers(self) -> None:
        first, second = self.page("·\n3 authors\n7", "Goose Office\n2")
        assert (first.github_stars, first.comments) == (None, 7)
        assert (second.github_stars, second.comments) == (None, 2)

    def test_are_in_doubt_where_another_card_has_two_numbers(self) -> None:
        page = self.page("·\n3 authors\n843\n2", "·\n4 authors\n7")
        assert (page[1].github_stars, page[1].comments) == (None, None)
        assert [(found.code, found.paper) for found in page.problems] == [("count-ambiguous", 1)]

    def test_and_a_third_number_is_said_to_be_one_too_many(self) -> None:
        page = self.page("·\n3 authors\n843\n2\n7")
        assert "count-ambiguous" in {found.code for found in page.problems}

    def page(self, *bylines: str) -> Page:
        cards = (f"Submitted by\nmara\n12\nGeese, Part {n}\n{b}" for n, b in enumerate(bylines))
        return read("Daily Papers", *cards)


def test_words_of_the_footer_may_be_titles_in_the_midst_of_the_cards() -> None:
    page = read(
        *("12", "Geese", ABSTRACT, "3 authors", "·", "Nov 3", "7", "Datasets", f"They: {ABSTRACT}"),
        *("3 authors", "·", "Nov 3", "9", "Gulls", f"Few: {ABSTRACT}", "3 authors", "·", "Nov 3"),
    )
    assert [paper.title for paper in page] == ["Geese", "Datasets", "Gulls"]


def test_a_line_of_authors_in_an_abstract_is_prose_where_bylines_go_on_with_a_date() -> None:
    abstract = (ABSTRACT, "3 authors", "counted again and again, until all of the geese had left.")
    page = read("12", "Geese", *abstract, "5 authors", "·", "Nov 3")
    assert page[0].abstract == " ".join(abstract)
    assert page[0].author_count == 5


def test_a_dot_in_an_abstract_is_prose_where_dots_stand_before_dates() -> None:
    page = read("7", "Geese", ABSTRACT, "dense", "·", "and sparse.", "3 authors", "·", "Nov 3", "2")
    assert [paper.abstract for paper in page] == [f"{ABSTRACT} dense · and sparse."]


def test_a_date_in_an_abstract_is_prose_where_bylines_have_a_dot() -> None:
    abstract = (ABSTRACT, "May 5, 2024", "was the day on which all of the geese had left us.")
    page = read(
        *("12", "Gulls", ABSTRACT, "3 authors", "·", "Nov 3"),
        *("12", "Geese", *abstract, "5 authors", "·", "Nov 3"),
    )
    assert page[1].abstract == " ".join(abstract)
    assert page[1].date == dt.date(2025, 11, 3)


def test_a_date_right_below_the_authors_makes_a_byline() -> None:
    page = parse_page(f"Geese\n{ABSTRACT}\n3 authors\nMay 7, 2024\n")
    assert [paper.author_count for paper in page] == [3]


def test_a_dash_after_the_authors_of_a_daily_card_counts_nothing() -> None:
    page = read("Submitted by", "mara", "12", "Geese", "·", "3 authors", "-", "Submitted by", "a")
    assert (page[0].votes, page[0].comments, page[0].github_stars) == (12, None, None)


def test_a_box_between_a_label_and_its_count_changes_nothing() -> None:
    head = ("Geese", ABSTRACT, "3 authors", "·", "Published on Nov 3, 2024")
    (paper,) = read(*head, "Upvote", "[ ]", "37", "arXiv Page")
    assert paper.votes == 37


def test_a_page_whose_bylines_lost_their_dots_is_a_search_page_still() -> None:
    page = parse_page(
        f"7\nGeese\n{ABSTRACT}\n3 authors\nMay 7, 2024\n5\n"
        f"9\nGulls\n{ABSTRACT}\n4 authors\nMay 8, 2024"
    )
    assert page.kind == "search"
    assert counts(page) == [(7, 5), (9, None)]
    assert [paper.abstract for paper in page] == [ABSTRACT, ABSTRACT]


def test_the_day_of_the_header_ends_no_card_where_no_card_has_a_date() -> None:
    card = f"### [Geese](/papers/2511.0000{{}})\n\n[{ABSTRACT}](/papers/2511.0000{{}})\n\n"
    page = parse_page(
        f"Submit a paper\n\ngeese\n\nNov 25\n\n{card.format(1, 1)}{card.format(2, 2)}"
    )
    assert [paper.arxiv_id for paper in page] == ["2511.00001", "2511.00002"]
