"""Papers: years, organisations, counts and copies."""

from __future__ import annotations

import datetime as dt

import pytest

from hfpapers import Page, Paper, parse_page

TODAY = dt.date(2025, 11, 25)
ABSTRACT = "A click tells the size of a pebble, and two people tell the size of a flock of geese."


def card(title: str = "Geese", date: str = "Nov 13", abstract: str = ABSTRACT, **more: str) -> str:
    link = more.get("link", "{}").format(title)
    comments = more.get("comments", "")
    byline = more.get("byline", "3 authors")
    return (
        f"{more.get('votes', '12')}\n\n{link}\n\n{abstract}\n\n{byline}\n·\n{date}\n{comments}\n\n"
    )


def codes(page: Page) -> list[str]:
    return [problem.code for problem in page.problems]


class TestTheYear:
    """The site drops the year when it is the year of the visit."""

    def test_is_that_of_today(self) -> None:
        page = parse_page(card(), today=dt.date(2025, 11, 25))
        assert page[0].date == dt.date(2025, 11, 13)

    def test_that_is_printed_needs_no_today(self) -> None:
        page = parse_page(card(date="Nov 13, 2024"))
        assert page[0].date == dt.date(2024, 11, 13)
        assert codes(page) == []

    def test_is_unknown_without_evidence(self) -> None:
        page = parse_page(card())
        assert page[0].date is None
        (problem,) = page.problems
        assert (problem.code, problem.line, problem.paper) == ("year-unknown", 9, 0)
        assert "today" in problem.message

    def test_is_the_one_after_the_last_that_is_printed(self) -> None:
        page = parse_page(card() + card("Gulls", "May 7, 2023") + card("Terns", "May 7, 2024"))
        assert page[0].date == dt.date(2025, 11, 13)
        assert codes(page) == ["year-inferred"]
        assert page.problems[0].level == "info"

    def test_is_that_of_the_day_of_the_page_in_a_link(self) -> None:
        header = "[ ](/papers/date/2026-03-24)\n\nMar 25\n\n"
        page = parse_page(header + card(date="Mar 13") + card("Gulls", "May 7, 2023"))
        assert page[0].date == dt.date(2026, 3, 13)
        assert page.date == dt.date(2026, 3, 25)
        assert codes(page) == []

    @pytest.mark.parametrize(
        "header",
        [
            "[‹](/papers/date/2024-12-31)\n\nJan 1\n\n[›](/papers/date/2025-01-02)",
            "Jan 2 [Jan 1](/papers/date/2025-01-01) [Jan 3](/papers/date/2025-01-03)",
            "Daily Papers\n\n[Jan 2](/papers/date/2025-01-02)",
            "[](/papers/date/2025-01-02)",
            "[Previous](/papers/date/2025-01-01) [Next](/papers/date/2025-01-03)",
        ],
    )
    def test_is_that_of_the_headers_own_links(self, header: str) -> None:
        page = parse_page(f"{header}\n\n{card(date='Dec 30')}{card('Gulls', 'Dec 31')}")
        assert {paper.date and paper.date.year for paper in page} == {2025}

    @pytest.mark.parametrize(
        "note",
        [
            "see [last year](/papers/date/2019-12-31)",
            "see [Dec 31](/papers/date/2019-12-31)",
            "[Dec 31](/papers/date/2019-12-31)",
            "see [](/papers/date/2019-12-31)",
            "Source: https://huggingface.co/papers/date/2019-12-31",
            "[the list](/papers/date/2019-12-31)",
            "[](/papers/date/2019-12-31) [](/papers/date/2024-12-31)",
            "[](/papers/date/2024-12-31) [](/papers/date/2025-01-02)",
        ],
    )
    def test_is_none_of_a_link_in_a_note(self, note: str) -> None:
        for text in (f"{note}\n\n{card()}{card('Gulls')}", f"{card()}{card('Gulls')}{note}\n"):
            page = parse_page(text)
            assert [paper.date for paper in page][:1] == [None]
            assert "year-unknown" in codes(page)
        linked = ABSTRACT.replace("pebble", "[pebble](/papers/date/2019-12-31)")
        assert parse_page(card(abstract=linked))[0].date is None

    def test_is_that_of_an_arxiv_id(self) -> None:
        page = parse_page(card(link="[{}](/papers/2611.00012)"))
        assert page[0].date == dt.date(2026, 11, 13)

    def test_of_a_paper_from_new_years_eve_is_the_one_before_its_id(self) -> None:
        page = parse_page(card(date="Dec 31", link="[{}](/papers/2601.00012)"))
        assert page[0].date == dt.date(2025, 12, 31)

    def test_may_lie_a_day_ahead_of_today_for_time_zones(self) -> None:
        page = parse_page(card(), today=dt.date(2025, 11, 12))
        assert page[0].date == dt.date(2025, 11, 13)

    def test_in_which_the_date_would_lie_ahead_is_a_problem(self) -> None:
        page = parse_page(card(), today=dt.date(2025, 11, 11))
        assert page[0].date is None
        assert codes(page) == ["date-in-future"]

    @pytest.mark.parametrize("today", [dt.date.min, dt.date.max])
    def test_may_be_the_first_or_the_last_there_is(self, today: dt.date) -> None:
        assert len(parse_page(card(), today=today)) == 1


