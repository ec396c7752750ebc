"""Cards: where one ends and the next begins, and which part of one is which."""

from __future__ import annotations

import datetime as dt
import textwrap
from itertools import chain

import pytest

from hfpapers import Page, parse_page

ABSTRACT = (
    "A click tells the size of a pebble, and two people tell the size of a flock of geese, so we "
    "ask whether a listener can do both at once. A small network can, nine times out of ten."
)
TITLES = ["Counting Geese Twice", "Gulls (2nd)", "3 Terns"]
BYLINE = ("3 authors", "·", "May 7, 2024")


def read(*blocks: str) -> Page:
    return parse_page("\n\n".join(blocks), today=dt.date(2025, 11, 25))


def titles(page: Page) -> list[str]:
    return [paper.title for paper in page]


def test_a_card_that_lost_its_byline_is_a_paper_still() -> None:
    page = read("Geese", ABSTRACT, "Gulls", ABSTRACT, *BYLINE, "Terns", ABSTRACT, *BYLINE)
    assert titles(page) == ["Geese", "Gulls", "Terns"]
    assert [paper.author_count for paper in page] == [None, 3, 3]
    assert [(found.code, found.paper) for found in page.problems] == [("no-byline", 0)]


@pytest.mark.parametrize("title", ["code_gull: Geese", "iGoose Twice", "s1: Geese", "石"])
def test_a_card_below_one_that_lost_its_byline_may_begin_with_a_small_letter(title: str) -> None:
    page = read("Gulls", ABSTRACT, *BYLINE, "Geese", ABSTRACT, title, ABSTRACT, *BYLINE)
    assert titles(page) == ["Gulls", "Geese", title]


def test_a_marked_word_below_the_end_of_a_sentence_begins_no_title() -> None:
    rest = f"has been counted before. {ABSTRACT}"
    page = read("Gulls", ABSTRACT, *BYLINE, "Geese", f"{ABSTRACT} E.g.", "goose", rest, *BYLINE)
    assert titles(page) == ["Gulls", "Geese"]


class TestCardsWithoutAnyByline:
    """LAYOUTS: whole cards, their metadata, or all votes are dropped here and there."""

    def test_are_known_by_title_and_abstract_that_link_to_one_paper(self) -> None:
        page = parse_page(
            f"### [Geese](/papers/2511.00001)\n\n[{ABSTRACT}](/papers/2511.00001)\n\n"
            f"### [Gulls](/papers/2511.00002)\n\n[{ABSTRACT}](/papers/2511.00002)\n"
        )
        assert titles(page) == ["Geese", "Gulls"]
        assert [paper.arxiv_id for paper in page] == ["2511.00001", "2511.00002"]
        assert {found.code for found in page.problems} == {"no-byline"}

    def test_have_an_abstract_though_they_have_submitters(self) -> None:
        cards = (
            f"Submitted by {user}\n\n### {title}\n\n{ABSTRACT * 2}\n\n"
            for user, title in (("mara", "Geese"), ("abe", "Gulls"))
        )
        page = parse_page("Search by arxiv id or title\n\n" + "".join(cards))
        assert [(paper.title, paper.submitted_by) for paper in page] == [
            ("Geese", "mara"),
            ("Gulls", "abe"),
        ]
        assert [paper.abstract for paper in page] == [(ABSTRACT * 2).strip()] * 2

    def test_may_have_an_abstract_that_is_shorter_than_its_title(self) -> None:
        long = "Counting Geese Twice: A Study of Two Ears, One Pebble and a Long Silence on a Lake"
        pairs = [("Geese", ABSTRACT), ("Gulls", ABSTRACT), (long, "We count geese, and find two.")]
        page = read("Search by arxiv id or title", *chain(*pairs))
        assert titles(page) == ["Geese", "Gulls", long]

    def test_may_have_short_abstracts_if_both_link_to_one_paper(self) -> None:
        page = parse_page(
            "Search by arxiv id or title\n\n[Geese](/papers/2511.00001)\n\n"
            "[Geese fly.](/papers/2511.00001)\n"
        )
        assert [(paper.title, paper.abstract) for paper in page] == [("Geese", "Geese fly.")]

    def test_may_stand_twice_each(self) -> None:
        geese = f"[Geese](/papers/2511.00001)\n[{ABSTRACT}](/papers/2511.00001)\n"
        gulls = f"[Gulls](/papers/2511.00002)\n[{ABSTRACT}](/papers/2511.00002)\n"
        page = parse_page(geese * 2 + gulls * 2)
        assert titles(page) == ["Geese", "Gulls"]
        assert [paper.abstract for paper in page] == [ABSTRACT, ABSTRACT]

    def test_may_stand_twice_each_below_a_header_without_links(self) -> None:
        names = ("Geese", "Every Goose Counts...", "Do Gulls Count?", "Terns")
        cards = [f"{title}\n{title[:5]}: {ABSTRACT}\n" * 2 for title in names[:-1]]
        cards.append(f"Terns\n# terns = 1.2k. {ABSTRACT}\n" * 2)
        page = parse_page("Get trending papers in your email inbox!\n" + "".join(cards))
        assert titles(page) == list(names)

    def test_are_none_where_a_text_links_to_a_paper_and_its_code(self) -> None:
        page = parse_page(f"[Paper](/papers/2511.00001) [Code](/papers/2511.00001)\n\n{ABSTRACT}\n")
        assert not page.papers


def test_the_last_card_may_have_lost_its_byline() -> None:
    page = read("Gulls", ABSTRACT, *BYLINE, "Geese", ABSTRACT)
    assert titles(page) == ["Gulls", "Geese"]


def test_a_title_alone_at_the_end_is_a_leftover_of_the_page() -> None:
    page = read("Gulls", ABSTRACT, *BYLINE, "Geese and What")
    assert titles(page) == ["Gulls"]
    assert page.leftovers == ("Geese and What",)


def test_an_organisation_stands_in_the_place_of_the_authors() -> None:
    page = read("12", "Gulls", ABSTRACT, "Goose Office", "·", "May 7, 2024")
    assert (page[0].org, page[0].author_count) == ("Goose Office", None)
    assert page[0].abstract == ABSTRACT


def test_the_last_line_of_an_abstract_is_no_organisation_above_authors() -> None:
    page = read("12", "Gulls", ABSTRACT, "and a last line", *BYLINE)
    assert page[0].org is None
    assert page[0].abstract == f"{ABSTRACT} and a last line"


def test_a_sentence_is_no_organisation() -> None:
    page = read("12", "Gulls", ABSTRACT, "We publish the geese.", "·", "May 7, 2024")
    assert page[0].org is None


def test_a_word_with_a_hyphen_of_which_a_query_marks_one_part_is_one_word() -> None:
    parts = ("We ask vision-", "language", "models and", "language", "-guided geese.")
    page = read("12", "Gulls", *parts, *BYLINE)
    assert page[0].abstract == "We ask vision-language models and language-guided geese."


@pytest.mark.parametrize(
    ("above", "below"),
    [("the input-", "as well as geese."), ("We count to two.", "-A gull counts.")],
)
def test_a_hyphen_at_the_edge_of_a_word_joins_no_others(above: str, below: str) -> None:
    page = read("12", "Gulls", above, below, *BYLINE)
    assert page[0].abstract == f"{above} {below}"


def test_the_first_word_of_an_abstract_may_be_marked_and_a_word_of_the_site() -> None:
    title = "Counting Geese Twice: A Study of Two Ears and One Pebble on a Lake"
    page = parse_page("\n".join(("12", title, "Models", "such as ours count geese.", *BYLINE)))
    assert [(one.title, one.abstract) for one in page] == [
        (title, "Models such as ours count geese.")
    ]


LONG_NAME = (
    "Royal Laboratory of Patient Listening and Its Many Applications to Pebbles, East Harbour Town"
)


@pytest.mark.parametrize("name", ["Goose Robotics (Millbrook) Co., Ltd.", "Honk!", LONG_NAME])
def test_an_organisation_may_be_long_or_end_as_a_sentence_does(name: str) -> None:
    page = read("12", "Gulls", ABSTRACT, name, "·", "May 7", "2", "7", "Terns", ABSTRACT, *BYLINE)
    assert (page[0].org, page[0].abstract, page[0].comments) == (name, ABSTRACT, 2)


