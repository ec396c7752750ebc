"""The page of a single paper: its parts, and what is none of it."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import attrs
import pytest

from hfpapers import Page, Paper, parse_html, parse_page
from tests.matrix.single import faults, invent_single

TODAY = dt.date(2025, 11, 25)
TITLE = "Sorting Pebbles by Ear"
ABSTRACT = "We ask how far a keeper can get with a rope. The error falls by a third."
SUMMARY = "A rope takes a keeper a third further than before."
PAPER = Paper(
    title=TITLE,
    abstract=ABSTRACT,
    author_count=2,
    date=dt.date(2025, 11, 3),
    votes=34,
    org="Teapot Laboratory",
    arxiv_id="2511.00001",
    submitted_by="mara",
    github_stars=1200,
    authors=("Ada Quill", "Bo Marsh"),
    ai_summary=SUMMARY,
    listed=dt.date(2025, 11, 4),
)
ABOVE = ["Papers", "arxiv:2511.00001", TITLE]
BYLINE = [
    "Published on Nov 3",
    "·",
    "Submitted by",
    "mara",
    "on Nov 4",
    "#1 Paper of the day",
    "·",
    "Teapot Laboratory",
]
VOTES = ["Upvote", "34", "+26"]
NAMES = ["Authors:", "Ada Quill", ",", "Bo Marsh"]
BODY = ["Abstract", SUMMARY, "AI-generated summary", ABSTRACT]
BUTTONS = ["View arXiv page", "View PDF", "GitHub", "1.2k", "Add to collection"]
BELOW = [
    "Community",
    "joost",
    "Nice kettles!",
    "Reply",
    "Models citing this paper 1",
    "gull/kettle-7b",
    "System theme",
]
ALL = [*ABOVE, *BYLINE, *VOTES, *NAMES, *BODY, *BUTTONS, *BELOW]
REAL = Path(__file__).parent.parent.parent / "shared/captures/html/paper-2509.24002.html"


def lines(*texts: str | list[str]) -> str:
    return "\n".join(line for text in texts for line in ([text] if isinstance(text, str) else text))


def the_paper(text: str, today: dt.date | None = TODAY) -> Paper:
    """Return the only paper of a page, which is of a single one."""
    page = parse_page(text, today=today)
    assert page.kind == "paper"
    (paper,) = page
    return paper


def codes(page: Page) -> list[str]:
    return [problem.code for problem in page.problems]


class TestAPage:
    def test_gives_its_one_paper_with_all_that_it_prints(self) -> None:
        assert the_paper(lines(ALL)) == PAPER

    @pytest.mark.parametrize("gap", ["\n\n", "\n  ", " "])
    def test_is_read_with_blank_lines_indented_or_on_one_line(self, gap: str) -> None:
        assert the_paper(gap.join(ALL)) == PAPER

    def test_that_is_glued_gives_no_paper_if_names_run_into_the_abstract(self) -> None:
        rest = [line for line in ALL if line not in ("Abstract", SUMMARY, "AI-generated summary")]
        page = parse_page("".join(rest))
        assert (len(page), codes(page)) == (0, ["no-papers"])
        assert "single paper (2511.00001)" in page.problems[0].message

    def test_says_where_the_paper_stands(self) -> None:
        paper = the_paper(lines("kept for later", ALL))
        assert paper.lines == (2, len([*ABOVE, *BYLINE, *VOTES, *NAMES, *BODY, *BUTTONS]) + 1)

    def test_leaves_over_what_stands_below_the_paper_and_calls_that_no_loss(self) -> None:
        page = parse_page(lines(ALL), today=TODAY, strict=True)
        assert page.leftovers == ("joost", "Nice kettles!", "gull/kettle-7b")
        (problem,) = page.problems
        assert (problem.code, problem.level) == ("unread-text", "info")

    def test_says_that_two_of_them_in_one_text_are_no_paper(self) -> None:
        other = lines(ALL).replace(TITLE, "Counting Geese Twice").replace("00001", "00002")
        page = parse_page(lines(ALL, other), today=TODAY)
        assert len(page) <= 1

    def test_warns_of_a_line_above_that_was_not_read(self) -> None:
        page = parse_page(lines("kept for later", "", ALL), today=TODAY)
        assert page[0] == PAPER
        assert page.leftovers[0] == "kept for later"
        assert [problem.line for problem in page.problems if problem.level == "warning"] == [1]

    def test_gives_no_papers_that_others_list_on_it(self) -> None:
        similar = ["You may like", "Counting Geese Twice", "Two people never agree.", "2 authors"]
        assert the_paper(lines(ALL, similar)) == PAPER

    def test_is_a_list_if_it_holds_one(self) -> None:
        card = ["7", "Counting Geese Twice", ABSTRACT, "3 authors", "·", "Nov 3, 2024"]
        header = ["Daily Papers", "by AK and the research community"]
        page = parse_page(lines(header, card, card[:1], TITLE, card[2:], ALL), today=TODAY)
        assert page.kind != "paper"
        assert TITLE in [paper.title for paper in page]

    @pytest.mark.parametrize("sign", ["View arXiv page", "Models citing this paper 0"])
    def test_with_too_few_of_its_signs_gives_no_paper_and_says_what_it_is(self, sign: str) -> None:
        page = parse_page(lines("Submitted by", "mara", "12", TITLE, ABSTRACT, "View PDF", sign))
        assert len(page) == 0
        assert "single paper" in page.problems[0].message

    def test_is_read_from_its_own_data_where_that_is_there(self) -> None:
        props = {
            "comments": [],
            "paper": {
                "id": "2511.00001",
                "title": "Sorting Pebbles\n  by Ear",
                "summary": ABSTRACT,
                "ai_summary": SUMMARY,
                "authors": [{"name": "Ada Quill"}, {"name": "Bo Marsh"}],
                "publishedAt": "2025-11-03T17:54:27.000Z",
                "submittedOnDailyAt": "2025-11-04T01:12:00.000Z",
                "submittedOnDailyBy": {"fullname": "mara", "user": "mara12"},
                "upvotes": 34,
                "githubStars": 1200,
            },
            "submitterOrganization": {"name": "tealab", "fullname": "Teapot Laboratory"},
        }
        for held in (props, {**props, "dailyPaperRank": 1}):
            html = f"<html><div data-props='{json.dumps(held)}'></div></html>"
            page = parse_html(html, strict=True)
            assert page.kind == "paper"
            assert page.papers == (attrs.evolve(PAPER, org_slug="tealab"),)

    def test_without_a_submitter_in_its_data_has_none(self) -> None:
        paper = {"id": "2511.00001", "title": TITLE, "upvotes": 1, "organization": {"name": "gull"}}
        page = parse_html(f"<html><div data-props='{json.dumps({'paper': paper})}'></div></html>")
        assert (page[0].submitted_by, page[0].org_slug) == (None, "gull")
        del paper["organization"]
        page = parse_html(f"<html><div data-props='{json.dumps({'paper': paper})}'></div></html>")
        assert (page[0].title, page[0].org) == (TITLE, None)
        assert not parse_html('<html><div data-props=\'{"paper": "title upvotes"}\'></div></html>')


class TestATitle:
    def test_may_stand_on_two_lines(self) -> None:
        for gap in ("\n", "\n  "):
            text = lines(ALL).replace(TITLE, f"Sorting Pebbles{gap}by Ear")
            assert the_paper(text) == PAPER

    def test_is_not_what_the_page_s_buttons_say(self) -> None:
        assert the_paper(lines(ABOVE[:2], "Copy to clipboard", ALL[2:])) == PAPER

    def test_may_end_with_a_word_of_the_footer(self) -> None:
        text = lines(ALL).replace(TITLE, "Sorting Pebbles by\n  Models")
        assert the_paper(text).title == "Sorting Pebbles by Models"

    def test_is_a_heading_where_other_text_stands_by_it(self) -> None:
        text = "\n\n".join([f"# {TITLE}", "kept for later", *BYLINE, *BODY, *BUTTONS])
        assert the_paper(text).title == TITLE

    def test_that_is_a_heading_may_stand_on_two_lines_with_one_line_below(self) -> None:
        title = f"Sorting Pebbles\n  by Ear\n{'=' * 24}"
        assert the_paper("\n\n".join([*ABOVE[:2], title, *ALL[3:]])).title == TITLE

    def test_that_is_a_heading_may_hang_over(self) -> None:
        title = "# Sorting Pebbles\n  by Ear\n\nkept for later"
        assert the_paper("\n\n".join([*ABOVE[:2], title, *ALL[3:]])).title == TITLE

    def test_is_found_above_the_date_where_the_id_is_lost(self) -> None:
        page = parse_page("\n\n".join(["kept for later", TITLE, *ALL[3:]]), today=TODAY)
        assert (page[0].title, page.leftovers[0]) == (TITLE, "kept for later")

    def test_is_found_below_the_id_where_the_date_is_lost(self) -> None:
        assert the_paper(lines(ABOVE, BYLINE[2:], BODY, BUTTONS)).title == TITLE

    def test_is_not_guessed_where_a_name_may_stand_in_its_place(self) -> None:
        assert len(parse_page(lines(ABOVE[:2], "mara", BYLINE[4:], BODY, BUTTONS))) == 0
        assert len(parse_page(lines(TITLE, BODY, BUTTONS))) == 0

    def test_is_taken_from_the_name_of_the_page_where_it_is_lost(self) -> None:
        name = f"Paper page - {TITLE}"
        assert the_paper("\n\n".join([name, *ABOVE[:2], *ALL[3:]])).title == TITLE
        wrapped = "Paper page - Sorting Pebbles\n  by Ear"
        assert the_paper("\n\n".join([wrapped, *ALL[3:]])).title == TITLE

    def test_is_never_empty(self) -> None:
        empty = "# [](https://huggingface.co/papers/2511.00001)"
        assert len(parse_page("\n\n".join([empty, *ABOVE[:2], *ALL[3:]]))) == 0
        logo = "Paper page - Pebbles\n  Hugging Face"
        assert the_paper("\n\n".join([logo, *ABOVE[:2], *ALL[3:]])).title == "Pebbles"

    def test_above_all_else_is_found_there(self) -> None:
        assert the_paper("\n\n".join([f"# {TITLE}", *ABOVE[:2], *ALL[3:]])).title == TITLE

    def test_loses_the_number_that_all_headings_have(self) -> None:
        text = lines(ALL).replace(TITLE, f"## 1. {TITLE}").replace("Abstract", "## 2. Abstract")
        assert the_paper(text) == PAPER
        alone = lines(ALL).replace(TITLE, "3. Pebbles")
        assert the_paper(alone).title == "3. Pebbles"


class TestTheByline:
    @pytest.mark.parametrize("printed", ["Nov 3, 2025", "3 November 2025", "2025-11-03"])
    def test_may_spell_its_date_in_other_ways(self, printed: str) -> None:
        assert the_paper(lines(ALL).replace("Nov 3", printed)) == PAPER

    def test_without_a_date_that_can_be_read_leaves_it_over(self) -> None:
        page = parse_page(lines(ALL).replace("on Nov 3", "on day 3 of the fog"), today=TODAY)
        assert page[0].date is None
        assert page[0].org is None

    def test_takes_the_year_from_the_day_of_the_list(self) -> None:
        text = "\n\n".join(ALL).replace(
            "#1 Paper of the day", "[#1 Paper of the day](/papers?date=2024-11-04)"
        )
        paper = the_paper(text.replace("arxiv:2511.00001", ""), None)
        assert (paper.date, paper.listed) == (dt.date(2024, 11, 3), dt.date(2024, 11, 4))

    def test_takes_the_year_from_the_id(self) -> None:
        assert the_paper(lines(ALL), None) == PAPER

    def test_takes_the_year_of_the_list_from_the_publication_if_it_was_soon_after(self) -> None:
        text = lines(ALL).replace("Nov 3", "Dec 30, 2024").replace("Nov 4", "Jan 3")
        paper = the_paper(text, None)
        assert (paper.date, paper.listed) == (dt.date(2024, 12, 30), dt.date(2025, 1, 3))

    def test_says_that_the_year_of_the_list_is_unknown(self) -> None:
        page = parse_page(lines(ALL).replace("Nov 3", "Nov 3, 2024"))
        assert (page[0].date, page[0].listed) == (dt.date(2024, 11, 3), None)
        (problem,) = [one for one in page.problems if one.level == "warning"]
        assert (problem.code, problem.paper) == ("year-unknown", 0)

    def test_names_a_submitter_without_a_day(self) -> None:
        for behind in ("\n·", " ·"):
            text = lines(
                ABOVE, BYLINE[:2], f"Submitted by mara{behind} Teapot Laboratory", ALL[11:]
            )
            assert the_paper(text).submitted_by == "mara"
            assert the_paper(text).org == "Teapot Laboratory"

    def test_may_have_no_submitter_and_no_organisation(self) -> None:
        paper = the_paper(lines(ABOVE, BYLINE[:1], ALL[11:]))
        assert (paper.submitted_by, paper.org, paper.listed) == (None, None, None)

    def test_takes_image_text_off_the_name_of_an_organisation(self) -> None:
        logo = "Hugging Face's logo Hugging Face"
        text = lines(logo, ALL).replace("Teapot Lab", "tealab Teapot Lab")
        assert (the_paper(text).org, the_paper(text).org_slug) == ("Teapot Laboratory", "tealab")
        linked = "\n\n".join([logo, *ALL]).replace(
            "Teapot Laboratory", "[Harbour UC Harbour](/Harbour)"
        )
        assert (the_paper(linked).org, the_paper(linked).org_slug) == ("UC Harbour", "Harbour")
        glued = lines(logo, ALL).replace("Teapot Lab", "teapot-labTeapot Lab")
        assert (the_paper(glued).org, the_paper(glued).org_slug) == (PAPER.org, "teapot-lab")
        lined = "\n\n".join(ALL).replace("Teapot", "TeapotLaboratory\n\nTeapot")
        assert the_paper(lined).org == "Teapot Laboratory"

    def test_leaves_over_what_may_be_one_of_two_organisations(self) -> None:
        page = parse_page(lines(ALL).replace("Teapot", "Slate Works\nTeapot"), today=TODAY)
        assert page[0].org is None
        assert page.leftovers[:2] == ("Slate Works", "Teapot Laboratory")


class TestVotesAndCounts:
    def test_a_dash_is_no_votes(self) -> None:
        assert the_paper(lines(ALL).replace("34", "-").replace("+26\n", "")).votes == 0

    def test_votes_may_stand_below_the_discussion(self) -> None:
        text = lines(ABOVE, BYLINE, NAMES, BODY, BUTTONS, BELOW[:4], VOTES, BELOW[4:])
        assert the_paper(text) == PAPER

    def test_votes_may_be_lost(self) -> None:
        assert the_paper(lines(ABOVE, BYLINE, NAMES, BODY, BUTTONS, BELOW)).votes is None

    def test_comments_are_counted_where_the_page_does(self) -> None:
        assert the_paper(lines(ALL).replace("Community", "Community (3)")).comments == 3

    @pytest.mark.parametrize("spaced", [True, False])
    def test_links_give_repository_project_and_id(self, spaced: bool) -> None:
        buttons = [
            "[View arXiv page](https://arxiv.org/abs/2511.00001)",
            "[View PDF](https://arxiv.org/pdf/2511.00001)",
            "[Project page](https://kettle.example/)",
            "[GitHub 1.2k](https://github.com/gull/pebbles)",
            "[Add to collection](/login?next=%2Fpapers%2F2511.00001)",
        ]
        rows = buttons if spaced else [" ".join(buttons)]
        paper = the_paper("\n\n".join([TITLE, *BYLINE, *VOTES, *NAMES, *BODY, *rows]))
        assert paper.arxiv_id == "2511.00001"
        assert paper.github_url == "https://github.com/gull/pebbles"
        assert paper.project_page == "https://kettle.example/"

    @pytest.mark.parametrize(
        ("target", "url"),
        [("/gull", "https://huggingface.co/gull"), ("#top", None), ("javascript:x()", None)],
    )
    def test_a_project_page_is_a_page_of_the_web(self, target: str, url: str | None) -> None:
        text = "\n\n".join(ALL).replace("GitHub", f"[Project page]({target})\n\nGitHub")
        assert the_paper(text).project_page == url

    def test_links_that_were_given_to_the_wrong_texts_give_nothing(self) -> None:
        text = "\n\n".join(ALL).replace("View PDF", "[View PDF](https://kettle.example/)")
        text = text.replace("GitHub", "[Project page](https://github.com/gull/pebbles)\n\nGitHub")
        assert the_paper(text).project_page is None

    def test_drawings_inside_of_a_link_do_not_hide_it(self) -> None:
        drawn = "Code [![](a.svg) GitHub ![](b.svg) 1.2k](https://github.com/gull/pebbles) here"
        text = "\n\n".join(ALL).replace("GitHub\n\n1.2k", drawn.removeprefix("Code ")[:-5])
        assert the_paper(text).github_url == "https://github.com/gull/pebbles"

    def test_an_id_is_taken_from_an_address_that_is_the_paper_s(self) -> None:
        text = lines(ALL).replace("arxiv:2511.00001", "https://huggingface.co/papers/2511.00001")
        assert the_paper(text).arxiv_id == "2511.00001"

    def test_no_id_is_made_up(self) -> None:
        assert the_paper(lines(ALL).replace("arxiv:2511.00001\n", "")).arxiv_id is None


class TestNames:
    @pytest.mark.parametrize(
        "printed",
        [
            "Ada Quill, Bo Marsh",
            "Ada\nQuill, Bo Marsh",
            "Ada Quill,\nBo Marsh",
            "Ada Quill ,\n(BUTTON) Bo Marsh",
            "[ Ada Quill ] ,\nBo Marsh",
            "[3eeaaa8356] Ada Quill,\nBo Marsh",
            "Ada Quill [/ada-quill], Bo Marsh",
            "Ada Quill\nBo Marsh",
        ],
    )
    def test_are_read_however_they_are_printed(self, printed: str) -> None:
        text = lines(ALL).replace("Ada Quill\n,\nBo Marsh", printed)
        assert the_paper(text) == PAPER

    def test_keep_what_belongs_to_them(self) -> None:
        text = lines(ALL).replace("Bo Marsh", "Bo Marsh, Jr.\n,\nCy Reed")
        assert the_paper(text).authors == ("Ada Quill", "Bo Marsh, Jr.", "Cy Reed")

    @pytest.mark.parametrize("more", ["+97", "+ 97 authors"])
    def test_that_are_not_all_printed_are_counted(self, more: str) -> None:
        page = parse_page(lines(ALL).replace("Bo Marsh", f"Bo Marsh,\n{more}"), today=TODAY)
        assert (page[0].authors, page[0].author_count) == (("Ada Quill", "Bo Marsh"), 99)
        assert "authors-incomplete" in codes(page)

    def test_of_which_only_commas_are_left_are_counted(self) -> None:
        page = parse_page(lines(ALL).replace("Bo Marsh", ",\nCy Reed\n,"), today=TODAY)
        assert (page[0].authors, page[0].author_count) == (("Ada Quill", "Cy Reed"), 4)
        assert "authors-incomplete" in codes(page)

    @pytest.mark.parametrize("printed", [",", "We thank all. And all of you."])
    def test_that_are_lost_are_not_made_up(self, printed: str) -> None:
        page = parse_page(lines(ALL).replace("Ada Quill\n,\nBo Marsh", printed), today=TODAY)
        assert (page[0].authors, page[0].author_count) == ((), None)
        assert "authors-incomplete" in codes(page)

    def test_end_where_no_comma_leads_on_if_the_heading_is_lost(self) -> None:
        names = ["Authors:", "Ada Quill,", "Bo Marsh"]
        assert the_paper(lines(ABOVE, BYLINE, VOTES, names, ABSTRACT, BUTTONS)) == Paper(
            **{name: getattr(PAPER, name) for name in PAPER.to_dict() if name != "ai_summary"}
        )

    def test_without_any_text_below_them_end_with_their_line(self) -> None:
        paper = the_paper(lines(ABOVE, BYLINE, VOTES, NAMES, BUTTONS))
        assert (paper.authors, paper.abstract) == (("Ada Quill", "Bo Marsh"), None)


class TestAnAbstract:
    def test_may_stand_without_a_summary(self) -> None:
        paper = the_paper(lines(ABOVE, BYLINE, NAMES, "Abstract", ABSTRACT, BUTTONS))
        assert (paper.abstract, paper.ai_summary) == (ABSTRACT, None)

    def test_may_begin_lines_with_words_of_the_page(self) -> None:
        text = "We keep\nAbstract art. Our\nGitHub page and\nProject page grow.\nCommunity is all."
        read = the_paper(lines(ALL).replace(ABSTRACT, text)).abstract
        assert read == text.replace("\n", " ")

    def test_and_summary_without_a_label_are_not_told_apart(self) -> None:
        page = parse_page(
            "\n\n".join([*ABOVE, *BYLINE, "Abstract", SUMMARY, ABSTRACT]), today=TODAY
        )
        assert (page[0].abstract, page[0].ai_summary) == (None, None)
        assert "abstract-ambiguous" in codes(page)
        assert page.leftovers == (SUMMARY, ABSTRACT)

    def test_ends_above_the_footer_where_all_signs_below_it_are_lost(self) -> None:
        page = parse_page("\n\n".join([*ABOVE, *BYLINE, *BODY, "System theme", "Company"]))
        assert (page[0].abstract, page.leftovers) == (ABSTRACT, ())

    def test_may_take_the_row_of_buttons_in_where_lines_were_wrapped(self) -> None:
        long = (
            "We ask how far a keeper can get with a rope and a lamp, and find that the error falls."
        )
        text = lines(ABOVE, BYLINE, "Abstract", f"{long} View arXiv page View PDF", BELOW)
        assert the_paper(text).abstract == long

    def test_keeps_the_spaces_round_its_keywords(self) -> None:
        linked = (
            "We sort [pebble](/papers?q=pebble)s ([RLHF](/papers?q=RLHF))/[DPO](/papers?q=DPO)."
        )
        plain = "We sort pebbles (RLHF)/DPO."
        assert the_paper("\n\n".join(ALL).replace(ABSTRACT, linked)).abstract == plain
        marked = re.sub(r"\[(\w+)\]\((.*?)\)", r'<a href="\2">\1</a>', linked)
        blocks = "".join(f"<div>{line}</div>" for line in [*ABOVE, *BYLINE, "Abstract"])
        page = parse_html(f"{blocks}<p>{marked}</p><div>View arXiv page</div>", today=TODAY)
        assert page[0].abstract == plain


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("spaced", [False, True])
def test_the_markup_of_a_page_is_read_exactly(seed: int, spaced: bool) -> None:
    single = invent_single(seed, spaced=spaced)
    page = parse_html(single.html, today=single.today, strict=True)
    assert page.kind == "paper"
    assert faults(page, single, single.html) == []


def test_a_feed_that_quotes_such_a_page_is_a_feed() -> None:
    quoted = f"<item><description>Abstract {SUMMARY} AI-generated summary</description></item>"
    more = "<item><description>View arXiv page</description></item>"
    head = '<?xml version="1.0"?><rss version="2.0"><channel>'
    page = parse_page(f"{head}\n{quoted}\n{more}\n</rss>")
    assert len(page) == 0
    assert "feed" in page.problems[0].message