class TestOrganisations:
    @pytest.mark.parametrize(
        ("printed", "org", "slug"),
        [
            ("Goose Office", "Goose Office", None),
            ("goose-office Goose Office", "Goose Office", "goose-office"),
            ("[goose-office] Goose Office", "Goose Office", "goose-office"),
            ("apple Apple", "Apple", "apple"),
            ("appleApple", "Apple", "apple"),
            ("[apple Apple](/apple)", "Apple", "apple"),
            ("[Institute of Geese](/goose-office)", "Institute of Geese", "goose-office"),
            ("Институт Гусей", "Институт Гусей", None),
            ("gravel-speech Gravel (Open Speech)", "Gravel (Open Speech)", "gravel-speech"),
            ("ueh-nlp U. of East Harbour", "U. of East Harbour", "ueh-nlp"),
            ("hupan-lab 湖畔实验室", "湖畔实验室", "hupan-lab"),
            ("Hupan 湖畔实验室", "Hupan 湖畔实验室", None),
            ("gulls 🦆", "gulls 🦆", None),
            ("(goose-office) Goose Office", "Goose Office", "goose-office"),
            ("<goose-office> Goose Office", "Goose Office", "goose-office"),
            ("goose-office: Goose Office", "Goose Office", "goose-office"),
            ("Image: goose-office Goose Office", "Goose Office", "goose-office"),
            ("🖼️ goose-office Goose Office", "Goose Office", "goose-office"),
            ("(Open) Goose Office", "(Open) Goose Office", None),
            ("ugeese-ai The University of Geese", "The University of Geese", "ugeese-ai"),
            ("sjvu S'elm Jorvik University", "S'elm Jorvik University", "sjvu"),
            ("ihuih The University of Inver Holm", "The University of Inver Holm", "ihuih"),
            ("GooseOfice Goose Office", "Goose Office", "GooseOfice"),
            ("Harbour UC Harbour", "UC Harbour", "Harbour"),
            ("(Harbour) UC Harbour", "UC Harbour", "Harbour"),
            (
                "CarrowMellishU Carrow Mellish University",
                "Carrow Mellish University",
                "CarrowMellishU",
            ),
            ("second-officeThe Goose Office", "The Goose Office", "second-office"),
            ("GooseOfficeGoose Office", "Goose Office", "GooseOffice"),
            ("sjvuS'elm Jorvik University", "S'elm Jorvik University", "sjvu"),
            (
                "OGSLA Office of Geese, Sea Lions and Apes",
                "Office of Geese, Sea Lions and Apes",
                "OGSLA",
            ),
            (
                "Geese NLP, Geese University of Low Tides",
                "Geese NLP, Geese University of Low Tides",
                None,
            ),
            ("Pal Tor-pal Academy", "Pal Tor-pal Academy", None),
            ("CIGOS Heron Center of Geese", "CIGOS Heron Center of Geese", None),
            ("gulls AI Lab", "gulls AI Lab", None),
            ("[JSV S'elm Jorvik University](/JSV)", "JSV S'elm Jorvik University", "JSV"),
            ("[SJV S'elm Jorvik University](/SJV)", "S'elm Jorvik University", "SJV"),
            ("[GOOLow Tides](/GOO)", "Low Tides", "GOO"),
            ("OGSLA - Office of Geese", "OGSLA - Office of Geese", None),
            ("Gullgull", "Gullgull", None),
            ("[Goose Institute of Low Tides](/Goose)", "Goose Institute of Low Tides", "Goose"),
        ],
    )
    def test_have_their_name_as_printed_and_the_account_from_image_or_link(
        self, printed: str, org: str, slug: str | None
    ) -> None:
        # Accounts that run into names are shown by several cards.
        forms = {f"{slug} {org}": "reef-lab Reef Lab", f"{slug}{org}": "reef-labReef Lab"}
        others = card("Gulls", byline=forms[printed]) if printed in forms else ""
        page = parse_page(card(byline=printed) + others, today=dt.date(2025, 11, 25))
        assert (page[0].org, page[0].org_slug, page[0].author_count) == (org, slug, None)
        assert page[1:] == () or (page[1].org, page[1].org_slug) == ("Reef Lab", "reef-lab")
        assert not page.problems

    def test_begin_with_their_accounts_on_all_cards_of_a_page_or_on_none(self) -> None:
        def orgs(*printed: str) -> list[tuple[str | None, str | None]]:
            cards = [card(f"Geese {name}", byline=name) for name in printed]
            page = parse_page("".join(cards), today=dt.date(2025, 11, 25))
            return [(paper.org, paper.org_slug) for paper in page]

        whole = ("Goose Institute", "Goose")
        doubled = orgs("[apple Apple](/apple)", "[Goose Goose Institute](/Goose)")
        assert doubled == [("Apple", "apple"), whole]
        assert orgs("[Apple](/apple)", "[Goose Institute](/Goose)") == [("Apple", "apple"), whole]
        assert orgs("apple Apple", "reef-lab Reef Lab", "tide Institute of Geese")[2] == (
            "Institute of Geese",
            "tide",
        )
        assert orgs("appleApple", "GooseOfficeGoose Office")[1] == ("Goose Office", "GooseOffice")

    @pytest.mark.parametrize(
        "names",
        [
            ("GeeseGeese", "TIDEx @ Reef", "GooseCause", "OpenGull"),
            ("GeeseGeese", "Reef Lab", "GullGull"),
            ("Tern Tern", "Reef Lab"),
            ("Reef Lab", "Goose Goose Institute", "Gull Gull"),
            ("GeeseGeese", "ReefLab", "OpenGull", "GooseCause", "GullGull"),
            ("reef", "AI2", "Z.ai"),
            ("[tiny tide](/tiny)",),
        ],
    )
    def test_that_look_doubled_show_nothing_alone_or_beside_others(self, names: tuple[str]) -> None:
        cards = [card(f"Geese {place}", byline=name) for place, name in enumerate(names)]
        page = parse_page("".join(cards), today=dt.date(2025, 11, 25))
        shown = [name.strip("[]").partition("](")[0] for name in names]
        assert [paper.org for paper in page] == shown
        assert {paper.org_slug for paper in page} <= {None, "tiny"}
        assert codes(page) == []

    @pytest.mark.parametrize("name", ["appleApple", "goose-office Goose Office", "honk-aiHonk"])
    def test_are_split_where_a_name_alone_can_be_nothing_else(self, name: str) -> None:
        page = parse_page(card(byline=name) + card("Gulls", "Nov 3, 2024", byline="Reef Lab"))
        assert page[0].org in ("Apple", "Goose Office", "Honk")
        assert page[1].org == "Reef Lab"

    @pytest.mark.parametrize(
        ("name", "org", "slug"),
        [
            ("geese Geese Institute", "Geese Institute", "geese"),
            ("apple Apple Inc", "Apple Inc", "apple"),
            ("Tern Tern", "Tern", "Tern"),
            ("sjvu S'elm Jo Vu", "S'elm Jo Vu", "sjvu"),
            ("sjvuS'elm Jo Vu", "sjvuS'elm Jo Vu", None),
            ("GeeseGeese", "GeeseGeese", None),
        ],
    )
    def test_alone_on_a_page_are_in_doubt(self, name: str, org: str, slug: str | None) -> None:
        text = card(date="Nov 3, 2024", byline=name) + card("Gulls", "Nov 3, 2024")
        for more in ("", card("Terns", "Nov 3, 2024", byline=name)):
            page = parse_page(text + more)
            assert (page[0].org, page[0].org_slug) == (org, slug)
            assert set(codes(page)) == {"organisation-doubtful"}


