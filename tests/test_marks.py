"""Marks of links, images, headings and lists: taken off, and remembered for the text."""

from __future__ import annotations

import datetime as dt
import html
import textwrap

import pytest

from hfpapers import Page, Paper, parse_page
from hfpapers._clean import read_lines
from hfpapers._links import Link, linked_day, read_link
from hfpapers._pieces import read_pieces

ABSTRACT = "A click tells the size of a pebble, and two people tell the size of a flock of geese."


def texts(text: str) -> list[str]:
    return [piece.text for piece in read_pieces(read_lines(text)) if piece.text]


def one_paper(
    title: str, abstract: str = ABSTRACT, byline: str = "3 authors\n·\nMay 7, 2024"
) -> Paper:
    (paper,) = parse_page(f"12\n\n{title}\n\n{abstract}\n\n{byline}\n")
    return paper


@pytest.mark.parametrize(
    ("target", "link"),
    [
        ("/papers/2511.00001", Link("paper", "2511.00001")),
        ("https://huggingface.co/papers/2511.00001v2", Link("paper", "2511.00001")),
        ("/papers/2511.00001#community", Link("comments", "2511.00001")),
        ("/papers/2511.00001?utm_source=mail", Link("paper", "2511.00001")),
        ("/papers/2511.00001?a=b#community", Link("comments", "2511.00001")),
        ("/login?next=%2Fpapers%2F2511.00001", Link("vote", "2511.00001")),
        ("https://arxiv.org/abs/2511.00001", Link("arxiv", "2511.00001")),
        ("https://arxiv.org/pdf/2511.00001v1.pdf", Link("arxiv", "2511.00001")),
        (
            "https://github.com/harbour/bucket/tree/main/src",
            Link("github", "https://github.com/harbour/bucket/tree/main/src"),
        ),
        ("/teapot-lab", Link("organisation", "teapot-lab")),
        ("https://huggingface.co/teapot-lab/", Link("organisation", "teapot-lab")),
        ("https://hf.co/teapot-lab", Link("organisation", "teapot-lab")),
        ("https://discuss.huggingface.co/t", Link("site", "https://discuss.huggingface.co/t")),
        ("file:///teapot-lab", Link("organisation", "teapot-lab")),
        (
            "https://web.archive.org/web/2025/https://huggingface.co/teapot-lab",
            Link("organisation", "teapot-lab"),
        ),
        ("/papers/date/2025-11-24", Link("day", "2025-11-24")),
        ("/papers?date=2025-11-24", Link("day", "2025-11-24")),
        ("/papers?q=two+geese", Link("query", "two geese")),
        ("/papers?q=50%25+geese", Link("query", "50% geese")),
        ("/pricing", Link("site", "pricing")),
        ("/papers?p=2", Link("site", "/papers?p=2")),
        ("//[/http://huggingface.co/papers?q=geese", Link("query", "geese")),
        ("//a\u2100b/https://huggingface.co/papers?q=geese", Link("query", "geese")),
        ("/login?next=/papers/date/2025-11-24", Link("day", "2025-11-24")),
        ("#top", Link("site", "#top")),
        ("https://example.org/geese", Link("other", "https://example.org/geese")),
    ],
)
def test_the_target_of_a_link_says_what_it_leads_to(target: str, link: Link) -> None:
    assert read_link(target) == link


def test_a_link_to_a_day_that_does_not_exist_tells_no_day() -> None:
    assert linked_day(Link("day", "2025-02-30")) is None


@pytest.mark.parametrize(
    "title",
    [
        "### [Two Geese](/papers/2511.00001)",
        "[### Two Geese](https://huggingface.co/papers/2511.00001)",
        "**[Two Geese](/papers/2511.00001)**",
        '[Two Geese](</papers/2511.00001> "Two Geese")',
        "[Two\nGeese](/papers/2511.00001)",
        '<h3><a class="x" href="/papers/2511.00001">Two Geese</a></h3>',
        "### [Two Geese](/papers/2511.00001) ###",
        "### [Two Geese][]\n\n[two  geese]: https://huggingface.co/papers/2511.00001",
        "### [Two Geese][title]\n\n[Title]: </papers/2511.00001>",
        "### [Two Geese]\n\n[Two Geese]: /papers/2511.00001",
        "Two Geese (/papers/2511.00001)",
        "Two Geese [/papers/2511.00001]",
        "Two Geese\n[/papers/2511.00001]",
        "Two Geese <https://huggingface.co/papers/2511.00001>",
        "Two Geese<https://huggingface.co/papers/2511.00001>",
        "[https://huggingface.co/papers/2511.00001]Two Geese",
        "[/goose.png]/papers/2511.00001\n\nTwo Geese",
        "Two Geese\n\nhttps://huggingface.co/papers/2511.00001",
        "* [Two Geese](/papers/2511.00001){.title}",
    ],
)
def test_a_linked_title_gives_the_arxiv_id_and_loses_its_marks(title: str) -> None:
    paper = one_paper(title)
    assert paper.title == "Two Geese"
    assert paper.arxiv_id == "2511.00001"


@pytest.mark.parametrize(
    "title",
    [
        "[Re] Two Geese",
        "Two Geese [Extended]",
        "Geese on $[0,1]$ and ](",
        "Geese (/dev/null) and Others",
        "The *-Goose and the **-Goose",
        "Snake_Case__Geese",
        "C# Geese",
        "From <think> to <act>",
    ],
)
def test_brackets_and_marks_of_a_title_itself_stay(title: str) -> None:
    assert one_paper(title).title == title


@pytest.mark.parametrize(
    "words",
    [
        "as shown in [12] and [a](b), see [the site](https://example.org/x_(y)).",
        "with **bold**, _soft_ and `code` in it, # no heading",
        "where f(x) = [x] and ![x] differ \\& agree",
    ],
)
def test_marks_inside_of_an_abstract_stay(words: str) -> None:
    assert one_paper("Two Geese", f"{ABSTRACT} {words}").abstract == f"{ABSTRACT} {words}"


@pytest.mark.parametrize(
    "byline",
    [
        "[** ![](/a.svg)**** 3 authors](/papers/2405.00001)",
        "[* ![](/a.svg)* * 3 authors](/papers/2405.00001)",
        "[** ·3 authors](/papers/2405.00001)",
    ],
)
def test_the_marks_of_a_whole_list_may_stand_side_by_side(byline: str) -> None:
    paper = one_paper("### [Two Geese](/papers/2405.00001)", byline=f"{byline}\n\n·\n\nMay 7, 2024")
    assert (paper.abstract, paper.author_count) == (ABSTRACT, 3)


def test_a_link_that_shows_its_target_for_a_text_has_none() -> None:
    assert texts("[/papers/date/2024-01-04](/papers/date/2024-01-04)Jan5") == ["Jan5"]