@pytest.mark.parametrize("image", ["[honk-ai] ", "honk-ai ", "honk-ai\n", "![honk-ai](/x.png) "])
def test_an_account_before_it_shows_a_name_that_ends_as_a_sentence_does(image: str) -> None:
    lines = ABSTRACT.replace(". ", ".\n").split("\n")
    page = read("12", "Gulls", *lines, ABSTRACT, f"{image}Honk!", "·", "May 7, 2024")
    assert [(one.org, one.org_slug) for one in page] == [("Honk!", "honk-ai")]


@pytest.mark.parametrize("name", ["Goose Robotics (Millbrook) Co., Ltd.", "Honk!"])
def test_a_daily_card_may_have_an_organisation_that_ends_as_a_sentence_does(name: str) -> None:
    first = ("Submitted by", "mara", "12", "Gulls", name, "843", "2")
    page = read(*first, "Submitted by", "wq", "7", "Terns", "·", "3 authors", "17", "3")
    assert [(one.title, one.org) for one in page] == [("Gulls", name), ("Terns", None)]


def test_an_organisation_that_ends_as_a_sentence_may_stand_below_an_abstract_of_many_lines() -> (
    None
):
    lines = ("We count geese at", "night, and gulls", "by day. Both are two.")
    page = read("12", "Gulls", *lines, "Honk!", "·", "May 7, 2024", "7", "Terns", ABSTRACT, *BYLINE)
    assert (page[0].org, page[0].abstract) == ("Honk!", " ".join(lines))


def test_a_company_may_stand_below_titles_that_arxiv_wrapped() -> None:
    name = "Goose Robotics (Millbrook) Co., Ltd."
    wrapped = ("Submitted by", "wq", "7", "Terns Counted on Every Slipway of a\n  Harbour", "Gulls")
    first = ("Submitted by", "mara", "12", "Gulls", name, "843", "2")
    page = read(*first, *wrapped, "17", "3", *wrapped[:3], "Kites\n  and Terns", "·", "3 authors")
    assert page[0].org == name
    lines = ABSTRACT.replace(", ", ",\n")
    page = read(
        "12", "Gulls", lines, "·".join((f"{name}\n", "\nMay 7, 2024")), "7", "Terns", lines, *BYLINE
    )
    assert [paper.org for paper in page] == [name, None]
    thanks = "at night. We thank the many engineers of Goose Inc."
    page = read("7", "Terns", lines, *BYLINE, "12", "Gulls", lines, thanks, *BYLINE[1:])
    assert (page[1].org, (page[1].abstract or "")[-len(thanks) :]) == (None, thanks)


def test_a_company_before_a_dot_is_no_sentence_that_a_byline_ran_into() -> None:
    name = "Goose Robotics (Millbrook) Co., Ltd."
    cards = (
        f"{title}\n{ABSTRACT}\n3 authors\nPublished on May 7, 2024\nUpvote\n" for title in TITLES
    )
    text = "".join(cards) + f"Rooks\n{ABSTRACT}\n{name} · Published on May 7, 2024\nUpvote\n"
    page = parse_page(text)
    assert [paper.author_count for paper in page] == [3, 3, 3, None]
    assert page[3].org == name


def test_image_text_may_stand_before_the_name_of_the_site() -> None:
    card = ("7", "Gulls", ABSTRACT, "[huggingface] Hugging Face", "·", "May 7, 2024", "3")
    page = read("Models", *card, "12", "Terns", ABSTRACT, *BYLINE)
    assert (page[0].org, page[0].org_slug) == ("Hugging Face", "huggingface")


@pytest.mark.parametrize("name", ["Hugging Face", "GitHub", "Models"])
def test_an_organisation_may_be_named_as_the_site_or_a_part_of_it(name: str) -> None:
    header = ("Models", "and the research community", "geese", "Daily", "Weekly", "Monthly")
    card = ("12", "Gulls", ABSTRACT, name, "·", "May 7", "2")
    page = read(*header, "Nov 25", *card, "7", "Terns", ABSTRACT, *BYLINE)
    assert [(one.org, one.comments) for one in page] == [(name, 2), (None, None)]
    assert not page.problems


def test_the_last_daily_card_may_be_the_sites_own() -> None:
    first = ("Submitted by", "mara", "12", "Gulls", "·", "3 authors", "2")
    last = ("Submitted by", "wq", "7", "Terns", "Hugging Face", "3")
    page = read(*first, *last, "Previous", "Next", "TOS", "Privacy")
    assert [(one.title, one.org, one.comments) for one in page] == [
        ("Gulls", None, 2),
        ("Terns", "Hugging Face", 3),
    ]


def test_the_site_itself_is_an_organisation_where_it_links_to_its_account() -> None:
    card = "Submitted by\n\nmara\n\n12\n\nGulls\n\n[Hugging Face](/huggingface)\n\n"
    (paper,) = parse_page(f"{card}Previous\n\nTOS\n\n[About](/huggingface)")
    assert (paper.title, paper.org) == ("Gulls", "Hugging Face")
    page = read("12", "Gulls", ABSTRACT, *BYLINE, "7", "Terns", ABSTRACT, "[About](/about)")
    assert (page[-1].org, page.leftovers) == (None, ())


def test_a_word_of_the_site_ends_a_title_above_an_organisation_with_a_small_letter() -> None:
    title = "Paying Less Attention to Counted Geese for the Robustness of Language"
    text = f"Submitted by mara\n[ ]\n12\n\n{title}\nModels\n\ngoose-office Office of Geese\n1\n"
    page = parse_page(f"{text}Submitted by abe\n[ ]\n7\n\nGulls\n\nreef-lab Reef Lab\n")
    assert (page[0].title, page[0].org) == (f"{title} Models", "Office of Geese")


def test_the_site_itself_has_an_account() -> None:
    page = read(
        "[12](/login?next=%2Fpapers%2F2511.00001)",
        "### [Gulls](/papers/2511.00001)",
        ABSTRACT,
        *("[![](/logo.png) Hugging Face](/huggingface)", "·", "May 7, 2024"),
        *("TOS", "[About](/huggingface)"),
    )
    assert [(one.org, one.org_slug) for one in page] == [("Hugging Face", "huggingface")]


def test_the_words_that_a_query_marks_may_be_words_of_the_site() -> None:
    header = ("and the research community", "language models", "Daily", "Weekly", "Monthly")
    marked = ("We ask what", "language", "models", "count. Small", "models", "count geese.")
    odd = ("They were mined from", "GitHub", "issues by", "new", "datasets", "(of ours) here.")
    page = read(*header, "Nov 25", "12", "Gulls", *marked, *BYLINE, "7", "Terns", *odd, *BYLINE)
    assert [paper.abstract for paper in page] == [" ".join(marked), " ".join(odd)]
    assert not page.problems


def test_a_number_in_the_midst_of_an_abstract_belongs_to_it() -> None:
    page = read(
        "12",
        "Gulls",
        "Of the geese that we saw on that day, only",
        "12",
        "came back in spring.",
        *BYLINE,
    )
    assert titles(page) == ["Gulls"]
    assert page[0].abstract == "Of the geese that we saw on that day, only 12 came back in spring."


def test_a_number_that_a_query_marks_in_an_abstract_is_no_votes() -> None:
    marked = (
        "Of all geese (cf",
        ".",
        "512",
        ") we saw few.",
        "They are by 20/11.",
        "6",
        "%.",
        "So.",
    )
    page = read("12", "Gulls", ABSTRACT, *BYLINE, "7", "Terns", ABSTRACT, *marked, *BYLINE)
    assert [paper.votes for paper in page] == [12, 7]
    end = "Of all geese (cf. 512) we saw few. They are by 20/11. 6%. So."
    assert page[1].abstract == f"{ABSTRACT} {end}"


def test_a_full_stop_above_authors_is_no_dot_where_the_page_has_dots() -> None:
    page = read("12", "Gulls", ABSTRACT[:-1], ".", *BYLINE, "7", "Terns", ABSTRACT, *BYLINE)
    assert page[0].abstract == ABSTRACT