class TestCounts:
    @pytest.mark.parametrize(
        ("printed", "votes"), [("-", 0), ("0", 0), ("1,024", 1024), ("1.2k", 1200)]
    )
    def test_are_whole_numbers(self, printed: str, votes: int) -> None:
        (paper,) = parse_page(card(votes=printed), today=dt.date(2025, 11, 25))
        assert paper.votes == votes
        assert paper.comments is None

    def test_with_a_link_say_what_they_count(self) -> None:
        page = parse_page(
            f"Geese\n\n{ABSTRACT}\n\n3 authors\n\n·\n\n"
            "May 7, 2024 [3](/papers/2405.00001#community)\n"
        )
        assert (page[0].votes, page[0].comments) == (None, 3)
        assert page[0].arxiv_id == "2405.00001"
        assert codes(page) == []

    def test_with_a_label_say_what_they_count(self) -> None:
        (paper,) = parse_page(
            f"Geese\n\n{ABSTRACT}\n\n3 authors\n·\nPublished on May 7, 2024\n\nUpvote\n\n7\n\n"
            "[GitHub 11.3k](https://github.com/harbour/bucket)\n\n[arXiv Page](https://arxiv.org/abs/2405.00001)\n"
        )
        assert (paper.votes, paper.github_stars) == (7, 11300)
        assert paper.github_url == "https://github.com/harbour/bucket"
        assert paper.arxiv_id == "2405.00001"

    def test_without_a_label_are_what_the_caller_says(self) -> None:
        text = "\n\n".join(("Geese", ABSTRACT, "3 authors", "·", "May 7, 2024", "6"))
        for which in ("votes", "comments"):
            page = parse_page(text, unlabelled_count=which)
            assert getattr(page[0], which) == 6
            assert {page[0].votes, page[0].comments} == {6, None}
            assert [(found.code, found.level) for found in page.problems] == [
                ("unlabelled-count", "info")
            ]