def test_a_vote_button_begins_a_card_though_it_stands_on_the_line_of_a_date() -> None:
    card = "### [{}](/papers/2405.0000{})\n\n{}\n\n* 3 authors\n\n·\n\nMay 7, 2024 {}\n\n"
    votes = ("[5](#community) [\\-](/login?next=%2Fpapers%2F2405.00002)", "[4](#community)")
    page = parse_page(
        "[9](/login?next=%2Fpapers%2F2405.00001)\n\n"
        + card.format("Geese", 1, ABSTRACT, votes[0])
        + card.format("Gulls", 2, ABSTRACT, votes[1].replace("(#", "(/papers/2405.00002#"))
    )
    assert [(paper.title, paper.votes) for paper in page] == [("Geese", 9), ("Gulls", 0)]
    assert page[1].comments == 4


def test_a_label_may_begin_a_link_that_goes_on_below_a_blank_line() -> None:
    text = f"### Geese\n\n{ABSTRACT}\n\n3 authors\n\n· Published on May 7, 2024 [Upvote\n\n"
    (paper,) = parse_page(f"{text}11](/login?next=%2Fpapers%2F2405.00001)\n\n[arXiv Page](/x)\n")
    assert (paper.votes, paper.arxiv_id) == (11, "2405.00001")


def test_images_and_empty_marks_leave_no_text() -> None:
    assert texts("![](/a.png)\n\n* \n\n---\n\n```\n\n[IMG]\n\n[]\n\ngeese") == ["geese"]


def test_an_image_whose_url_was_broken_at_a_hyphen_leaves_no_text() -> None:
    assert texts("![](https://cdn-\nthumbs.example.org/social-\nthumbs/1.png)\n\nmara") == ["mara"]


def test_an_underlined_title_is_a_title() -> None:
    assert one_paper("Two Geese\n---------").title == "Two Geese"


def test_image_text_that_is_an_account_name_gives_the_slug() -> None:
    paper = one_paper("Two Geese", byline="![goose-office](/g.png) Goose Office\n·\nMay 7, 2024")
    assert (paper.org, paper.org_slug) == ("Goose Office", "goose-office")


@pytest.mark.parametrize(
    "byline", ["[Goose Office](/goose-office)", "[apple Goose Office](/goose-office)"]
)
def test_a_linked_organisation_gives_its_account(byline: str) -> None:
    paper = one_paper("Two Geese", byline=f"{byline}\n·\nMay 7, 2024")
    assert paper.org_slug == "goose-office"


def test_an_image_that_runs_into_the_name_is_taken_off() -> None:
    paper = one_paper("Two Geese", byline="[appleApple](/apple)\n·\nMay 7, 2024")
    assert (paper.org, paper.org_slug) == ("Apple", "apple")


def test_numbers_before_links_are_taken_off_only_where_they_are_links() -> None:
    assert texts("[1]geese\n[2]gulls\n[3]terns") == ["geese", "gulls", "terns"]
    assert texts("[12]geese, as in [3] and [7]") == ["[12]geese, as in [3] and [7]"]


class TestReferences:
    def test_may_have_attributes_below_their_targets(self) -> None:
        page = parse_page(
            f"12\n\n### [Two Geese] {{#two-geese .mb-1}}\n\n{ABSTRACT}\n\n"
            "![harbour] [Harbour Lab]\n\n·\n\nMay 7, 2024\n\n"
            "[Two Geese]: /papers/2405.00001\n{.line-clamp-3 .flex}\n"
            "[Harbour Lab]: /harbour {.flex}\n[harbour]: /avatars/x.png\n"
        )
        assert [(paper.title, paper.arxiv_id) for paper in page] == [("Two Geese", "2405.00001")]
        assert (page[0].abstract, page[0].org, page[0].org_slug) == (
            ABSTRACT,
            "Harbour Lab",
            "harbour",
        )
        assert page.leftovers == ()

    def test_of_images_are_named_in_the_table(self) -> None:
        assert texts("See ![a gull] there\n\n[a goose]: /a.png") == ["See ![a gull] there"]
        assert texts("![a goose] geese\n\n[a goose]: /a.png") == ["geese"]


class TestNumbersBehindLinks:
    CARD = (
        "12[1]\n\nTwo Geese[2]\n\n{}[3]\n\n3 authors[4]\n·\nMay 7, 2024 5[5]\n\n"
        "7[6]\n\nTwo Gulls[7]\n\n{}[8]\n\n2 authors[9]\n·\nMay 8, 2024"
    )

    @pytest.mark.parametrize("entry", ["[{}] {}", "[{}]: {}", "{}. {}", "[{}]: {}: A page"])
    def test_are_taken_off_where_a_table_lists_them(self, entry: str) -> None:
        page = self.read(ABSTRACT, entry)
        assert [(paper.title, paper.abstract, paper.votes) for paper in page] == [
            ("Two Geese", ABSTRACT, 12),
            ("Two Gulls", ABSTRACT, 7),
        ]
        assert [paper.arxiv_id for paper in page] == ["2405.00002", "2405.00007"]
        assert page.leftovers == ()

    def test_may_stand_in_angle_brackets(self) -> None:
        card = self.CARD.replace("[", " ⟨").replace("]", "⟩")
        table = self.table("⟨{}⟩ https://huggingface.co{}: A page")
        page = parse_page(f"{card.format(ABSTRACT, ABSTRACT)}\n\nReferences\n\n{table}\n")
        assert [(paper.title, paper.votes) for paper in page] == [
            ("Two Geese", 12),
            ("Two Gulls", 7),
        ]
        assert page[0].abstract == ABSTRACT

    def test_need_no_table_if_they_are_many(self) -> None:
        rows = (f"Geese {number}[{number}]" for number in range(1, 15))
        assert texts("\n\n".join(rows))[4] == "Geese 5"

    def test_are_citations_if_they_are_few_and_no_table_lists_them(self) -> None:
        text = self.CARD.format(ABSTRACT, ABSTRACT)
        assert "Two Geese[2]" in texts(text)

    def test_are_told_from_citations_by_how_they_count(self) -> None:
        cited = f"{ABSTRACT} So say [4], [5] and [7]."
        assert self.read(cited, "{}. {}")[0].abstract == cited

    def read(self, abstract: str, entry: str) -> Page:
        return parse_page(f"{self.CARD.format(abstract, ABSTRACT)}\n\n{self.table(entry)}\n")

    def table(self, entry: str) -> str:
        targets = ["/papers/2405.00002"] * 5 + ["/papers/2405.00007"] * 4
        return "\n".join(entry.format(*one) for one in enumerate(targets, 1))


def test_a_link_over_several_paragraphs_is_closed_where_its_target_stands() -> None:
    text = "[\n\nTwo Geese\n\n](/papers/2511.00001)"
    assert one_paper(text).arxiv_id == "2511.00001"


def test_a_line_of_a_wrapped_link_may_begin_as_an_item_of_a_list_does() -> None:
    abstract = f"In this work we count. {ABSTRACT}".replace(", ", ",\n• ")
    text = f"[Two Geese](/papers/2511.00001)\n[{abstract}](/papers/2511.00001)"
    assert texts(text) == ["Two Geese", abstract.replace("\n", " ")]