def test_headings_show_where_cards_begin() -> None:
    page = read(
        "### Gulls", ABSTRACT, "### Geese", ABSTRACT, *BYLINE, "### Terns", ABSTRACT, *BYLINE
    )
    assert titles(page) == ["Gulls", "Geese", "Terns"]


def test_links_show_where_cards_begin() -> None:
    def card(title: str, number: int) -> tuple[str, str]:
        url = f"/papers/2405.0000{number}"
        return f"[{title}]({url})", f"[{ABSTRACT}]({url})"

    page = read(*card("Gulls", 1), *card("Geese", 2), *BYLINE, *card("Terns", 3), *BYLINE)
    assert titles(page) == ["Gulls", "Geese", "Terns"]
    assert [paper.arxiv_id for paper in page] == ["2405.00001", "2405.00002", "2405.00003"]


def test_a_title_that_arxiv_wrapped_is_one_title() -> None:
    title = "A Lighthouse Is a Slow Modem: Reading the Logs of Ships\n  from Light Characters"
    page = parse_page("\n".join(("12", title, ABSTRACT, "Gulls do.", *BYLINE)))
    assert titles(page) == [" ".join(title.split())]


def test_a_daily_card_has_no_abstract_so_all_its_lines_are_title() -> None:
    page = read("Submitted by", "mara", "12", "Geese\n  and Gulls", "·", "3 authors")
    assert titles(page) == ["Geese and Gulls"]
    assert page[0].abstract is None


def test_a_byline_without_a_title_is_a_leftover() -> None:
    page = read(*BYLINE, "12", "Gulls", ABSTRACT, *BYLINE)
    assert titles(page) == ["Gulls"]
    assert page.leftovers == BYLINE


def test_the_lines_of_a_card_reach_from_its_votes_to_its_comments() -> None:
    page = parse_page("\n".join(("Daily Papers", "12", "Gulls", ABSTRACT, *BYLINE, "7", "", "TOS")))
    assert page[0].lines == (2, 8)


def test_numbers_that_someone_gave_to_all_titles_are_taken_off() -> None:
    page = read("1. Gulls", ABSTRACT, *BYLINE, "2. Geese", f"But: {ABSTRACT}", *BYLINE)
    assert titles(page) == ["Gulls", "Geese"]


def test_a_number_that_only_one_title_has_is_its_own() -> None:
    page = read("12. Gulls", ABSTRACT, *BYLINE, "Geese", f"But: {ABSTRACT}", *BYLINE)
    assert titles(page) == ["12. Gulls", "Geese"]


def test_a_number_that_no_card_follows_is_the_comments_of_the_last_one() -> None:
    page = read(
        "12", "Gulls", ABSTRACT, *BYLINE, "7", "Geese", f"But: {ABSTRACT}", *BYLINE, "5", "my list"
    )
    assert [(paper.votes, paper.comments) for paper in page] == [(12, None), (7, 5)]
    assert page.leftovers == ("my list",)


class TestTextOfOthersBesideTheCards:
    """Crawlers put their own words above a page, sites of their own below it."""

    CARDS = ("12", "Gulls", ABSTRACT, *BYLINE, "145", "Terns", ABSTRACT, *BYLINE, "3")

    def test_is_a_leftover_above_the_first_votes(self) -> None:
        above = ("Title: Daily Papers", "URL Source: https://example.org", "Markdown Content:")
        page = read(*above, *self.CARDS)
        assert [(one.title, one.votes) for one in page] == [("Gulls", 12), ("Terns", 145)]
        assert page.leftovers == above

    def test_is_a_leftover_above_the_first_votes_though_it_is_long(self) -> None:
        page = read(f"Crawled by a goose. {ABSTRACT}", *self.CARDS)
        assert [(one.title, one.votes) for one in page] == [("Gulls", 12), ("Terns", 145)]

    @pytest.mark.parametrize("title", ["Think Twice. Act Once", "We Count Geese.", "Geese (Open"])
    def test_is_none_where_a_last_card_has_an_abstract_and_no_byline(self, title: str) -> None:
        page = read(*self.CARDS, "52", title, ABSTRACT)
        assert [(one.title, one.votes) for one in page][2:] == [(title, 52)]

    def test_is_a_leftover_below_the_last_comments(self) -> None:
        below = ("We use cookies to count geese. By reading on, you agree.", "Accept", "Decline")
        page = read(*self.CARDS, *below)
        assert [(one.title, one.comments) for one in page] == [("Gulls", None), ("Terns", 3)]
        assert page.leftovers == below


def test_authors_below_titles_and_abstracts_make_no_page_without_another_sign() -> None:
    cards = [(name, f"{ABSTRACT} {ABSTRACT}", "3 authors") for name in ("Geese", "Gulls", "Terns")]
    assert not read(*chain(*cards)).papers
    assert not read(*chain(*cards[:2])).papers
    page = read("Search by arxiv id or title", *chain(*cards))
    assert titles(page) == ["Geese", "Gulls", "Terns"]
    assert {(one.abstract, one.author_count) for one in page} == {(f"{ABSTRACT} {ABSTRACT}", 3)}


@pytest.mark.parametrize(
    "text",
    [
        "Geese\nA. Gull\nB. Tern\n+5 authors\nC. Rook\n" * 3,
        "In this post we thank\n3 authors\nfor their work. And then\n" * 3,
    ],
)
def test_authors_elsewhere_are_none_of_a_page(text: str) -> None:
    assert not parse_page(text).papers


def test_short_abstracts_above_authors_are_none_of_a_daily_page() -> None:
    cards = [(name, ABSTRACT, "3 authors") for name in ("Geese", "Gulls", "Terns")]
    page = read("Search by arxiv id or title", *chain(*cards))
    assert {one.abstract for one in page} == {ABSTRACT}


@pytest.mark.parametrize("word", ["Next", "Previous", "Models"])
def test_a_word_of_the_footer_below_an_organisation_is_no_second_one(word: str) -> None:
    first = ("Submitted by", "wq", "7", "Terns", "·", "3 authors", "3")
    page = read(*first, "Submitted by", "mara", "12", "Gulls", "Goose Office", word, "2")
    assert [(one.title, one.org) for one in page] == [("Terns", None), ("Gulls", "Goose Office")]


def test_the_second_line_of_a_title_is_no_organisation() -> None:
    first = ("Submitted by", "wq", "7", "Terns", "·", "3 authors", "17", "3")
    long = ("Kangaroo: A Study of Lossless Geese via", "Double Early Exiting!")
    page = read(*first, "Submitted by", "mara", "12", *long, "843", "2")
    assert [(one.title, one.org) for one in page][1:] == [(" ".join(long), None)]
    page = read("12", "Gulls", ABSTRACT, "Project Page: Geese.", "·", "May 7, 2024")
    assert page[0].org is None


class TestATextThatBeginsInTheMidstOfACard:
    """Chunks, viewports and `tail` cut pages anywhere."""

    REST = ("7", "Gulls", ABSTRACT, *BYLINE, "12", "Terns", ABSTRACT, *BYLINE)

    @pytest.mark.parametrize(
        "cut",
        [
            ("do both at once. A small network can, nine times out of ten.", *BYLINE, "2"),
            ("A small network can, nine times out of ten.", *BYLINE, "2"),
            ("A small network can.", "Goose Office", "·", "May 7, 2024", "2"),
            ("Goose Office", "·", "May 7, 2024", "2"),
            ("of", "geese", "in flight. We count them.", *BYLINE, "2"),
            ("·", "May 7, 2024", "2"),
        ],
    )
    def test_leaves_the_end_of_that_card_over(self, cut: tuple[str, ...]) -> None:
        page = parse_page("\n".join((*cut, *self.REST)))
        assert titles(page) == ["Gulls", "Terns"]
        assert page.leftovers == cut

    @pytest.mark.parametrize("cut", ["mirela", "papers i want to read"])
    def test_leaves_no_more_over_than_the_line_above_a_whole_card(self, cut: str) -> None:
        byline = ("3 authors", "·", "Published on May 7, 2024", "Upvote", "12", "arXiv Page")
        page = parse_page("\n".join((cut, "Geese", ABSTRACT, *byline, "Gulls", ABSTRACT, *byline)))
        assert titles(page) == ["Geese", "Gulls"]
        assert page.leftovers == (cut,)

    def test_may_begin_with_a_card_whose_title_begins_with_a_small_letter(self) -> None:
        first = ("nanogoose for everyone", ABSTRACT, *BYLINE)
        page = parse_page("\n".join((*first, *self.REST)))
        assert titles(page) == ["nanogoose for everyone", "Gulls", "Terns"]

    def test_loses_no_card_below_a_heading(self) -> None:
        marked = [line for name in ("Geese", "Gulls") for line in (f"## {name}", ABSTRACT, *BYLINE)]
        page = read("of geese in flight.", "7", *marked)
        assert titles(page) == ["Geese", "Gulls"]

    def test_is_none_if_a_header_or_votes_stand_above(self) -> None:
        short = ("Geese are two.", *BYLINE)
        for above in ("Submit a paper", "3"):
            assert titles(parse_page("\n".join((above, *short, *self.REST))))[0] == "Geese are two."