class TestCopies:
    """The same paper twice is one; gaps are filled from the later copy, and the first one wins."""

    def test_fill_the_gaps_of_the_first(self) -> None:
        page = self.read(card(), card(comments="5"))
        assert [(paper.votes, paper.comments) for paper in page] == [(12, 5)]
        assert codes(page) == []

    def test_that_differ_leave_the_first_and_a_problem(self) -> None:
        page = self.read(card(), card(votes="15"))
        assert [paper.votes for paper in page] == [12]
        assert [(found.code, found.level) for found in page.problems] == [("copies-differ", "info")]

    def test_are_known_by_their_id_whatever_else_differs(self) -> None:
        link = "[{}](/papers/2511.00012)"
        page = self.read(card(link=link), card("Geese, Again", link=link))
        assert [paper.title for paper in page] == ["Geese"]

    def test_elsewhere_on_the_page_whose_text_differs_leave_it_in_the_leftovers(self) -> None:
        link = "[{}](/papers/2511.00012)"
        again = card("Geese, Again", link=link)
        page = self.read(card(link=link), card("Gulls"), again)
        assert [paper.title for paper in page] == ["Geese", "Gulls"]
        assert page.leftovers == tuple(line for line in again.splitlines() if line)
        assert set(codes(page)) == {"copies-differ", "unread-text"}

    def test_are_two_papers_if_their_ids_are_two(self) -> None:
        page = self.read(
            card(link="[{}](/papers/2511.00012)"), card(link="[{}](/papers/2511.00013)")
        )
        assert [paper.arxiv_id for paper in page] == ["2511.00012", "2511.00013"]

    def test_are_two_papers_if_their_abstracts_differ(self) -> None:
        assert len(self.read(card(), card(abstract=f"Again: {ABSTRACT}"))) == 2

    def test_without_abstracts_are_one_only_if_nothing_else_differs(self) -> None:
        def daily(user: str) -> str:
            return f"Submitted by\n\n{user}\n\n12\n\nGeese\n\n·\n3 authors\n\n"

        assert len(self.read(daily("mara"), daily("mara"))) == 1
        assert len(self.read(daily("mara"), daily("joost"))) == 2

    def test_that_differ_in_a_digit_are_said_to(self) -> None:
        page = self.read(card(), card(votes="1"))
        assert [paper.votes for paper in page] == [12]
        assert codes(page) == ["copies-differ"]

    def test_in_one_line_are_one_though_a_title_lost_its_first_words(self) -> None:
        rest = f"Habits of Slow Geese {ABSTRACT} 3 authors · May 7, 2024"
        header = "by AK and the research community"
        (paper,) = parse_page(f"{header} 12 Seven {rest} 12 {rest}")
        assert (paper.title, paper.votes) == ("Seven Habits of Slow Geese", 12)

    def test_side_by_side_are_one_stretch_of_lines(self) -> None:
        text = card() + card()
        page = parse_page(text, today=dt.date(2025, 11, 25))
        assert page[0].lines == (1, len(text.rstrip().split("\n")))

    def test_apart_leave_the_lines_between_to_others(self) -> None:
        page = self.read(card(), card("Gulls", abstract=f"But: {ABSTRACT}"), card())
        geese, gulls = page
        assert not set(range(geese.lines[0], geese.lines[1] + 1)) & {*gulls.lines}

    def read(self, *cards: str) -> Page:
        return parse_page("".join(cards), today=dt.date(2025, 11, 25))