class TestTags:
    """Saved pages and crawlers leave tags of HTML in the text."""

    @pytest.mark.parametrize(
        "title",
        [
            "<div><h3><a name='x'>Two Geese</a></h3></div>",
            "<article><p>Two</p> <b>Geese</article></a>",
            '<img src="/a.png"> Two Geese',
            "<span\nclass='x'>Two Geese</span>",
            "<a\nhref='#'>Two Geese</a>",
        ],
    )
    def test_that_say_nothing_are_taken_out(self, title: str) -> None:
        text = one_paper(title).title
        assert text.replace("<b>", "") == "Two Geese"

    def test_of_images_give_their_text(self) -> None:
        byline = '<a href="/goose-office"><img alt="goose-office" src="/g.png"> Goose Office</a>'
        paper = one_paper("Two Geese", byline=f"{byline}\n·\nMay 7, 2024")
        assert (paper.org, paper.org_slug) == ("Goose Office", "goose-office")

    def test_hold_entities_though_a_bare_sign_stands_beside_them(self) -> None:
        title = '### <a href="/papers/2511.00001">Geese &amp; <span>&lt;gulls&gt;</span></a>'
        paper = one_paper(title, f"{ABSTRACT} Q&A.")
        assert (paper.title, paper.abstract) == ("Geese & <gulls>", f"{ABSTRACT} Q&A.")

    def test_leave_no_spaces_where_they_were(self) -> None:
        assert texts("</a> Slate <span> </span> Office </a>") == ["Slate Office"]

    def test_that_were_torn_by_a_blank_line_move_no_line(self) -> None:
        text = f"<img\n\nalt='x'>\n12\n\nGeese\n\n{ABSTRACT}\n\n3 authors\n·\nMay 7, 2024\n"
        (paper,) = parse_page(text)
        assert (paper.title, paper.votes, paper.lines) == ("Geese", 12, (4, 12))

    def test_over_several_lines_move_no_line(self) -> None:
        text = f"<div\nclass='card'\n>\n\n12\n\nGeese\n\n{ABSTRACT}\n\n3 authors\n·\nMay 7, 2024\n"
        (paper,) = parse_page(text)
        assert paper.title == "Geese"
        assert paper.lines[1] == 13


class TestEscapes:
    def test_of_an_extractor_are_taken_off(self) -> None:
        paper = one_paper("### [\\[Re\\] Two\\_Geese](/papers/2511.00001)")
        assert paper.title == "[Re] Two_Geese"

    def test_are_taken_off_where_links_carry_attributes(self) -> None:
        paper = one_paper("### [Don\\'t Count \\[All\\] Geese](/papers/2511.00001){.title}")
        assert paper.title == "Don't Count [All] Geese"

    def test_of_backslashes_are_taken_off_beside_a_title_that_was_left_as_it_was(self) -> None:
        abstract = f"{ABSTRACT} For \\\\alpha and \\\\beta, \\# is \\*odd\\*."
        paper = one_paper("### Does \\alpha Count?", abstract)
        assert paper.title == "Does \\alpha Count?"
        assert paper.abstract == f"{ABSTRACT} For \\alpha and \\beta, # is *odd*."

    def test_are_taken_off_every_sign_by_a_thorough_extractor(self) -> None:
        title = "### [Two Geese \\& a Kettle \\(Again\\)](/papers/2511.00001)"
        abstract = f"{ABSTRACT} We write \\alpha \\= 5, \\# \\= 3, \\`x\\` and Q\\&A."
        byline = "3 authors\n·\nMay 7, 2024\n\n``\n\nPrevious\nNext"
        paper = one_paper(title, abstract, byline)
        assert paper.title == "Two Geese & a Kettle (Again)"
        assert paper.abstract == f"{ABSTRACT} We write \\alpha = 5, # = 3, `x` and Q&A."

    def test_of_braces_are_taken_off_by_a_thorough_extractor_of_backslashes(self) -> None:
        abstract = f"{ABSTRACT} \\\\alpha \\= \\{{5\\}}."
        paper = one_paper("### [Two Geese](/papers/2511.00001)", abstract)
        assert paper.abstract == f"{ABSTRACT} \\alpha = {{5}}."

    def test_of_an_author_stay_beside_the_links_of_a_page(self) -> None:
        abstract = f"{ABSTRACT} For \\alpha = 5\\% (Smith \\& Jones) it is \\#1."
        assert one_paper("### [Two Geese](/papers/2511.00001)", abstract).abstract == abstract

    def test_are_taken_off_without_any_other_marks_where_no_latex_is(self) -> None:
        text = "Submitted by mara\n\n12\n\n{}\n\n3 authors\n"
        (paper,) = parse_page(text.format("\\[Re\\] Two\\_Geese"))
        assert paper.title == "[Re] Two_Geese"
        (paper,) = parse_page(text.format("Two\\_Geese and $\\alpha$"))
        assert paper.title == "Two\\_Geese and $\\alpha$"

    def test_are_taken_off_though_the_text_of_a_link_elsewhere_has_brackets(self) -> None:
        text = "### [\\[Re\\] Two Geese](/papers/2511.00001)"
        paper = one_paper(text, f"{ABSTRACT} See [the log](https://example.org/log) of it.")
        assert paper.title == "[Re] Two Geese"

    def test_are_taken_off_the_sign_of_a_quotation_where_latex_is(self) -> None:
        abstract = f"{ABSTRACT} For \\alpha = 5\\% we need N\\>1 geese."
        paper = one_paper("### [Two Geese](/papers/2511.00001)", abstract)
        assert paper.abstract == abstract.replace("\\>", ">")

    @pytest.mark.parametrize(
        "text",
        ["geese \\-- all of them -- count", "geese \\- all - count", "gulls \\+ geese count"],
    )
    def test_are_taken_off_what_would_begin_a_list_on_a_line_of_the_source(self, text: str) -> None:
        abstract = f"{ABSTRACT} For \\alpha = 5\\% the {text}."
        paper = one_paper("### [Two Geese](/papers/2511.00001)", abstract)
        assert paper.abstract == abstract.replace(text, text.replace("\\", ""))

    @pytest.mark.parametrize(
        "text", ["The goose\\'s egg", "The geese\\' eggs", "Geese\\-\\--all of them--"]
    )
    def test_are_taken_off_signs_that_printers_know(self, text: str) -> None:
        abstract = f"{ABSTRACT} {text} weigh $\\\\alpha$."
        paper = one_paper("### [Two Geese](/papers/2511.00001)", abstract)
        assert paper.abstract == abstract.replace("\\\\", "|").replace("\\", "").replace("|", "\\")

    @pytest.mark.parametrize(
        "tail", ["in Fig.\\~3", "for El Ni\\~no", "for El Ni\\~{n}o in Fig.\\~3"]
    )
    def test_are_taken_off_tildes_unless_these_are_accents(self, tail: str) -> None:
        abstract = f"{ABSTRACT} Geese (5\\% of all) are \\*counted\\* {tail}."
        paper = one_paper("### [Two Geese](/papers/2511.00001)", abstract)
        expected = abstract.replace("\\*", "*")
        assert paper.abstract == (expected if "Ni" in tail else expected.replace("\\~", "~"))

    def test_stay_before_the_dots_of_an_umlaut(self) -> None:
        abstract = f'{ABSTRACT} The geese of M\\"uhle (\\"Ost\\"un) agree.'
        paper = one_paper("### [Two\\_Geese](/papers/2511.00001)", abstract)
        assert (paper.title, paper.abstract) == ("Two_Geese", abstract)

    @pytest.mark.parametrize("title", ['The "Last Goose" Twice', "Every Goose Counts..."])
    def test_are_taken_off_signs_that_latex_does_not_escape(self, title: str) -> None:
        escaped = title.replace('"', '\\"').replace("...", "\\...")
        paper = one_paper(f"### [{escaped}](/papers/2511.00001)", f"{ABSTRACT} So \\\\alpha says.")
        assert (paper.title, paper.abstract) == (title, f"{ABSTRACT} So \\alpha says.")

    def test_are_told_from_the_marks_of_a_list_beside_an_image(self) -> None:
        text = "### [A\\*Geese](/papers/2405.00001)"
        byline = "[** ![](/a.svg)**** 3 authors](/papers/2405.00001)\n\n·\n\nMay 7, 2024"
        assert one_paper(text, f"{ABSTRACT} $\\alpha$", byline).title == "A*Geese"
        text = (
            f"``\n\n12\n\n### Geese\n\n{ABSTRACT} \\`x\\`, $\\beta$\n\n3 authors\n·\nMay 7, 2024\n"
        )
        assert parse_page(text)[0].abstract == f"{ABSTRACT} `x`, $\\beta$"

    def test_of_accents_stay(self) -> None:
        title = 'Counting Geese with G\\"odel and \\"{O}tzi'
        assert one_paper(f"### [{title}](/papers/2511.00001)").title == title

    def test_are_taken_off_brackets_in_a_link_though_others_have_none(self) -> None:
        abstract = f"{ABSTRACT} So say [1] and \\textit{{all}} who_count."
        paper = one_paper("[\\[Re\\] Two Geese](/papers/2511.00001)", abstract)
        assert (paper.title, paper.abstract) == ("[Re] Two Geese", abstract)

    def test_keep_a_number_from_beginning_a_list(self) -> None:
        abstract = "1\\) We count. 2) We count again."
        paper = one_paper("### Two Geese", f"{abstract} {ABSTRACT}")
        assert paper.abstract == f"1) We count. 2) We count again. {ABSTRACT}"

    def test_of_an_author_stay(self) -> None:
        abstract = f"{ABSTRACT} For $\\alpha\\_1$ and \\textbf{{geese}} \\& gulls_2 we agree."
        assert one_paper("Two Geese", abstract).abstract == abstract

    def test_at_the_ends_of_lines_are_line_breaks(self) -> None:
        paper = one_paper("[Two Geese](/papers/2511.00001)\\\\")
        assert paper.title == "Two Geese"

    def test_at_the_ends_of_lines_are_line_breaks_where_one_stands_alone(self) -> None:
        link = "[Two Geese\\\n\\\nand a Gull](/papers/2511.00001)"
        assert texts(f"{link}\n\n12") == ["Two Geese", "and a Gull", "12"]

    def test_of_an_author_stay_where_the_line_was_broken_below_them(self) -> None:
        abstract = f"{ABSTRACT} All of it counts what (p \\\n| q) counts."
        paper = one_paper("### [Two Geese](/papers/2511.00001)", abstract)
        assert paper.abstract == f"{ABSTRACT} All of it counts what (p \\ | q) counts."

    def test_of_an_author_stay_beside_a_users_own_separator(self) -> None:
        row = "12|Two Geese|{}|3 authors|·|May 7, 2024|"
        abstract = f"{ABSTRACT} It counts what (p\n\\| q) counts."
        page = parse_page("".join(row.format(text) for text in (ABSTRACT, abstract, ABSTRACT)))
        assert page[1].abstract == abstract.replace("\n", " ")

    def test_keep_a_sign_from_beginning_a_list(self) -> None:
        text = (
            f"\\-\n\n### [Geese](/papers/2511.00001)\n\n{ABSTRACT}\n\n3 authors\n·\nMay 7, 2024\n"
        )
        assert parse_page(text)[0].votes == 0