class TestCardsInOneLine:
    """LAYOUTS: no line ends; the title/abstract boundary is lost for good, and that is said."""

    def test_are_split_where_their_bylines_are(self) -> None:
        first = f"12 Counting Geese Twice {ABSTRACT} 3 authors · May 7, 2024 2"
        page = read(f"{first} - Sorting Gulls {ABSTRACT} 5 authors · May 8, 2024")
        assert [(paper.author_count, paper.votes, paper.comments) for paper in page] == [
            (3, 12, 2),
            (5, 0, None),
        ]
        assert [paper.date for paper in page] == [dt.date(2024, 5, 7), dt.date(2024, 5, 8)]
        assert {found.code for found in page.problems} == {"title-end-lost"}
        assert all(found.level == "warning" for found in page.problems)

    def test_may_have_a_line_for_each_card(self) -> None:
        page = read(
            f"12 Counting Geese Twice {ABSTRACT} 3 authors · May 7, 2024 2",
            f"- Sorting Gulls by Ear {ABSTRACT} 5 authors · May 8, 2024",
            f"7 Weighing Terns at Sea {ABSTRACT} 6 authors · May 9, 2024",
        )
        assert [paper.votes for paper in page] == [12, 0, 7]
        assert [paper.author_count for paper in page] == [3, 5, 6]

    @pytest.mark.parametrize("form", ["{}. ", "{}) "])
    def test_may_have_a_number_before_the_votes_of_each(self, form: str) -> None:
        card = "{}{} Counting {} Twice {}\nThey count geese. 3 authors · May 7, 2024 2"
        cards = enumerate(("Geese", "Gulls", "Terns"), 1)
        page = parse_page(
            "\n".join(card.format(form.format(n), n * 7, name, ABSTRACT) for n, name in cards)
        )
        assert [(one.votes, one.comments) for one in page] == [(7, 2), (14, 2), (21, 2)]

    def test_may_have_lines_as_short_as_their_titles(self) -> None:
        page = read(
            "12 Geese 3 authors · May 7, 2024 2",
            f"7 Counting Gulls by Eye {ABSTRACT} 2 authors · May 5, 2024",
            f"0 Counting Terns by Ear {ABSTRACT} 5 authors · May 6, 2024 11",
        )
        assert [(paper.title.split()[0], paper.votes) for paper in page] == [
            ("Geese", 12),
            ("Counting", 7),
            ("Counting", 0),
        ]

    def test_may_have_an_organisation(self) -> None:
        page = read(f"12 Counting Geese Twice {ABSTRACT} Goose Office · May 7, 2024 2")
        assert [(paper.org, paper.votes) for paper in page] == [("Goose Office", 12)]

    def test_of_a_daily_page_lose_nothing(self) -> None:
        page = read(
            "Daily Papers Submitted by mara 12 Counting Geese Twice · 3 authors 2 "
            "Submitted by joost - Sorting Gulls by Ear · 5 authors Previous Next"
        )
        assert [(paper.title, paper.submitted_by, paper.votes) for paper in page] == [
            ("Counting Geese Twice", "mara", 12),
            ("Sorting Gulls by Ear", "joost", 0),
        ]
        assert not page.problems

    def test_of_a_daily_page_may_have_organisations_and_no_authors(self) -> None:
        page = read(
            "Submitted by mara 12 Counting Geese Twice Goose Office 1.2k 3",
            "Submitted by joost - Sorting Gulls by Ear · 5 authors 2",
        )
        assert [(paper.submitted_by, paper.votes) for paper in page] == [("mara", 12), ("joost", 0)]
        assert (page[0].github_stars, page[0].comments) == (1200, 3)
        assert (page[1].title, page[1].author_count) == ("Sorting Gulls by Ear", 5)

    def test_of_a_daily_page_may_have_titles_of_two_lines(self) -> None:
        page = read(
            "Submitted by mara 12 Counting Geese Twice\n  and Thrice Goose Office 11 2",
            "Submitted by joost - Sorting Gulls by Ear · 5 authors 3 4",
        )
        counts = [(paper.github_stars, paper.comments) for paper in page]
        assert counts == [(11, 2), (3, 4)]

    def test_of_a_daily_page_may_be_indented(self) -> None:
        cards = (
            "mara 12 Counting Geese Twice Alder 3",
            "wq 7 Gulls by Ear Alder 2",
            "bo 9 Terns Alder 5",
        )
        page = parse_page("\n  ".join(f"Submitted by {card}" for card in cards))
        assert [paper.comments for paper in page] == [3, 2, 5]

    def test_of_a_daily_page_may_have_titles_that_break_behind_a_number(self) -> None:
        page = read(
            "Submitted by mara 12 Counting Geese Twice with 6\n  Million Feathers · 7 authors 11 2",
            "Submitted by joost - Sorting Gulls by Ear · 5 authors 3 4",
        )
        assert page[0].title == "Counting Geese Twice with 6 Million Feathers"
        assert [(paper.github_stars, paper.comments) for paper in page] == [(11, 2), (3, 4)]

    def test_of_a_trending_page_have_no_votes_behind_the_submitter(self) -> None:
        card = "Submitted by mara {} Geese Count at Sea {} 3 authors · May 7, 2024 Upvote 5"
        page = read(card.format(7, ABSTRACT), card.format(2025, f"But: {ABSTRACT}"))
        assert [paper.title[:12] for paper in page] == ["7 Geese Coun", "2025 Geese C"]
        assert [paper.votes for paper in page] == [5, 5]

    def test_may_end_with_counts_above_a_footer_on_their_line(self) -> None:
        page = read(
            "Submitted by mara 12 Counting Geese Twice · 3 authors Submitted by joost - "
            "Sorting Gulls by Ear Goose Office 18 1 Previous Next Company TOS"
        )
        assert (page[1].github_stars, page[1].comments) == (18, 1)

    def test_may_have_a_title_that_begins_as_a_submitter_does(self) -> None:
        page = read(
            "Daily Papers Submitted by mara 12 Submitted by Midnight: Geese at Sea · 3 authors "
            "Submitted by joost - Sorting Gulls by Ear · 5 authors Previous Next"
        )
        assert titles(page) == ["Submitted by Midnight: Geese at Sea", "Sorting Gulls by Ear"]
        assert [paper.submitted_by for paper in page] == ["mara", "joost"]

    def test_of_a_trending_page_may_have_a_title_that_begins_as_a_submitter_does(self) -> None:
        line = f"Submitted by abe Submitted by Midnight: Late Geese {ABSTRACT} 3 authors · "
        (paper,) = read(f"{line}Published on May 7, 2024 Upvote 7", f"{line}May 7, 2024 Upvote 7")
        assert (paper.submitted_by, paper.author_count, paper.votes) == ("abe", 3, 7)

    def test_of_a_daily_page_may_hold_one_organisation_and_no_byline(self) -> None:
        header = "by AK and the research community Submitted by mara 12"
        (paper,) = read(f"{header} Counting Geese Twice Goose Office Previous Next Company TOS")
        assert (paper.submitted_by, paper.votes) == ("mara", 12)

    def test_of_a_daily_page_may_end_their_titles_on_short_lines(self) -> None:
        (paper,) = read(
            "Submitted by mara 12 Counting All of the Geese of a Harbour\n  Twice · 3 authors"
        )
        assert (paper.votes, paper.author_count) == (12, 3)
        assert paper.title == "Counting All of the Geese of a Harbour Twice"

    def test_of_a_trending_page_have_no_votes_below_the_header(self) -> None:
        card = f"7 Geese Count at Sea {ABSTRACT} 3 authors · Published on May 7, 2024 Upvote 5"
        (paper,) = read(f"Trending Papers by AK and the research community {card} arXiv Page")
        assert (paper.title[:12], paper.votes) == ("7 Geese Coun", 5)

    def test_may_end_with_their_bylines_on_short_lines(self) -> None:
        page = read(
            f"12 Counting Geese Twice {ABSTRACT}\nThey count. 3 authors · May 7, 2024 2",
            f"7 Sorting Gulls by Ear {ABSTRACT} They\ncount. 5 authors · May 8, 2024",
        )
        assert [(paper.votes, paper.author_count) for paper in page] == [(12, 3), (7, 5)]

    @pytest.mark.parametrize("sign", [":", ""])
    def test_of_a_search_page_have_no_submitters(self, sign: str) -> None:
        page = read(
            f"12 Submitted by Midnight{sign} Geese at Sea {ABSTRACT} 3 authors · May 7, 2024 2",
            f"7 Sorting Gulls by Ear {ABSTRACT} 5 authors · May 8, 2024",
        )
        assert [(paper.submitted_by, paper.votes) for paper in page] == [(None, 12), (None, 7)]
        assert page[0].title.startswith("Submitted by Midnight")

    def test_may_have_abstracts_of_several_lines(self) -> None:
        longer = f"{ABSTRACT} {ABSTRACT}\nThey count. {ABSTRACT}"
        page = read(
            f"12 Counting Geese Twice {longer} 3 authors · May 7, 2024 2",
            f"- Sorting Gulls by Ear {longer} 5 authors · May 8, 2024",
        )
        assert [(paper.votes, paper.comments) for paper in page] == [(12, 2), (0, None)]
        assert [paper.author_count for paper in page] == [3, 5]

    @pytest.mark.parametrize("title", ["희소 라우팅을 위한 느린 전문가", "静かな石：小さな注意"])
    def test_may_have_a_title_in_a_script_without_capitals(self, title: str) -> None:
        (paper,) = read(f"12 {title} {ABSTRACT} 3 authors · May 7, 2024 2")
        assert (paper.title, paper.abstract) == (title, ABSTRACT)

    def test_may_stand_below_a_header_in_one_line(self) -> None:
        header = (
            "Daily Papers - Hugging Face Hugging Face Models Datasets Spaces Posts Docs Enterprise "
            "Pricing Log In Sign Up new Get trending papers in your email inbox once a day! "
            "Subscribe Daily Papers by AK and the research community"
        )
        card = "Submitted by mara 12 Counting Geese Twice · 3 authors"
        page = read(f"{header} Jun 21 {card} {card.replace('mara 12', 'joost -')} Previous Next")
        assert [paper.submitted_by for paper in page] == ["mara", "joost"]
        assert page.date == dt.date(2025, 6, 21)
        assert not page.leftovers

    def test_may_stand_below_a_line_of_which_nothing_is_left(self) -> None:
        url = "https://huggingface.co/papers/2511.00004"
        page = parse_page(f"{url}\nSubmitted by mara 12 Counting Geese Twice at Sea · 3 authors\n")
        assert [(paper.submitted_by, paper.votes) for paper in page] == [("mara", 12)]

    @pytest.mark.parametrize("separator", ["|", " ;; ", "\t"])
    def test_are_split_at_a_separator_though_no_card_has_authors(self, separator: str) -> None:
        card = ("Submitted by", "mara", "12", "Geese", "Goose Office", "3")
        page = parse_page(
            separator.join(("Subscribe", "new", *card, *card[:2], "7", "Gulls", *card[4:]))
        )
        assert [(paper.title, paper.votes, paper.org) for paper in page] == [
            ("Geese", 12, "Goose Office"),
            ("Gulls", 7, "Goose Office"),
        ]

    def test_may_be_separated_by_commas_that_dates_hold_too(self) -> None:
        card = "12, Geese, {}, 3 authors, ·, May {}, 5, 7, Gulls, {}, 2 authors, ·, Jun 1, 2023"
        (geese, gulls) = read(card.format(ABSTRACT, "7, 2024", ABSTRACT))
        assert (geese.date, gulls.date) == (dt.date(2024, 5, 7), dt.date(2023, 6, 1))
        (geese, _) = read(card.format(ABSTRACT, "7", ABSTRACT))
        assert geese.date == dt.date(2025, 5, 7)

    def test_keep_a_separator_that_is_an_abstracts_own(self) -> None:
        abstract = f"{ABSTRACT} We give P(y|x) and Q(y|x).\nThey count P(x|y)."
        card = ("Geese", abstract, *BYLINE[:2], "Published on May 7, 2024", "Upvote", "7")
        (paper,) = parse_page("|".join((*card, "arXiv Page", *card, "arXiv Page")))
        assert paper.abstract == abstract.replace("\n", " ")

    @pytest.mark.parametrize("query", ["wild geese", "gulls"])
    def test_lose_separators_round_the_words_that_a_query_marks(self, query: str) -> None:
        marked = f"{ABSTRACT} The count P(y|x) is of|geese|."
        bare = marked.replace("|geese|", " geese")
        cards = [f"{number}|Gulls {number}|{{}}|{'|'.join(BYLINE)}" for number in range(4)]
        page = "|".join(("Daily Papers", "by AK and the research community", query, *cards))
        for abstracts in ([marked, *3 * [ABSTRACT]], [marked, marked, ABSTRACT, ABSTRACT]):
            read = parse_page(page.format(*abstracts))
            shown = query == "gulls" and ABSTRACT in abstracts[1:2]
            expected = [marked if shown and text == marked else text for text in abstracts]
            expected = [text if shown else text.replace(marked, bare) for text in expected]
            assert (read.query, [paper.abstract for paper in read]) == (query, expected)

    @pytest.mark.parametrize("separator", ["|", " | ", "\t", " // ", ";"])
    def test_are_split_at_a_separator_of_the_users_own(self, separator: str) -> None:
        blocks = ("12", "Gulls", ABSTRACT, *BYLINE, "7", "Geese", f"But: {ABSTRACT}", *BYLINE)
        page = parse_page(separator.join(blocks))
        assert [(paper.title, paper.votes) for paper in page] == [("Gulls", 12), ("Geese", 7)]
        assert page[0].abstract == ABSTRACT
        assert not page.problems

    @pytest.mark.parametrize("invisible", ["\u200b", "\ufeff", "\xad", "\u2060"])
    def test_are_not_split_at_what_nobody_can_see(self, invisible: str) -> None:
        byline = "\n".join(BYLINE).replace("·", f"{invisible}·{invisible}")
        page = parse_page(f"Daily{invisible} Papers\n12\nGul{invisible}ls\n{ABSTRACT}\n{byline}")
        assert [(paper.title, paper.votes) for paper in page] == [("Gulls", 12)]
        assert not page.leftovers