@pytest.mark.parametrize(
    ("printed", "abstract"),
    [
        ("We count all\ngeese\n. Then we count\ngulls\n, too.", "geese. Then we count gulls, too."),
        ("We count (all\ngeese\n) and [\ngulls\n].", "We count (all geese) and [gulls]."),
        ("We count\ngeese\n.5 at a time.", "We count geese .5 at a time."),
        ("我们数\n雁\n和鸥。", "我们数雁和鸥。"),
    ],
)
def test_words_that_a_query_marks_come_back_into_their_sentence(
    printed: str, abstract: str
) -> None:
    (paper,) = parse_page(card(abstract=f"{ABSTRACT}\n{printed}"))
    assert (paper.abstract or "").endswith(abstract)


def test_what_a_card_does_not_print_is_none() -> None:
    (paper,) = parse_page(card(date="Nov 13, 2024"))
    assert paper == Paper(
        title="Geese",
        abstract=ABSTRACT,
        author_count=3,
        date=dt.date(2024, 11, 13),
        votes=12,
    )


class TestCopiesThatWereCutOff:
    """A trending page shows each card twice; the last copy of a cut-off page may be a part."""

    TEXT = (
        f"Submitted by\n\nmara\n\nGeese\n\n{ABSTRACT}\n\n3 authors\n·\nPublished on May 7, 2024\n\n"
        f"Upvote\n\n7\n\narXiv Page\n\nSubmitted by\n\nmara\n\nGeese\n\n{ABSTRACT}"
    )

    @pytest.mark.parametrize("cut", [1, 10, 40, len(ABSTRACT), len(ABSTRACT) + 2])
    def test_are_no_papers_of_their_own(self, cut: int) -> None:
        (paper,) = parse_page(self.TEXT[:-cut])
        assert (paper.title, paper.abstract, paper.votes) == ("Geese", ABSTRACT, 7)

    @pytest.mark.parametrize("end", ["Goo", "goose-o", "goose-office  Goose Off"])
    def test_are_none_though_they_end_in_their_organisation(self, end: str) -> None:
        card = "Submitted by\n\nmara\n\n7\n\nGeese\n\n{}\n\n"
        gulls = "Submitted by\n\nabe\n\n9\n\nGulls\n\n- 3 authors\n\n"
        geese = f"{card.format('goose-office  Goose Office')}12\n\n4\n\n"
        page = parse_page(f"{geese}{gulls}{card.format(end)}", today=TODAY)
        assert [(paper.title, paper.org) for paper in page] == [
            ("Geese", "Goose Office"),
            ("Gulls", None),
        ]

    def test_are_none_though_they_end_at_a_dot_of_their_abstract(self) -> None:
        abstract = ABSTRACT.replace(",", " ·", 1)
        text = self.TEXT.replace(ABSTRACT, abstract)
        end = text.rindex("·", 0, len(text))
        (paper,) = parse_page(text[: end + 1])
        assert (paper.title, paper.abstract, paper.org) == ("Geese", abstract, None)

    def test_are_none_though_other_cards_stand_between(self) -> None:
        page = parse_page(f"{card()}{card('Gulls')}12\n\nGeese\n\n{ABSTRACT[:60]}", today=TODAY)
        assert [paper.title for paper in page] == ["Geese", "Gulls"]

    def test_leave_votes_before_the_only_title_of_a_page(self) -> None:
        header = "by AK and the research community\n\nNov 25"
        text = f"{header}\n\n7\n\nGeese\n\n{ABSTRACT} {ABSTRACT[:40]}"
        (paper,) = parse_page(text, today=TODAY)
        assert (paper.title, paper.votes) == ("Geese", 7)

    @pytest.mark.parametrize("end", ["- 30 aut", "3 authors\n· Published on", "3 authors\n·\nNo"])
    def test_leave_an_abstract_that_ends_above_the_byline(self, end: str) -> None:
        page = parse_page(f"{card()}7\n\nGulls\n\n{ABSTRACT}\n{end}", today=TODAY)
        assert [paper.abstract for paper in page] == [ABSTRACT, ABSTRACT]
        assert page[1].author_count == (None if end[0] == "-" else 3)

    def test_leave_a_title_below_its_votes(self) -> None:
        page = parse_page(f"{card()}7\n\nGulls\n\nSurprisingly, a gu", today=TODAY)
        assert [(paper.title, paper.votes) for paper in page] == [("Geese", 12), ("Gulls", 7)]

    def test_are_none_if_others_voted(self) -> None:
        page = parse_page(f"{card()}7\n\nGeese\n\n{ABSTRACT[:60]}", today=TODAY)
        assert [paper.votes for paper in page] == [12, 7]

    def test_may_end_in_the_midst_of_the_footer(self) -> None:
        text = "Submitted by\n\nmara\n\n12\n\nGeese\n\nGoose Office\n\nPrevious Ne"
        (paper,) = parse_page(text, today=TODAY)
        assert (paper.title, paper.org) == ("Geese", "Goose Office")

    def test_leave_the_image_text_of_the_other_organisations(self) -> None:
        texts = [card(byline="goose-office Goose Office"), card("Gulls", byline="apple Apple")]
        last = card("Terns", byline="gull").partition("·")[0]
        page = parse_page("".join(texts) + last + "·\nNov 13", today=TODAY)
        assert [paper.org for paper in page] == ["Goose Office", "Apple", "gull"]
        assert [paper.org_slug for paper in page] == ["goose-office", "apple", None]