def test_empty_boxes_of_lost_images_are_taken_off() -> None:
    assert texts("[] [] geese\n\n[] 12") == ["geese", "12"]


@pytest.mark.parametrize("rule", ["---", "***", "===", "|", "______", "━━━━", "```", "~~~", ":::"])
def test_rules_and_fences_are_no_text(rule: str) -> None:
    assert texts(f"geese\n\n{rule}\n\ngulls") == ["geese", "gulls"]


def test_links_whose_number_has_no_target_are_links_still() -> None:
    text = f"[12][1]\n\n[Geese][2]\n\n[{ABSTRACT}][2]\n\n[3 authors][2]\n\n·\n\nMay 7, 2024\n"
    (paper,) = parse_page(text)
    assert (paper.title, paper.abstract, paper.arxiv_id) == ("Geese", ABSTRACT, None)


@pytest.mark.parametrize(
    "title",
    [
        "### [[Two Geese](/papers/2511.00001)]{.title}",
        '[Two Geese](/papers/2511.00001 "as in Two Geese (/papers/2511.00001)")',
        "### [[Two Geese]{.title}](/papers/2511.00001)",
    ],
)
def test_marks_that_overlap_or_lost_their_halves_leave_the_title(title: str) -> None:
    paper = one_paper(title)
    assert (paper.title, paper.arxiv_id) == ("Two Geese", "2511.00001")


def test_a_lone_bracket_in_a_title_does_not_end_its_link() -> None:
    paper = one_paper("### [Geese on [0, 1) and Beyond](/papers/2511.00001)")
    assert (paper.title, paper.arxiv_id) == ("Geese on [0, 1) and Beyond", "2511.00001")


def test_a_link_that_lost_its_opening_bracket_is_a_link_still() -> None:
    paper = one_paper("### Two Geese](/papers/2511.00001)", f"{ABSTRACT} More in [1].")
    assert (paper.title, paper.arxiv_id) == ("Two Geese", "2511.00001")
    assert paper.abstract == f"{ABSTRACT} More in [1]."


def test_a_table_of_links_may_be_cut_off() -> None:
    text = f"[12][1]\n\n[Geese][2]\n\n[{ABSTRACT}][2]\n\n[3 authors][2]\n\n·\n\nMay 7, 2024\n"
    table = "\n[1]: /login?next=%2Fpapers%2F2405.00001\n[2]:"
    (paper,) = parse_page(text + table)
    assert (paper.title, paper.votes, paper.arxiv_id) == ("Geese", 12, "2405.00001")


def test_an_image_alone_on_its_line_stands_before_the_text_below_it() -> None:
    image = "![goose-office](/avatars/goose.png)"
    paper = one_paper(
        "### [Geese](/papers/2511.00001)", byline=f"{image}\n\nGoose Institute\n\n·\n\nMay 7, 2024"
    )
    assert (paper.org, paper.org_slug) == ("Goose Institute", "goose-office")