def test_a_trending_card_in_one_line_has_a_submitter_of_one_word() -> None:
    page = read(
        f"Trending Papers Submitted by mara Counting Geese Twice {ABSTRACT} 3 authors · "
        "Published on Jun 2, 2025 Upvote 37 GitHub 1.2k arXiv Page"
    )
    (paper,) = page
    assert paper.submitted_by == "mara"
    assert (paper.votes, paper.github_stars, paper.author_count) == (37, 1200, 3)
    assert paper.date == dt.date(2025, 6, 2)


def test_a_sign_before_a_line_is_none_of_the_cards_that_begin_in_its_midst() -> None:
    page = parse_page(
        f"12 Counting Geese Twice {ABSTRACT}\n# geese = 1.2k; # gulls = 3. 3 authors · May 7, 2024 "
        f"9 Counting Gulls Twice {ABSTRACT} 3 authors · May 7, 2024"
    )
    assert [paper.abstract for paper in page] == [
        f"{ABSTRACT} # geese = 1.2k; # gulls = 3.",
        ABSTRACT,
    ]


def test_authors_in_one_line_are_no_votes_behind_a_submitter() -> None:
    card = "Submitted by mara Long-Horizon {} {} authors · Published on Jun 2, 2025 Upvote 7 "
    page = read(card.format("Geese", 4) + card.format("Gulls", 12))
    assert titles(page) == ["Long-Horizon Geese", "Long-Horizon Gulls"]
    assert [(paper.author_count, paper.votes) for paper in page] == [(4, 7), (12, 7)]