class TestCountsInDoubt:
    @pytest.mark.parametrize("count", ["1.2k", "3 [5](/papers/2405.00001#community)"])
    def test_after_a_date_are_left_out_and_said(self, count: str) -> None:
        text = f"12\n\nGeese\n\n{ABSTRACT}\n\n3 authors\n\n·\n\nMay 7, 2024 {count}\n"
        page = parse_page(text)
        assert "count-ambiguous" in codes(page)
        assert page[0].comments in (None, 5)
        assert page[0].votes == 12

    def test_are_left_out_where_there_are_two_too_many(self) -> None:
        page = parse_page(f"12\n\nGeese\n\n{ABSTRACT}\n\n3 authors\n·\nMay 7, 2024 3 4\n")
        assert "count-ambiguous" in codes(page)

    def test_before_a_title_that_begins_with_a_number_are_left_out_in_one_line(self) -> None:
        header = "Daily Papers by AK and the research community"
        page = parse_page(
            f"{header} Submitted by Abe 2 91 Geese · 3 authors 4 "
            "Submitted by Bo 12 Gulls · 4 authors"
        )
        assert [(paper.votes, paper.comments) for paper in page] == [(None, 4), (12, None)]
        assert codes(page) == ["count-ambiguous"]


class TestANumberLargerThanAnyCount:
    """No count is above a million millions."""

    @pytest.mark.parametrize(
        "number",
        ["1000000000001", "9" * 40, "1,000,000,000,001", "9999999999M", f"1.{'0' * 30}1k"],
    )
    def test_is_left_out_and_said(self, number: str) -> None:
        page = parse_page(card(votes=number, comments="3") + card("Gulls", "Nov 3, 2024"))
        assert [(paper.votes, paper.comments) for paper in page] == [(None, 3), (12, None)]
        assert "count-impossible" in codes(page)
        page = parse_page(card(date="Nov 3, 2024", comments=number) + card("Gulls", "Nov 3, 2024"))
        assert [(paper.votes, paper.comments) for paper in page] == [(12, None), (12, None)]
        assert "count-impossible" in codes(page)
        assert all(len(problem.message) < 300 for problem in page.problems)

    def test_is_none_of_authors(self) -> None:
        page = parse_page(card(date="Nov 3, 2024", byline=f"{'9' * 30} authors"))
        assert page[0].author_count is None
        assert codes(page) == ["count-impossible"]

    def test_may_stand_behind_a_name(self) -> None:
        cards = f"Submitted by\nmara {'9' * 5000}\nGeese\n· 3 authors\n"
        page = parse_page(cards)
        assert (page[0].submitted_by, page[0].votes) == ("mara", None)
        assert codes(page) == ["count-impossible"]

    def test_is_as_large_as_a_million_millions_at_the_most(self) -> None:
        assert parse_page(card(votes="1,000,000,000,000"))[0].votes == 10**12