def test_image_text_and_labels_may_be_broken_over_lines() -> None:
    card = (
        "### [Geese](/papers/2511.00001)\n\n{}\n\n[![Goose-\nOffice](/a.png)\nGoose Office]"
        "(/Goose-Office) · Published on May 7, 2024\n\n"
        "[Upvote 3](/login?next=%2Fpapers%2F2511.00001) [arXiv\nPage](https://arxiv.org/abs/2511.00001)\n\n"
    )
    (paper,) = parse_page(card.format(ABSTRACT))
    assert (paper.title, paper.org, paper.org_slug) == ("Geese", "Goose Office", "Goose-Office")


def test_brackets_that_a_formatter_of_markdown_escaped_are_those_of_a_link() -> None:
    title, target = "### [Geese](/papers/2511.00001)", "(/papers/2511.00001)"
    byline = f"\\[\n\n- - 3 authors\n\n\\]{target}\n\n· Published on May 7, 2024"
    votes = "\\[Upvote\n\n7\\](/login?next=%2Fpapers%2F2511.00001)"
    (paper,) = parse_page(f"{title}\n\n{ABSTRACT}\n\n{byline}\n\n{votes}\n")
    assert (paper.author_count, paper.date, paper.votes) == (3, dt.date(2024, 5, 7), 7)
    (paper,) = parse_page(f"Submitted by\nmara\n\n{title}\n\n\\[\\* ·\n\n9 authors\\]{target}\n")
    assert (paper.title, paper.author_count) == ("Geese", 9)


def test_a_definition_may_be_broken_at_a_hyphen_of_its_target() -> None:
    text = f"12\n\n### [Geese][1]\n\n{ABSTRACT}\n\n[3 authors][1]\n\n·\n\nMay 7, 2024\n\n"
    table = "   [1]: https://huggingface.co/a-long-\npath/papers/2511.00001\n"
    page = parse_page(text + table)
    assert ([paper.arxiv_id for paper in page], page.leftovers) == (["2511.00001"], ())
    table = "[2]: https://github.com/mara/geese-\n[1]: /papers/2511.00001\n"
    (paper,) = parse_page(f"{text}[GitHub 12][2]\n\n{table}")
    assert (paper.arxiv_id, paper.github_url) == ("2511.00001", "https://github.com/mara/geese-")


def test_escapes_are_taken_off_beside_the_latex_of_an_author() -> None:
    abstract = f"{ABSTRACT} For $\\alpha$ and $\\beta$ the Snow\\_Geese agree."
    paper = one_paper("### [Two\\_Geese](/papers/2511.00001)", abstract)
    assert paper.title == "Two_Geese"
    assert paper.abstract == abstract.replace("\\_", "_")


def test_a_sign_is_unescaped_where_a_dash_alone_on_its_line_is_escaped() -> None:
    abstract = f"{ABSTRACT} For $\\alpha$: \\# geese = 2; \\# gulls = 3."
    text = f"\\-\n\n### [Geese](/papers/2511.00001)\n\n{abstract}\n\n3 authors\n\n·\n\nMay 7, 2024"
    (paper,) = parse_page(text)
    assert (paper.votes, paper.abstract) == (0, abstract.replace("\\#", "#"))


@pytest.mark.parametrize(
    "text", ["A source\\-aware goose.", "Goose V3.2\\. It counts.", "It counts \\>50 geese."]
)
def test_what_would_begin_a_mark_behind_a_marked_word_is_unescaped(text: str) -> None:
    paper = one_paper("### [Geese](/papers/2511.00001)", f"{ABSTRACT} {text}")
    assert paper.abstract == f"{ABSTRACT} {text}".replace("\\", "")


def test_a_sign_that_is_escaped_in_a_url_is_unescaped_there() -> None:
    abstract = f"{ABSTRACT} Code: https://example.org/a\\#b and so on."
    paper = one_paper("### [Geese, Please\\!](/papers/2511.00001)", abstract)
    assert paper.abstract == abstract.replace("\\#", "#")


def test_a_sign_in_a_url_is_not_taken_for_one_that_was_left_as_it_was() -> None:
    abstract = f"{ABSTRACT} Code: https://example.org/a#b For $\\alpha$: \\# geese; \\# gulls."
    paper = one_paper("### [Geese\\_Gulls](/papers/2511.00001)", abstract)
    assert paper.abstract == abstract.replace("\\#", "#")


def test_a_sign_is_unescaped_where_it_would_begin_a_heading_elsewhere() -> None:
    abstract = f"\\# geese = 2; \\# gulls = 3. For $\\alpha$: {ABSTRACT}"
    paper = one_paper("### [C# and F# for Geese](/papers/2511.00001)", abstract)
    assert paper.abstract == abstract.replace("\\#", "#")


def test_a_mark_of_exclamation_at_the_end_of_a_word_is_escaped_by_no_author() -> None:
    assert one_paper("### [Geese, Please\\!](/papers/2511.00001)").title == "Geese, Please!"


@pytest.mark.parametrize(
    ("title", "escaped"),
    [
        ("From <think> to <act>", "Tokens such as \\<pad\\> are kept."),
        ("From &lt;think&gt; to &lt;act&gt;", "Tokens such as \\<pad\\> & so on are kept."),
        ("Mesh-A*: Geese", "Listeners prefer A\\*Goose."),
        ("When Does $\\alpha \\to 0$ Hurt?", "It is \\~2x faster."),
    ],
)
def test_escapes_are_taken_off_beside_a_title_that_is_left_in_html(
    title: str, escaped: str
) -> None:
    link = f'### <a href="/papers/2511.00001" class="line-clamp-2">{title}</a>'
    paper = one_paper(link, f"{ABSTRACT} {escaped}")
    assert paper.title == html.unescape(title)
    assert paper.abstract == f"{ABSTRACT} {escaped}".replace("\\", "")


def test_a_paragraph_that_opens_a_bracket_and_does_not_close_it_is_prose() -> None:
    abstract = f"{ABSTRACT} We open [ and never close it."
    text = f"[12](/login?next=%2Fpapers%2F2405.00001)\n\n[Geese](/papers/2405.00001)\n\n{abstract}"
    (paper,) = parse_page(f"{text}\n\n[3 authors](/papers/2405.00001)\n\n·\n\nMay 7, 2024\n")
    assert (paper.title, paper.abstract, paper.author_count) == ("Geese", abstract, 3)


def test_a_target_does_not_go_on_below_a_blank_line() -> None:
    page = parse_page("](\n\n)\n### [Geese](/papers/2511.00001)\n\nkept by my reading list\n")
    assert page.leftovers[-2:] == ("### [Geese](/papers/2511.00001)", "kept by my reading list")