def test_a_daily_card_twice_in_one_line_is_one_paper() -> None:
    card = "Submitted by mara 12 Counting Geese Twice · 3 authors 2 "
    (paper,) = read(f"Daily Papers {card}{card}")
    assert (paper.title, paper.lines) == ("Counting Geese Twice", (1, 1))


def test_an_organisation_that_ran_into_an_abstract_without_a_capital_keeps_the_rest_right() -> None:
    page = read(f"12 Counting Geese Twice {ABSTRACT} 石の研究所 · May 7, 2024 2")
    (paper,) = page
    assert (paper.votes, paper.date) == (12, dt.date(2024, 5, 7))
    assert paper.org in (None, "石の研究所")


@pytest.mark.parametrize("name", ["Goose Office", "U. of East Harbour", "Gull & Co.Lab"])
def test_an_organisation_that_ran_into_an_abstract_begins_after_a_sentence(name: str) -> None:
    (paper,) = read(f"12 Counting Geese Twice {ABSTRACT} {name} · May 7, 2024 2")
    assert (paper.org, (paper.abstract or "")[-12:]) == (name, ABSTRACT[-12:])


def test_an_organisation_behind_a_sentence_of_another_script_ran_into_the_abstract() -> None:
    broken = f"{ABSTRACT}\nWe count in English and 中文。"
    first = f"- Geese: Counting Twice {broken} Goose Office · May 7, 2024\n\n"
    second = f"4 Gulls: Counting Once {ABSTRACT} 3 authors · May 8, 2024 2\n\n"
    page = parse_page(f"{first}{second}{first}")
    assert [(paper.title, paper.votes, paper.org) for paper in page] == [
        ("Geese: Counting Twice", 0, "Goose Office"),
        ("Gulls: Counting Once", 4, None),
    ]
    assert page[0].abstract == broken.replace("\n", " ")


@pytest.mark.parametrize(
    "mark",
    ["{}. ", "{}) ", "({}) ", "#{} ", "{}: ", "{} - ", "No. {} ", "Paper {}: ", "■ ", "🔥", "### "],
)
def test_a_mark_before_every_title_is_none_of_them(mark: str) -> None:
    cards = [("12", mark.format(n) + title, ABSTRACT, *BYLINE) for n, title in enumerate(TITLES, 1)]
    assert titles(read(*chain.from_iterable(cards))) == TITLES


def test_a_sign_that_not_all_titles_begin_with_is_their_own() -> None:
    page = read("12", "★ Geese", ABSTRACT, *BYLINE, "7", "Gulls", ABSTRACT, *BYLINE)
    assert titles(page) == ["★ Geese", "Gulls"]
    page = read("12", "★ Geese", ABSTRACT, *BYLINE, "12", "★ Geese", ABSTRACT, *BYLINE)
    assert titles(page) == ["★ Geese"]
    page = read("12", "4 Geese: 4 Ways", ABSTRACT, *BYLINE, "7", "3: Gulls", ABSTRACT, *BYLINE)
    assert titles(page) == ["4 Geese: 4 Ways", "3: Gulls"]
    page = read("12", "Goose 4: Gulls", ABSTRACT, *BYLINE, "7", "Goose 5: Terns", ABSTRACT, *BYLINE)
    assert titles(page) == ["Goose 4: Gulls", "Goose 5: Terns"]
    page = read("12", "4: Gulls", ABSTRACT, *BYLINE, "7", "4: Gulls", ABSTRACT, *BYLINE)
    assert titles(page) == ["4: Gulls"]


def test_image_text_may_stand_above_the_name_that_it_is_made_of() -> None:
    (paper,) = read("12", "Geese", ABSTRACT, "harbour-lab", "Harbour Lab", "·", "May 7, 2024")
    assert (paper.abstract, paper.org, paper.org_slug) == (ABSTRACT, "Harbour Lab", "harbour-lab")
    other = ("7", "Terns", ABSTRACT, *BYLINE)
    page = read("12", "Geese", ABSTRACT, "tide", "Harbour Lab", "·", "May 7, 2024", *other)
    assert (page[0].org, page[0].org_slug) == ("Harbour Lab", "tide")
    daily = ("Submitted by mara", "7", "Counting Geese Twice, and Gulls", "Ledgers", "Goose Office")
    assert read(*daily)[0].title == "Counting Geese Twice, and Gulls Ledgers"


def test_image_text_stands_above_the_names_of_all_organisations_or_of_none() -> None:
    def card(number: int, *org: str) -> tuple[str, ...]:
        return "Submitted by", "mara", "7", f"Counting Geese {number} Times", *org, "11", "2"

    page = read(*card(2, "harbour-lab", "Harbour Lab"), *card(3, "Tide", "Goose Office"))
    assert [paper.org_slug for paper in page] == ["harbour-lab", "Tide"]
    page = read(*card(2, "and More", "Harbour Lab"), *card(3, "Tide", "Goose Office"))
    assert [paper.org_slug for paper in page] == [None, None]
    page = read(*card(2, "·", "3 authors"), *card(3, "tide", "Goose Office"))
    assert page[1].title == "Counting Geese 3 Times tide"
    page = read(*card(2, "Goose Office"), *card(3, "Tide", "Tide Office"))
    assert [paper.org_slug for paper in page] == [None, "Tide"]


def test_the_first_line_of_a_daily_title_may_end_with_a_small_word_above_the_organisation() -> None:
    head = ("Submitted by", "mara", "12", "Counting Geese in the Wide and Open of")
    (paper,) = read(*head, "  Nowhere", "Goose Office", "3", "Submitted by", "wq")
    assert (paper.title, paper.org) == (f"{head[-1]} Nowhere", "Goose Office")


def test_an_image_of_another_kind_says_nothing_of_the_text_below_it() -> None:
    cards = [
        f"Submitted by mara\n12\n![thumbnail](/t.png)\n{title}\n{org}\n3"
        for title, org in (("Counting Geese Twice", "Alder"), ("Gulls by Ear", "Goose Office"))
    ]
    page = parse_page("\n".join(cards))
    assert [(one.title, one.org) for one in page] == [
        ("Counting Geese Twice", "Alder"),
        ("Gulls by Ear", "Goose Office"),
    ]
    (paper,) = parse_page(f"12\nGeese\n![figure](/f.png)\n{ABSTRACT}\nAlder\n·\nNov 3, 2024\n")
    assert (paper.abstract, paper.org, paper.org_slug) == (ABSTRACT, "Alder", None)


@pytest.mark.parametrize("title", ["geese in the wild", ".NET for Geese", "!Kung Geese"])
def test_a_title_below_a_card_that_lost_its_byline_may_begin_with_anything(title: str) -> None:
    page = read(
        "12", "Gulls", ABSTRACT, "7", title, ABSTRACT, *BYLINE, "9", "Terns", ABSTRACT, *BYLINE
    )
    assert titles(page) == ["Gulls", title, "Terns"]


def test_a_linked_title_may_be_all_that_is_left_of_a_card() -> None:
    first, last = "[Geese](/papers/2405.00001)", "[Gulls](/papers/2405.00002)"
    assert titles(read(first, "· 3 authors", last)) == ["Geese", "Gulls"]
    assert titles(read("7", first, "· 3 authors", last)) == ["Geese"]


def test_an_account_before_its_name_shows_an_organisation_where_the_page_ends() -> None:
    long = f"{ABSTRACT} {ABSTRACT}"
    page = read("7", "Gulls", ABSTRACT, *BYLINE, "9", "Geese", long, "goose-lab Goose Lab")
    assert [(paper.abstract, paper.org) for paper in page] == [
        (ABSTRACT, None),
        (long, "Goose Lab"),
    ]
    assert page[1].org_slug == "goose-lab"


def test_a_card_on_a_short_line_may_have_an_organisation_below_a_blank_line() -> None:
    card = f"4 Gulls: Counting Once {ABSTRACT} 3 authors · May 8, 2024 3"
    page = read(card, card.replace("Once", "Twice"), "43 Terns goose.works · May 1, 2024")
    assert [(paper.votes, paper.comments) for paper in page] == [(4, 3), (4, 3), (43, None)]