def test_titles_between_quotation_marks_are_stripped() -> None:
    page = parse_page(card("« Two Geese »") + card("« Gulls »"))
    assert [paper.title for paper in page] == ["Two Geese", "Gulls"]


def test_titles_that_are_nothing_but_signs_keep_them() -> None:
    page = parse_page(card("«»") + card("« Gulls »"))
    assert [paper.title for paper in page] == ["«»", "« Gulls »"]


def test_a_separator_that_is_an_abstracts_own_has_single_spaces() -> None:
    sentence = "We ask how far  |   a keeper of geese can get."
    cards = [f"{n} | Geese {n} | {sentence} | 3 authors | · | Nov 3, 2024" for n in (12, 7)]
    page = parse_page(" | ".join(cards))
    assert {paper.abstract for paper in page} == {"We ask how far | a keeper of geese can get."}


class TestNamesInOneLine:
    """Nothing shows where a name ends or begins in a line that holds more."""

    SEARCH = (
        f"12 Geese {ABSTRACT} Reef Lab · Nov 3, 2024 7 Gulls {ABSTRACT} 3 authors · Nov 3, 2024"
    )

    @staticmethod
    def guessed(page: Page) -> list[int | None]:
        return [problem.paper for problem in page.problems if problem.code == "name-end-lost"]

    def test_of_submitters_are_guesses_without_votes_behind_them(self) -> None:
        daily = "Submitted by Mara Tide Two Geese · 3 authors 1 Submitted by abe Gulls · 5 authors"
        assert self.guessed(parse_page(daily)) == [0, 1]
        daily += " 2 Submitted by ada Terns · 2 authors"
        assert self.guessed(parse_page(daily.replace("Two Geese", "Sorting 3 Geese"))) == [0, 1, 2]

    def test_of_submitters_end_at_the_votes_that_all_cards_have(self) -> None:
        daily = "Submitted by Mara Tide 12 Geese · 3 authors 1 Submitted by abe - Gulls · 5 authors"
        page = parse_page(daily)
        assert [(paper.submitted_by, paper.votes) for paper in page] == [
            ("Mara Tide", 12),
            ("abe", 0),
        ]
        assert not page.problems

    def test_of_submitters_are_guesses_where_votes_have_a_label(self) -> None:
        cards = [
            f"Submitted by mara {title} {ABSTRACT} 3 authors · Published on Jun 2, 2026 Upvote 12"
            for title in ("Geese", "Gulls")
        ]
        assert self.guessed(parse_page(" ".join(cards))) == [0, 1]

    def test_of_submitters_may_hold_the_title_above_an_abstract(self) -> None:
        cards = [
            f"Submitted by mara {title}\n{ABSTRACT}\n3 authors\n·\nPublished on Jun 2, 2026\n"
            for title in ("Two Geese", "Gulls")
        ]
        assert self.guessed(
            parse_page("Daily Papers\n\nby AK and the research community\n\n" + "".join(cards))
        ) == [0, 1]

    def test_of_organisations_are_guesses_in_the_same_line_as_abstracts(self) -> None:
        assert self.guessed(parse_page(self.SEARCH)) == [0]
        ends = f"{ABSTRACT} Reef Lab · Nov 3, 2024", f"{ABSTRACT} Tide · Nov 3, 2024"
        below = f"by AK and the research community\n12\nGeese\n{ends[0]}\n7\nGulls\n{ends[1]}\n"
        assert self.guessed(parse_page(below)) == [0, 1]

    def test_on_lines_of_their_own_are_none(self) -> None:
        lines = f"Submitted by\nMara Tide\n12\nTwo Geese\n{ABSTRACT}\nReef Lab\n·\nNov 3, 2024\n"
        assert self.guessed(parse_page(lines)) == []