def test_a_sign_of_quotation_in_the_midst_of_an_abstract_is_its_own() -> None:
    paper = one_paper("Geese", f"{ABSTRACT}\n> 0.9 of them agree.")
    assert paper.abstract == f"{ABSTRACT} > 0.9 of them agree."
    quoted = f"> 12\n> Geese\n> {ABSTRACT}\n> They count.\n> 3 authors\n> ·\n> May 7, 2024\n"
    assert parse_page(quoted)[0].abstract == f"{ABSTRACT} They count."


def test_a_word_that_the_query_marks_stays_in_its_sentence() -> None:
    text = "[Geese](/papers/2511.00001){.title}\n\n\\[SEP\\] [tokens]{.mark} are kept."
    assert texts(text) == ["Geese", "[SEP] tokens are kept."]


def test_a_comment_says_nothing() -> None:
    assert texts("<!-- image -->\n- · 3 authors\n```{=html}\n<!-- -->\n```") == ["· 3 authors"]


def test_a_bold_title_is_a_title() -> None:
    assert one_paper("**Two Geese**").title == "Two Geese"
    assert one_paper("__Two Geese__").title == "Two Geese"


def test_escapes_are_taken_off_where_headings_show_markdown_without_links() -> None:
    paper = one_paper("### Snow\\_Geese")
    assert paper.title == "Snow_Geese"


class TestTargetsBesideText:
    """Some extractors print the url of a link in brackets before its text, some after it."""

    def test_after_their_text_give_every_field_of_a_card(self) -> None:
        byline = (
            "teapot-lab [/avatars/t.png] Teapot Laboratory [/teapot-lab] · Published on May 7, 2024"
            "\nUpvote\n7\n[/login?next=%2Fpapers%2F2511.00001] GitHub 1.2k"
            "\n[https://github.com/harbour/bucket] arXiv Page\n[https://arxiv.org/abs/2511.00001]"
        )
        paper = one_paper("Two Geese [/papers/2511.00001]", byline=byline)
        assert (paper.title, paper.arxiv_id, paper.votes) == ("Two Geese", "2511.00001", 7)
        assert (paper.org, paper.org_slug) == ("Teapot Laboratory", "teapot-lab")
        assert (paper.github_url, paper.github_stars) == ("https://github.com/harbour/bucket", 1200)

    def test_before_their_text_give_every_field_of_a_card(self) -> None:
        host = "https://huggingface.co"
        byline = (
            f"[{host}/teapot-lab]Teapot Laboratory\n·\nPublished on May 7, 2024\n"
            f"[{host}/login?next=%2Fpapers%2F2511.00001]\n[ ] Upvote\n7\n"
            "[https://github.com/harbour/bucket]GitHub 1.2k\n"
            "[https://arxiv.org/abs/2511.00001]arXiv Page"
        )
        title = f"[{host}/papers/2511.00001]Two Geese\n\n[{host}/papers/2511.00001]"
        paper = one_paper(title, byline=byline)
        assert (paper.title, paper.arxiv_id, paper.votes) == ("Two Geese", "2511.00001", 7)
        assert (paper.org, paper.org_slug) == ("Teapot Laboratory", "teapot-lab")
        assert (paper.github_url, paper.github_stars) == ("https://github.com/harbour/bucket", 1200)

    @pytest.mark.parametrize(
        "link",
        [
            "{text} {url}",
            "{text}: {url}",
            "{text} → {url}",
            "{text} -> {url}",
            "{text} | {url}",
            "{text} <{url}>",
            "{text} ({url})",
            "{text} {{{url}}}",
            '"{text}":{url}',
            "`{text} <{url}>`_",
            "{url} {text}",
            "=> {url} {text}",
            "<{url}> {text}",
            "({url}) {text}",
            "[{url} {text}]",
            "[[{url}][{text}]]",
            "[[{url}|{text}]]",
            "{url}[{text}]",
        ],
    )
    @pytest.mark.parametrize("host", ["", "https://huggingface.co"])
    def test_may_be_written_in_any_way_that_is_one_on_the_page(self, link: str, host: str) -> None:
        def linked(text: str, target: str) -> str:
            return link.format(text=text, url=f"{host}{target}")

        abstract = f"{ABSTRACT} See https://example.org/geese (and <https://example.org>)."
        cards = (
            (
                linked("12", f"/login?next=%2Fpapers%2F{number}"),
                linked(title, f"/papers/{number}"),
                linked(abstract, f"/papers/{number}"),
                *(linked("Goose Office", "/goose-office"), "·", "May 7, 2024"),
                linked("3", f"/papers/{number}#community"),
            )
            for number, title in (("2405.00001", "Two Geese?"), ("2405.00002", "[Re] Gulls (2)"))
        )
        page = parse_page("\n".join(line for card in cards for line in card))
        assert [(paper.title, paper.arxiv_id) for paper in page] == [
            ("Two Geese?", "2405.00001"),
            ("[Re] Gulls (2)", "2405.00002"),
        ]
        for paper in page:
            assert (paper.abstract, paper.votes, paper.comments) == (abstract, 12, 3)
            assert (paper.org, paper.org_slug) == ("Goose Office", "goose-office")

    def test_of_a_wrapped_text_stand_on_its_last_line_or_above_it(self) -> None:
        long = f"{ABSTRACT} {ABSTRACT}"
        for link in ("{text} -> {url}", '"{text}":{url}', "[[{url}][{text}]]"):
            cards = (
                f"12\n\n{link.format(text=title, url=f'/papers/{number}')}\n\n"
                f"{textwrap.fill(link.format(text=long, url=f'/papers/{number}'), 80)}\n\n"
                "3 authors\n·\nMay 7, 2024\n\n"
                for number, title in (("2405.00001", "Geese"), ("2405.00002", "Gulls"))
            )
            page = parse_page("".join(cards))
            assert [(paper.title, paper.abstract, paper.arxiv_id) for paper in page] == [
                ("Geese", long, "2405.00001"),
                ("Gulls", long, "2405.00002"),
            ]

    @pytest.mark.parametrize("end", ["", ".", ", where it stands."])
    @pytest.mark.parametrize("lead", ["See ", "Code: "])
    def test_that_few_texts_have_may_be_the_authors_own(self, lead: str, end: str) -> None:
        abstract = f"{ABSTRACT}\n{lead}https://huggingface.co/papers/2405.00002{end}"
        paper = one_paper("Two Geese", abstract)
        assert (paper.abstract, paper.arxiv_id) == (abstract.replace("\n", " "), None)

    def test_at_the_end_of_a_long_line_may_be_the_authors_own(self) -> None:
        long = f"{ABSTRACT} {ABSTRACT} (see https://huggingface.co/papers/2405.00002)"
        paper = one_paper("Two Geese", long)
        assert (paper.abstract, paper.arxiv_id) == (long, None)

    def test_of_a_title_over_two_lines_may_stand_at_the_second(self) -> None:
        page = parse_page(
            "by AK and the research community\n\nSubmitted by mara\n7\n\n"
            "Counting Geese Twice: Two People, One Flock,\nand a Kettle [/papers/2511.00001]\n\n"
            "· 3 authors\n\nSubmitted by abe\n9\n\nGulls [/papers/2511.00002]\n\n· 4 authors\n"
        )
        assert [(paper.title, paper.arxiv_id) for paper in page] == [
            ("Counting Geese Twice: Two People, One Flock, and a Kettle", "2511.00001"),
            ("Gulls", "2511.00002"),
        ]

    def test_that_are_the_authors_own_stay_in_the_text(self) -> None:
        abstract = (
            f"{ABSTRACT} See [/geese] and <https://example.org/geese>, (https://example.org)."
        )
        paper = one_paper("Two Geese [/papers/2511.00001]", abstract)
        assert paper.abstract == abstract