def test_an_abstract_may_be_as_short_as_its_title() -> None:
    title, abstract = (
        "Towards Patient Counting: Pebbles in Recurrent Photos of Two Beaches",
        ABSTRACT,
    )
    (paper,) = read("by AK and the research community", title, abstract[:67] + ".")
    assert (paper.title, paper.abstract) == (title, abstract[:67] + ".")


def test_a_short_line_below_the_last_abstract_is_none_of_a_card_without_byline() -> None:
    long = f"{ABSTRACT} {ABSTRACT}"
    page = read("7", "Gulls", ABSTRACT, *BYLINE, "9", "Geese", long, "Goose Office")
    assert [(paper.abstract, paper.org) for paper in page] == [(ABSTRACT, None), (long, None)]
    assert page.leftovers == ("Goose Office",)


def test_a_linked_organisation_is_one_though_its_byline_is_lost() -> None:
    long = f"{ABSTRACT} {ABSTRACT}"
    title, org = "### [Gulls](/papers/2405.00002)", "[Goose Office](/goose-office)"
    page = read("12", "### [Geese](/papers/2405.00001)", long, *BYLINE, "9", title, long, org)
    assert [(paper.org, paper.org_slug) for paper in page] == [
        (None, None),
        ("Goose Office", "goose-office"),
    ]


def test_an_organisation_too_long_to_be_one_is_not_cut_off_an_abstract() -> None:
    shout = " ".join(["GEESE AND GULLS"] * 12)
    (paper,) = read(f"12 Counting Geese Twice {ABSTRACT} {shout} · May 7, 2024 2")
    assert (paper.votes, paper.date) == (12, dt.date(2024, 5, 7))


def test_a_first_title_is_no_query_where_abstracts_stand_below_blank_lines() -> None:
    byline = "3 authors\n·\nMay 7, 2024\n\n"
    more = f"Gulls\n\n{ABSTRACT}\n\n{byline}Terns\n\n{ABSTRACT}\n\n{byline}"
    first = f"Geese\n\n1) We sample. 2) We *count*\n**geese** twice. {ABSTRACT}\n\n{byline}"
    page = parse_page(f"Submit a paper\n\n{first}{more}")
    assert titles(page) == ["Geese", "Gulls", "Terns"]
    assert page.leftovers == ()


def test_a_hanging_second_line_of_a_title_may_end_with_a_question() -> None:
    page = parse_page(
        f"7\n\t\nDo Geese Count\n  Themselves?\n\t\nTeapot Laboratory\n·\nMay 7, 2024\n"
        f"9\n\t\nGulls\n\t\n{ABSTRACT}\n\t\n3 authors\n·\nMay 7, 2024\n"
    )
    assert titles(page) == ["Do Geese Count Themselves?", "Gulls"]


def test_a_line_indented_more_than_its_title_begins_the_abstract() -> None:
    first, rest = ABSTRACT[:72], ABSTRACT[72:]
    page = parse_page(
        "".join(
            f"{votes}\n\n\t\t\t{title}\n\t\t\t\t{first}\n{rest}\n\n3 authors\n·\nMay 7, 2024\n\n"
            for votes, title in ((7, "Geese"), (9, "Gulls"))
        )
    )
    assert titles(page) == ["Geese", "Gulls"]


def test_a_title_that_hangs_over_many_lines_is_one_title() -> None:
    title = (
        "Towards Counting All of the Geese of a Harbour on Every Slipway at\n"
        "  Once A Study of Nineteen Slipways under Rain, Fog, Sleet, Hail, and\n"
        "  Budget Limits"
    )
    abstract = "\n".join(textwrap.wrap(f"{ABSTRACT} {ABSTRACT}", 72))
    page = parse_page(f"7\n{title}\n{abstract}\n\n\t3 authors\n\t\n\n·\nMay 7, 2024\n" * 2)
    assert titles(page) == [" ".join(title.split())]


def test_a_blank_line_before_an_organisation_says_nothing_about_titles() -> None:
    first, _, rest = ABSTRACT.partition(" so we ask ")
    rest = f"so we ask {rest}"
    byline = "\n\t\n\t\n\tGoose Office\n\n·\nMay 7, 2024\n\n"
    page = parse_page(
        "".join(
            f"{votes}\n\t\t{title}\n\t\t{first}\n{rest}\n{byline}"
            for votes, title in ((7, "Geese"), (9, "Gulls"))
        )
    )
    assert titles(page) == ["Geese", "Gulls"]
    assert [paper.abstract for paper in page] == [ABSTRACT, ABSTRACT]


def test_a_query_stands_above_a_title_though_its_abstract_begins_with_a_sign() -> None:
    abstract = f"# geese = 1.2k; # gulls = 3. {ABSTRACT}"
    page = read("by AK and the research community", "counting", "Geese", abstract, *BYLINE)
    assert (page.query, titles(page)) == ("counting", ["Geese"])
    assert page[0].abstract == abstract


def test_bylines_in_the_midst_of_one_line_outnumber_one_that_stands_alone() -> None:
    card = f"{ABSTRACT} Goose Office · May 7, 2024 2"
    page = parse_page(
        f"12 Counting Geese {card} 7 Counting Gulls {card} 9 Counting Terns We call it so and\n"
        "{\\sc Goose-Chat}. Gull Office · May 7, 2024 25"
    )
    assert [paper.org for paper in page] == ["Goose Office", "Goose Office", "Gull Office"]


@pytest.mark.parametrize("cut", ["S", "Submitted", "Submitted by"])
def test_an_organisation_stands_above_a_submitter_that_was_cut_off(cut: str) -> None:
    head = "Submitted by\nmara\n12\n"
    page = parse_page(f"{head}Geese\nGoose Office\n3\n{head}Gulls\nGull Office\n{cut}")
    assert [(paper.title, paper.org) for paper in page] == [
        ("Geese", "Goose Office"),
        ("Gulls", "Gull Office"),
    ]
    assert page.leftovers == (cut,)


@pytest.mark.parametrize("indent", ["", "  "])
def test_a_word_of_the_header_may_stand_below_a_title_as_its_last_one(indent: str) -> None:
    title = f"Towards Counting All of the Geese of a Harbour with Very Small\n{indent}Models"
    card = (
        f"{title}\n{ABSTRACT}\n\n3 authors\n·\nPublished on May 7, 2024\nUpvote\n7\narXiv Page\n\n"
    )
    (paper,) = parse_page(
        f"by AK and the research community\n\nDaily Weekly Monthly\n\n{card}{card}"
    )
    assert paper.title == " ".join(title.split())


def test_a_query_stands_above_an_abstract_that_begins_with_a_small_name() -> None:
    page = read(
        "by AK and the research community", "counting", "Geese", f"s1-goose: {ABSTRACT}", *BYLINE
    )
    assert (page.query, titles(page)) == ("counting", ["Geese"])


def test_an_organisation_beside_its_image_may_be_broken_over_two_lines() -> None:
    name = "![goose-office](/avatars/a06838be664f36421f3c766ff9ee9b46.png) Goose and Gull\nOffice"
    page = read("7", "### Geese", ABSTRACT, name, "·", "May 7, 2024")
    (paper,) = page
    assert (paper.org, paper.org_slug) == ("Goose and Gull Office", "goose-office")
    assert paper.abstract == ABSTRACT


def test_an_organisation_that_was_broken_ends_where_its_byline_begins() -> None:
    org = "![goose](/goose.png) Cooperative of Geese, Gulls and\nTerns · May 7, 2024"
    page = read("12", "Geese", ABSTRACT, org, "9", "Gulls", ABSTRACT, *BYLINE)
    assert page[0].org == "Cooperative of Geese, Gulls and Terns"
    assert page[0].date == dt.date(2024, 5, 7)