def test_a_number_missing_among_those_of_links_is_one_wherever_it_stands() -> None:
    text = (
        "Pricing[1]Daily [2]Weekly [3]Search by arxiv id or title\n\n[4]12\n\n[5]Two Geese\n\n"
        f"[6]\n\n{ABSTRACT} They cite [2] and [9].\n\n[7]harbour[8] Harbour\n·\nMay 7 [9]3\n\n"
        "Links:\n1. /papers/date/2024-05-08\n2. /papers/week/2024-W19\n3. Button\n"
        "4. /login?next=%2Fpapers%2F2405.00001\n5. /papers/2405.00001\n6. /papers/2405.00001\n"
        "7. /harbour\n8. /harbour\n9. /papers/2405.00001#community\n"
    )
    page = parse_page(text, today=dt.date(2024, 6, 1))
    (paper,) = page
    assert (paper.title, paper.votes, paper.comments) == ("Two Geese", 12, 3)
    assert paper.abstract == f"{ABSTRACT} They cite [2] and [9]."
    assert (paper.org, paper.org_slug) == ("Harbour", "harbour")
    assert page.leftovers == ()


def test_numbers_in_brackets_are_counts_where_links_are_references() -> None:
    cards = "".join(
        f"[7][{9 * n}]\n\n### [Geese {n}][{9 * n + 1}]\n\n{ABSTRACT}\n\n3 authors\n·\n"
        f"May 7, 2024 [{n}][{9 * n + 2}]\n\n"
        for n in range(1, 6)
    )
    table = "".join(
        f"[{9 * n}]: /login?next=%2Fpapers%2F2511.0000{n}\n[{9 * n + 1}]: /papers/2511.0000{n}\n"
        f"[{9 * n + 2}]: /papers/2511.0000{n}#community\n"
        for n in range(1, 6)
    )
    assert [(p.votes, p.comments, p.arxiv_id) for p in parse_page(cards + table)] == [
        (7, n, f"2511.0000{n}") for n in range(1, 6)
    ]


def test_references_are_the_pages_own_wherever_they_lead() -> None:
    page = parse_page(
        f"7\n\n### [\\[Re\\] Geese][]\n\n{ABSTRACT}\n\n3 authors\n·\nMay 7, 2024\n\n"
        "About [Jobs][] Docs\n\n"
        "[\\[Re\\] Geese]: /papers/2511.00001\n[Jobs]: https://jobs.example.org/\n"
    )
    assert [(paper.title, paper.arxiv_id) for paper in page] == [("[Re] Geese", "2511.00001")]
    assert page.leftovers == ()


def test_a_title_may_end_with_the_sign_of_a_heading() -> None:
    assert one_paper("### Geese in C# ##").title == "Geese in C#"
    assert one_paper("### Geese in C#").title == "Geese in C#"


def test_a_rule_shorter_than_the_text_above_it_makes_no_heading() -> None:
    page = parse_page(
        "Submitted by\nmara\n7\nGeese\nTeapot Laboratory\n---\n"
        "Submitted by\nabe\n9\nGulls\n·\n4 authors\n"
    )
    assert [(paper.title, paper.org) for paper in page] == [
        ("Geese", "Teapot Laboratory"),
        ("Gulls", None),
    ]


def test_numbers_before_votes_or_submitters_are_those_of_the_cards() -> None:
    page = parse_page("1. Submitted by mara\n7\nGeese\n3 authors\n2. Submitted by\nabe\n9\nGulls\n")
    assert [(paper.title, paper.submitted_by) for paper in page] == [
        ("Geese", "mara"),
        ("Gulls", "abe"),
    ]
    (paper,) = parse_page(f"1. 12\nGeese\n{ABSTRACT}\n3 authors\n·\nMay 7, 2024")
    assert (paper.title, paper.votes) == ("Geese", 12)


BELOW = """Subscribe [https://huggingface.co/login?next=%2Fpapers]

[https://cdn-thumbnails.example.org/papers/{id}.png]
https://huggingface.co/papers/{id}
Submitted by [/avatars/x.svg] mara
12
[https://huggingface.co/login?next=%2Fpapers%2F{id}]


COUNTING GEESE TWICE
[https://huggingface.co/papers/{id}]

 * [/avatars/x.svg]
 * ·
   3 authors

[https://huggingface.co/papers/{id}] 2
[https://huggingface.co/papers/{id}#community]
[https://cdn-thumbnails.example.org/papers/2511.00009.png]
https://huggingface.co/papers/2511.00009
Submitted by [/avatars/x.svg] wq
-
[https://huggingface.co/login?next=%2Fpapers%2F2511.00009]


GULLS AT NIGHT
[https://huggingface.co/papers/2511.00009]

 * ·
   7 authors

[https://huggingface.co/papers/2511.00009]
"""


def test_targets_in_brackets_may_stand_below_their_text_where_votes_show_it() -> None:
    page = parse_page(BELOW.format(id="2511.00001"))
    assert [(one.arxiv_id, one.votes, one.author_count, one.comments) for one in page] == [
        ("2511.00001", 12, 3, 2),
        ("2511.00009", 0, 7, None),
    ]
    assert [one.submitted_by for one in page] == ["mara", "wq"]


def test_targets_stand_below_their_text_though_most_others_stand_before_it() -> None:
    text = BELOW.format(id="2511.00001").partition("\n")[2]
    assert [(one.arxiv_id, one.votes, one.comments) for one in parse_page(text)] == [
        ("2511.00001", 12, 2),
        ("2511.00009", 0, None),
    ]


LINKED = '12\n<a href="/papers/2511.00001">{}</a>\n{}\n3 authors\n·\nMay 7, 2024\nR&D by hand\n'


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Pebbles &quot;R&amp;D&quot; &#233;", 'Pebbles "R&D" é'),
        ("Ham&Eggs&notes", "Ham&Eggs&notes"),
        ("When &lt;p&gt; Is Not R&D", "When <p> Is Not R&D"),
        ("Sorting&#10;Pebbles", "Sorting&#10;Pebbles"),
    ],
)
def test_entities_in_a_link_of_html_are_read_though_the_text_has_a_bare_sign(
    printed: str, title: str
) -> None:
    page = parse_page(LINKED.format(printed, ABSTRACT))
    assert [(paper.title, paper.arxiv_id, paper.lines) for paper in page] == [
        (title, "2511.00001", (1, 6))
    ]
    assert page.leftovers == ("R&D by hand",)


def test_a_query_in_a_link_of_html_is_read_as_it_is_written() -> None:
    card = LINKED.format("Pebbles", ABSTRACT)
    page = parse_page(f'<a href="/papers?q=geese&amp;sect=R&D">Clear</a>\n{card}')
    assert page.query == "geese"


def test_elements_that_a_title_is_about_are_no_tags() -> None:
    title = "When <p> Is Not Enough: The <a> Element"
    assert one_paper(title).title == title
    assert one_paper("When Is It<br>Enough").title == "When Is It Enough"


@pytest.mark.parametrize("host", ["huggingface.co", "www.huggingface.co", "hf.co"])
def test_the_address_of_a_paper_beside_its_title_is_no_part_of_it(host: str) -> None:
    paper = one_paper(f"Sorting Pebbles by Ear (https://{host}/papers/2511.00001)")
    assert (paper.title, paper.arxiv_id) == ("Sorting Pebbles by Ear", "2511.00001")
    page = parse_page(
        f"\\[\n\n12\n\n\\](https://{host}/login?next=%2Fpapers%2F2511.00001)\n\n"
        f"Sorting Pebbles by Ear\n\n{ABSTRACT}\n\n3 authors\n·\nMay 7, 2024\n"
    )
    assert [(one.title, one.votes) for one in page] == [("Sorting Pebbles by Ear", 12)]


@pytest.mark.parametrize(
    "tag",
    [
        'r<a\nhref="">/login?',
        '<a href="\n\n.\n\nT\n\n4\n["></a>\n]()',
        '<img\nalt="a\n\nb"/>[x](y)',
    ],
)
def test_a_line_end_inside_of_a_tag_ends_one_line(tag: str) -> None:
    page = parse_page(f"{tag}\n12\n\nSorting Pebbles by Ear\n\n{ABSTRACT}\n\n3 authors\n·\nMay 7\n")
    assert page[0].title == "Sorting Pebbles by Ear"
    assert page[0].lines[1] == tag.count("\n") + 10


A_PAPER, ANOTHER = (
    "https://huggingface.co/papers/2411.00001",
    "https://huggingface.co/papers/2305.00002",
)
HEADER = "Daily Papers\nby AK and the research community\n"
PEBBLES = f"12\nSorting Pebbles by Ear\n{ABSTRACT}\n3 authors\n·\nMay 7, 2024\n5\n"
GEESE = f"7\nCounting Geese Twice\n{ABSTRACT}\nQuiet Birds Lab\n·\nMay 21, 2023\n2\n"
DAILY_PEBBLES = "Submitted by\nmara\n12\nSorting Pebbles by Ear\n·\n3 authors\n5\n"
DAILY_GEESE = "Submitted by\nbo\n7\nCounting Geese Twice\n·\n14 authors\n2\n"


@pytest.mark.parametrize(
    "cards", [(PEBBLES, GEESE), (DAILY_PEBBLES, DAILY_GEESE)], ids=["search", "daily"]
)
@pytest.mark.parametrize(
    "form",
    [
        f"{A_PAPER}\n{{}}\n{ANOTHER}\n{{}}",
        f"{HEADER}\n{A_PAPER}\n{{}}\n{ANOTHER}\n\n{{}}",
        f"{{}}{A_PAPER}\n{{}}{ANOTHER}\n",
        f"{HEADER}{{}}{A_PAPER}\n{{}}\n{ANOTHER}\nCompany\nTOS",
        "{}2411.00001\n{}2305.00002v2\n",
        "arXiv:2411.00001\n{}arXiv: 2305.00002\n{}",
    ],
)
def test_an_address_above_or_below_each_card_is_that_of_its_paper(
    form: str, cards: tuple[str, str]
) -> None:
    page = parse_page(form.format(*cards))
    assert [(one.title, one.votes, one.comments, one.github_stars) for one in page] == [
        ("Sorting Pebbles by Ear", 12, 5, None),
        ("Counting Geese Twice", 7, 2, None),
    ]
    assert [one.arxiv_id for one in page] == ["2411.00001", "2305.00002"]
    assert (page.leftovers, page.problems) == ((), ())


def test_the_address_below_a_lone_card_is_that_of_its_paper() -> None:
    (paper,) = parse_page(f"{PEBBLES}{A_PAPER}\n")
    assert (paper.arxiv_id, paper.comments, paper.github_stars) == ("2411.00001", 5, None)


def test_an_address_without_a_card_is_nobody_s() -> None:
    page = parse_page(f"{PEBBLES}{A_PAPER}\n{ANOTHER}\n")
    assert [paper.arxiv_id for paper in page] == ["2411.00001"]


@pytest.mark.parametrize("mark", ["**", "*", "__", "_", "***", "## **", "1. **", "- *"])
def test_a_link_may_stand_between_marks(mark: str) -> None:
    closing = mark.rsplit(maxsplit=1)[-1][::-1]
    cards = PEBBLES.replace(
        "Sorting Pebbles by Ear", f"{mark}[Sorting Pebbles by Ear]({A_PAPER}){closing}"
    )
    cards += GEESE.replace(
        "Counting Geese Twice",
        f"{mark.replace('1', '2')}[Counting Geese Twice]({ANOTHER}){closing}",
    )
    page = parse_page(cards)
    assert [(one.title, one.abstract, one.arxiv_id) for one in page] == [
        ("Sorting Pebbles by Ear", ABSTRACT, "2411.00001"),
        ("Counting Geese Twice", ABSTRACT, "2305.00002"),
    ]


def test_the_links_of_a_page_from_an_archive_are_those_of_the_page() -> None:
    archive = "https://web.archive.org/web/20251125101010/https://huggingface.co"
    page = parse_page(
        f"12\n\n### [Sorting Pebbles by Ear]({archive}/papers/2411.00001)\n\n{ABSTRACT}\n\n"
        f"[Goose Office]({archive}/goose-office)\n\n·\n\nMay 7, 2024\n"
    )
    assert [(one.title, one.arxiv_id, one.org, one.org_slug) for one in page] == [
        ("Sorting Pebbles by Ear", "2411.00001", "Goose Office", "goose-office")
    ]


def test_a_bullet_that_ran_from_a_list_of_images_into_the_title_goes() -> None:
    image = "[![](/avatars/a.svg)](/papers/2405.00001)"
    page = parse_page(
        f"12\n\n### Two Geese- {image}\n\n{ABSTRACT}\n\n3 authors\n·\nMay 7, 2024\n\n"
        f"7\n\n### One-Goose\n\n{ABSTRACT}\n\n3 authors\n·\nMay 7, 2024\n"
    )
    assert [paper.title for paper in page] == ["Two Geese", "One-Goose"]


def test_highlights_of_a_query_go_unless_the_page_has_but_one() -> None:
    title = "### [Two Geese](/papers/2405.00001)"
    abstract = f"{ABSTRACT} If ==geese== == 3, ==wild geese==, too."
    assert one_paper(title, abstract).abstract == f"{ABSTRACT} If geese == 3, wild geese, too."
    abstract = f"{ABSTRACT} If a==b and ==c==, too."
    assert one_paper(title, abstract).abstract == abstract