def test_a_long_title_that_hangs_has_no_abstract_of_its_own_lines() -> None:
    title = (
        "Towards Counting All of the Geese of a Harbour on Every Slipway at\n"
        "  Once: A Study of Nineteen Slipways under Rain, Fog, Sleet, Hail, and\n"
        "  Budget Limits"
    )
    abstract = "\n".join(textwrap.wrap(f"{ABSTRACT} {ABSTRACT}", 72))
    other = f"7\nGeese\n{abstract}\n3 authors\n·\nMay 7, 2024\n"
    page = parse_page(f"{other}9\n{title}\n8 authors\n·\nMay 9, 2024\n{other}")
    assert [(paper.title, paper.abstract is None) for paper in page] == [
        ("Geese", False),
        (" ".join(title.split()), True),
    ]


def test_two_sentences_are_no_title() -> None:
    parts = [
        "We count geese on every slipway of the harbour, twice over. 1) We sample.",
        "2) We filter. 3) We stop. To close the gap, we count gulls on every slipway (see",
        "[1], [2] and [23]), and we count all of them twice over, too, by ear and by eye.",
    ]
    page = read("7", "Gulls", ABSTRACT, *BYLINE, "9", "Geese", *parts, "Goose Office", *BYLINE[1:])
    assert titles(page) == ["Gulls", "Geese"]
    assert page[1].abstract == " ".join(parts)


def test_a_text_cut_at_a_separator_of_its_own_leaves_no_query() -> None:
    header = "by AK and the research community"
    for abstract in (
        f"{ABSTRACT} The loss (p|q) stays low.",
        f"The loss (p|q) stays low. {ABSTRACT}",
    ):
        first = f"Geese|{abstract} {ABSTRACT}|3 authors|·|May 7, 2024"
        page = parse_page(f"{header}|{first}|Gulls|{ABSTRACT}|3 authors|·|May 9, 2024")
        assert titles(page) == ["Geese", "Gulls"]


def test_one_title_that_begins_as_a_submitter_does_gives_no_card_in_a_line_one() -> None:
    page = read(
        f"18 Submitted by Midnight: Geese at Sea {ABSTRACT} Goose Office · May 7, 2024",
        f"4 Counting Gulls Twice {ABSTRACT} Gull Office · May 9, 2024 2",
        f"7 Counting Terns Twice {ABSTRACT} Tern Office · May 9, 2024 2",
    )
    assert [(paper.votes, paper.date) for paper in page] == [
        (18, dt.date(2024, 5, 7)),
        (4, dt.date(2024, 5, 9)),
        (7, dt.date(2024, 5, 9)),
    ]


def test_words_of_the_footer_below_a_long_organisation_are_none_of_its_name() -> None:
    page = parse_page(
        "Submitted by\nmara\n12\nGeese\nCooperative of Northern Lakes for Counting Geese\n"
        "Previous\nNext\nCompany\n© Hugging Face\nTOS\nPrivacy\n"
    )
    (paper,) = page
    assert paper.org == "Cooperative of Northern Lakes for Counting Geese"
    assert page.leftovers == ()


def test_a_url_is_no_title() -> None:
    code = "Code: https://example.org/geese/tree/main?tab=readme#usage"
    page = read("by AK and the research community", "Subscribe", code, ABSTRACT, ABSTRACT)
    assert code not in titles(page)


@pytest.mark.parametrize("name", ["Geese Inc. Labs", "Geese Inc.", "A. B. Labs", "Quiet Labs"])
def test_an_organisation_behind_an_abstract_keeps_the_dots_in_its_name(name: str) -> None:
    abstract = f"{ABSTRACT} Most of them could do so."
    page = parse_page(
        f"12 Sorting Pebbles by Ear {abstract} {name} · Nov 3, 2024 "
        f"3 Counting Geese Twice {abstract} {name} · Nov 4, 2024"
    )
    assert [(paper.org, paper.abstract) for paper in page] == [(name, abstract)] * 2


@pytest.mark.parametrize(
    ("before", "behind"),
    [("*", "*"), ("_", "_"), ("***", "***"), ('"', '"'), ("“", "”"), ("==", "=="), ("«", "»")],
)
def test_signs_that_all_titles_stand_between_are_no_part_of_them(before: str, behind: str) -> None:
    def page(*some: str) -> str:
        bylines = "3 authors\n·\nMay 7, 2024\n"
        return "".join(f"12\n{before}{one}{behind}\n{ABSTRACT}\n{bylines}" for one in some)

    assert titles(parse_page(page(*TITLES))) == TITLES
    assert titles(parse_page(page("Geese", "Geese, Again") + page("Gulls"))) == [
        "Geese",
        "Geese, Again",
        "Gulls",
    ]


def test_a_sign_at_one_end_of_some_titles_is_theirs() -> None:
    some = ["“Geese” Again", "“Gulls” Again", "“Terns”"]
    cards = "".join(f"12\n{one}\n{ABSTRACT}\n3 authors\n·\nMay 7, 2024\n" for one in some)
    assert titles(parse_page(cards)) == some


@pytest.mark.parametrize("line", ["Read more", "%%", "...", "Article"])
def test_a_line_between_cards_again_and_again_is_in_none_of_them(line: str) -> None:
    cards = [
        f"{votes}\n{title}\n{ABSTRACT}\n3 authors\n·\nMay 7, 2024\n{votes}\n{line}\n"
        for votes, title in enumerate(TITLES, 1)
    ]
    page = parse_page("".join(cards))
    assert [(one.title, one.abstract, one.votes, one.comments) for one in page] == [
        (title, ABSTRACT, votes, votes) for votes, title in enumerate(TITLES, 1)
    ]
    assert page.leftovers == ()


def test_a_card_again_and_again_is_no_line_between_cards() -> None:
    page = parse_page("Submitted by\nmara\n12\nGeese\nGoose Office\n3\n" * 4)
    assert [(one.title, one.org, one.votes, one.comments) for one in page] == [
        ("Geese", "Goose Office", 12, 3)
    ]


@pytest.mark.parametrize("glue", ["\n", " "])
def test_votes_may_stand_behind_the_name_of_each_submitter(glue: str) -> None:
    cards = f"Submitted by{glue}mara 12\nGeese\n· 3 authors\n5\n"
    cards += f"Submitted by{glue}bo 7\nGulls\n· 2 authors\n"
    assert [(one.submitted_by, one.votes, one.comments) for one in parse_page(cards)] == [
        ("mara", 12, 5),
        ("bo", 7, None),
    ]
    (paper,) = parse_page(f"Submitted by{glue}Abe 2\n12\nGeese\n· 3 authors\n5\n")
    assert (paper.submitted_by, paper.votes) == ("Abe 2", 12)


@pytest.mark.parametrize("mark", ["- ", "* ", "• "])
def test_votes_may_stand_behind_the_list_marks_of_cards_in_one_line_each(mark: str) -> None:
    cards = [
        f"{mark}{votes} {title} {ABSTRACT} 3 authors · May 7, 2024 5\n"
        for votes, title in enumerate(("Sorting Pebbles", "Counting Geese"), 1)
    ]
    page = parse_page("".join(cards))
    assert [(one.title, one.votes, one.comments) for one in page] == [
        ("Sorting Pebbles", 1, 5),
        ("Counting Geese", 2, 5),
    ]


@pytest.mark.parametrize("dot", ["·", "•", "∙", "‧", "|"])
def test_an_organisation_and_a_date_may_stand_round_another_dot(dot: str) -> None:
    page = read("12", "Geese", ABSTRACT, f"Goose Office {dot} May 7, 2024")
    assert [(one.org, one.abstract) for one in page] == [("Goose Office", ABSTRACT)]


def test_a_linked_title_begins_with_the_line_above_it_that_has_no_link() -> None:
    abstract = "We ask how far a keeper can get with nothing but a rope and a lamp. " * 2
    wrapped = "Weighing Hollow Lanterns in the Old Harbour of the\n[Northern Isles]"
    titles = ("[Sorting Kettles]", "[Counting Ropes]", wrapped)
    text = "".join(
        f"[1{number}](/login?next=%2Fpapers%2F2511.0000{number})\n\n"
        f"{title}(/papers/2511.0000{number})\n\n[{abstract}](/papers/2511.0000{number})\n\n"
        "3 authors\n\n·\n\nNov 3, 2024\n\n"
        for number, title in enumerate(titles)
    )
    assert [paper.title for paper in parse_page(text)] == [
        "Sorting Kettles",
        "Counting Ropes",
        "Weighing Hollow Lanterns in the Old Harbour of the Northern Isles",
    ]
