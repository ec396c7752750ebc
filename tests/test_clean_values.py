r"""No mark stays in a value: what an extractor put there goes, what an author wrote stays."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from hfpapers import Page, parse_page

HOST = "https://huggingface.co"
TITLES = ("Sorting Amber Kettles: A Second Look at Old Boilers", "Counting Geese", "Weighing Lamps")
ABSTRACTS = (
    "We ask how far a keeper can get with a rope. The error falls by a third.",
    "Two people who count one rope never agree. We give a bound that is tight.",
    "A lantern is heavier when lit. We ask why, and find that it is the oil.",
)
#: The word of each behind which a line ends.
ENDS = ("Look at", "Counting", "Weighing", "can get", "count one", "when lit.")


def broken(texts: tuple[str, ...], end: str) -> tuple[str, ...]:
    """End a line in each text."""
    for word in ENDS:
        texts = tuple(text.replace(f"{word} ", f"{word}{end}", 1) for text in texts)
    return texts


def linked(titles: tuple[str, ...], abstracts: tuple[str, ...], end: str = "\\\\\n") -> str:
    """Write cards as crawlers do: every text a link, and `end` at each line end in a list."""
    cards = []
    login = f"{HOST}/login?next=%2Fpapers%2F2511.0000"
    for number, (title, abstract) in enumerate(zip(titles, abstracts, strict=True), 1):
        url = f"{HOST}/papers/2511.0000{number}"
        cards.append(
            f"[1{number}]({login}{number})\n\n### [{title}]({url})\n\n[{abstract}]({url})\n\n"
            f"[- ![]({HOST}/avatars/a.svg){end}- {number + 2} authors]({url})\n\n"
            "·\n\nAug 28, 2024\n\n"
        )
    return "".join(cards)


def plain(titles: tuple[str, ...], abstracts: tuple[str, ...], gap: str = "\n\n") -> str:
    """Write cards as text without any marks."""
    return "".join(
        f"1{number}{gap}{title}{gap}{abstract}{gap}{number + 2} authors\n·\nAug 28, 2024{gap}"
        for number, (title, abstract) in enumerate(zip(titles, abstracts, strict=True), 1)
    )


def values(page: Page) -> list[tuple[str, str | None]]:
    """Return titles and abstracts of a page that left no doubt."""
    assert not page.problems
    assert not page.leftovers
    return [(paper.title, paper.abstract) for paper in page]


WHOLE = list(zip(TITLES, ABSTRACTS, strict=True))
Write = Callable[[tuple[str, ...], tuple[str, ...]], str]


class TestAHardLineBreak:
    """Crawlers write a line end inside of a link as a backslash or two."""

    @pytest.mark.parametrize(
        "title", ["\\  ", "\\\\  ", "\\\n  ", "\\\\\n", "\\\n\\\n", "\n\n", "\n  "]
    )
    @pytest.mark.parametrize(
        "abstract", ["\\\\\n", "\\\n", "\\\\\n\\\\\n", "\\\n\\\n", "\\  ", "\n"]
    )
    def test_in_a_link_is_a_space(self, title: str, abstract: str) -> None:
        text = linked(broken(TITLES, title), broken(ABSTRACTS, abstract))
        assert values(parse_page(text)) == WHOLE

    def test_at_the_end_of_few_lines_is_its_authors(self) -> None:
        first = (
            "We show $\\begin{pmatrix} a \\\\\nb \\end{pmatrix}$ is\ntight. It is, up to\na third."
        )
        text = linked(TITLES, (first, *ABSTRACTS[1:]))
        assert values(parse_page(text))[0][1] == first.replace("\n", " ")
        text = linked(TITLES, ABSTRACTS, "\n").replace("get with", "get\\\\\nwith")
        assert values(parse_page(text))[0][1] == ABSTRACTS[0].replace("get with", "get\\\\ with")

    def test_that_stands_apart_is_latex(self) -> None:
        first = "We show $a & b \\\\ c & d$, Fig.\\ 3 of Quill et al.\\ and more of what it is."
        spaced = first.replace("\\\\ ", "\\\\  ")
        assert values(parse_page(linked(TITLES, (spaced, *ABSTRACTS[1:]))))[0][1] == first
        assert values(parse_page(plain(TITLES, (spaced, *ABSTRACTS[1:]))))[0][1] == first


class TestTheMarkOfAHeading:
    LONG = ("Sorting Amber Kettles: A Very Long Second Look at Old", "Boilers")
    WHOLE = (" ".join(LONG), *TITLES[1:])

    @pytest.mark.parametrize("end", ["\n### ", "\n  ### ", "\n\n### ", "\\\n### ", " ### ", "\n"])
    def test_before_each_line_of_a_linked_title_is_none_of_it(self, end: str) -> None:
        page = parse_page(linked((end.join(self.LONG), *TITLES[1:]), ABSTRACTS))
        assert tuple(paper.title for paper in page) == self.WHOLE

    @pytest.mark.parametrize("end", ["\n### ", "\n  ### ", "\\\n### ", " ### "])
    def test_before_each_line_of_a_title_is_none_of_it(self, end: str) -> None:
        titles = [f"### {title}" for title in (end.join(self.LONG), *TITLES[1:])]
        assert values(parse_page(plain(tuple(titles), ABSTRACTS))) == list(
            zip(self.WHOLE, ABSTRACTS, strict=True)
        )

    def test_before_each_line_of_a_title_in_a_reference_is_none_of_it(self) -> None:
        cards = [
            f"[\n6{n}\n][{n}5]\n\n### [{title}][{n}6]\n\n[{abstract}][{n}6]\n\n"
            f"[\n* 3 authors\n][{n}6]\n·\nMay 30, 2024\n[\n7\n][{n}8]\n\n"
            for n, title, abstract in zip(
                "123", ("\n### ".join(self.LONG), *TITLES[1:]), ABSTRACTS, strict=True
            )
        ]
        page = parse_page("".join(cards))
        assert tuple(paper.title for paper in page) == self.WHOLE
        assert [paper.comments for paper in page] == [7, 7, 7]

    def test_twice_in_a_title_is_none_of_it(self) -> None:
        page = parse_page(linked(tuple(f"### {title}" for title in TITLES), ABSTRACTS))
        assert values(page) == WHOLE
        assert values(parse_page(linked(("### " + TITLES[0], *TITLES[1:]), ABSTRACTS))) == WHOLE

    @pytest.mark.parametrize("write", [linked, plain])
    @pytest.mark.parametrize("title", ["# Ropes and C#", "+ Ropes", "- Ropes", "Ropes in C#"])
    def test_before_one_title_alone_is_its_own(self, write: Write, title: str) -> None:
        text = write((TITLES[0], title, TITLES[2]), ABSTRACTS)
        assert values(parse_page(text))[1][0] == title

    def test_of_two_titles_in_a_row_that_lost_all_else_parts_them(self) -> None:
        page = parse_page(
            f"### {self.WHOLE[0]}\n### {TITLES[1]}\n{ABSTRACTS[1]}\n3 authors\n·\nMay 30, 2024\n"
            f"### {TITLES[2]}\n{ABSTRACTS[2]}\n3 authors\n·\nMay 30, 2024\n"
        )
        assert self.WHOLE[0] not in page[-2].title


class TestAListMarkBehindAText:
    """The first mark of a list of authors may be left at the end of the text before it."""

    @pytest.mark.parametrize("mark", ["-", "*", "+", "•"])
    @pytest.mark.parametrize("write", [linked, plain])
    def test_of_most_cards_is_none_of_theirs(self, write: Write, mark: str) -> None:
        ended = (
            tuple(f"{text} {mark}" for text in ABSTRACTS),
            tuple(f"{text} {mark}" for text in TITLES),
        )
        assert values(parse_page(write(TITLES, ended[0]))) == WHOLE
        assert values(parse_page(write(ended[1], ABSTRACTS))) == WHOLE

    @pytest.mark.parametrize("mark", ["- ", "* ", "+ ", "1. ", "> "])
    def test_before_a_linked_title_is_no_count_of_votes(self, mark: str) -> None:
        text = linked(TITLES, ABSTRACTS).replace("### ", mark)
        page = parse_page(re.sub(r"\[1[0-9]\]\(.*?\)\n", "", text))
        assert [(paper.title, paper.votes) for paper in page] == [(title, None) for title in TITLES]

    def test_before_a_linked_title_is_votes_where_others_have_them(self) -> None:
        titles = tuple(f"[{title}](/papers/2511.0000{len(title) % 10})" for title in TITLES[:2])
        text = plain(titles, ABSTRACTS[:2])
        page = parse_page(text.replace("11\n\n", "11 ").replace("12\n\n", "- "))
        assert [(paper.title, paper.votes) for paper in page] == [(TITLES[0], 11), (TITLES[1], 0)]

    @pytest.mark.parametrize("between", ["", " ", "\n"])
    @pytest.mark.parametrize(
        "list_", ["[* ![](/a.svg)\n* 3 authors]", "[-\\\n![](/a.svg)\\\n- 3 authors]"]
    )
    def test_on_their_line_is_none_of_theirs(self, between: str, list_: str) -> None:
        text = with_list(linked(TITLES, ABSTRACTS), between + list_)
        assert values(parse_page(text)) == WHOLE

    def test_of_one_card_is_its_authors(self) -> None:
        titles = ("Sorting Amber Kettles -", *TITLES[1:])
        assert values(parse_page(plain(titles, ABSTRACTS)))[0][0] == titles[0]
        abstracts = (ABSTRACTS[0] + " *", *ABSTRACTS[1:])
        assert values(parse_page(linked(TITLES, abstracts)))[0][1] == abstracts[0]

    def test_of_one_title_may_be_all_of_it(self) -> None:
        assert values(parse_page(plain(("-- -", "Geese -"), ABSTRACTS[:2])))[0][0] == "--"


def with_list(text: str, list_: str) -> str:
    """Put another list of authors into all cards."""
    return re.sub(r"\n\n\[- !.*?authors\]", lambda _: list_, text, flags=re.DOTALL)


class TestLatexOfTheAuthors:
    ABSTRACT = r"We show $a \\ b$ and Fig.\ 3 of $\alpha \& \beta$, et al.\ too: \$5 or 50\%."

    @pytest.mark.parametrize("write", [linked, plain])
    def test_stays(self, write: Write) -> None:
        titles = ("$\\#$P-hard C# Kettles", "On $\\$$ and $\\_$", TITLES[2])
        text = write(titles, (self.ABSTRACT, *ABSTRACTS[1:]))
        assert [title for title, _ in values(parse_page(text))] == list(titles)
        assert parse_page(text)[0].abstract == self.ABSTRACT

    @pytest.mark.parametrize("write", [linked, plain])
    def test_stays_though_one_sign_alone_is_a_formula(self, write: Write) -> None:
        titles = ("$\\#$P-hard Kettles", *TITLES[1:])
        text = write(titles, ABSTRACTS)
        assert [title for title, _ in values(parse_page(text))] == list(titles)


class TestALinkWithBlankLinesInItsText:
    DAILY = (
        "Submitted by mara\n\n### {first}\n\n[3 authors](/papers/2511.00001)\n\n"
        "[4](/papers/2511.00001#community)\n\nSubmitted by joost\n\n### Counting Geese\n\n{org}\n\n"
        "[5](/papers/2511.00002#community)\n"
    )

    @pytest.mark.parametrize(
        "org",
        [
            "[\n\nTeapot Laboratory\n\n](/teapot-lab)",
            "[\n\nTeapot Laboratory](/teapot-lab)",
            "[Teapot Laboratory\n\n](/teapot-lab)",
            "[\n\n![](/avatars/t.png)\n\nTeapot Laboratory\n\n](/teapot-lab)",
            "[![](/avatars/t.png)\n\nTeapot Laboratory\n\n](/teapot-lab)",
            '[\n\n\nTeapot Laboratory\n\n\n](/teapot-lab "View")',
            "[\nTeapot Laboratory\n](/teapot-lab)",
            "- [\n\n  Teapot Laboratory\n\n  ](/teapot-lab)",
            "[\\\n\\\nTeapot Laboratory\\\n\\\n](/teapot-lab)",
        ],
    )
    def test_is_that_texts(self, org: str) -> None:
        page = parse_page(self.DAILY.format(first="Sorting Pebbles", org=org))
        assert [(paper.title, paper.org, paper.org_slug) for paper in page] == [
            ("Sorting Pebbles", None, None),
            ("Counting Geese", "Teapot Laboratory", "teapot-lab"),
        ]
        assert [(paper.comments, paper.submitted_by) for paper in page] == [
            (4, "mara"),
            (5, "joost"),
        ]
        assert not page.problems

    @pytest.mark.parametrize(
        "title",
        [
            "[\n\nSorting Pebbles by Ear\n\n](/papers/2511.00001)",
            "[Sorting Pebbles\n\nby Ear](/papers/2511.00001)",
            "[\n\nSorting Pebbles\n\nby Ear\n\n](/papers/2511.00001)",
        ],
    )
    def test_may_be_a_title(self, title: str) -> None:
        page = parse_page(self.DAILY.format(first=title, org="9 authors"))
        assert [(paper.title, paper.arxiv_id) for paper in page] == [
            ("Sorting Pebbles by Ear", "2511.00001"),
            ("Counting Geese", "2511.00002"),
        ]

    def test_may_be_an_abstract_of_two_paragraphs(self) -> None:
        text = linked(TITLES, tuple(text.replace(". ", ".\n\n", 1) for text in ABSTRACTS))
        assert values(parse_page(text)) == WHOLE

    def test_is_none_that_an_authors_bracket_opens(self) -> None:
        abstracts = (
            "We ask for all x in [0, 1) how far a rope can get.\n\nThe error falls.",
            *ABSTRACTS[1:],
        )
        text = plain(TITLES, abstracts) + "\n](/papers/2511.00003)\n"
        assert parse_page(text)[0].abstract == abstracts[0].replace("\n\n", " ")

    def test_elsewhere_is_none_of_the_pages_own(self) -> None:
        abstracts = (
            "[A] We ask how far.\n\n[B\n\nThe error falls](https://x.example).",
            *ABSTRACTS[1:],
        )
        assert "[B" in (parse_page(plain(TITLES, abstracts))[0].abstract or "")


class TestATagInTheTextOfALink:
    @pytest.mark.parametrize(
        "tag",
        [
            '<video src="https://x.example/y.mp4" controls=""></video>',
            '<video controls="" src="/y.mp4">\n</video>',
            '<audio src="/y.mp3"></audio>',
            '<iframe src="/y"></iframe>',
            '<x-player src="/y"></x-player>',
            '<picture><source srcset="/y.webp"><img src="/y.png"></picture>',
            '<font color="red"></font>',
            '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
        ],
    )
    def test_is_none_of_the_page(self, tag: str) -> None:
        cards = [
            f'[{tag}](/papers/2511.0000{n} "View paper")\n\nSubmitted by mara\n\n### {title}\n\n'
            f"[3 authors](/papers/2511.0000{n})\n\n[4](/papers/2511.0000{n}#community)\n\n"
            for n, title in enumerate(TITLES, 1)
        ]
        page = parse_page("".join(cards))
        assert [(paper.title, paper.arxiv_id) for paper in page] == [
            (title, f"2511.0000{n}") for n, title in enumerate(TITLES, 1)
        ]
        assert not page.problems
        assert not page.leftovers

    def test_that_prose_holds_is_its_own(self) -> None:
        titles = ("The <video> Token", "Closing </code> and <ref>", "Weighing <b>Lamps</b>")
        text = linked(titles, ABSTRACTS).replace("![](", '<img src="x">![](')
        assert [title for title, _ in values(parse_page(text))] == list(titles)


class TestATextInBracketsAlone:
    """What stands where an image was says nothing; anything else leaves a trace."""

    @pytest.mark.parametrize(
        "line",
        [
            "[paywalled]",
            "[see below] [paywalled]",
            "![paywalled](x.png)",
            "[paywalled]: https://x.example",
            "[1]: https://x.example",
            "<!-- paywalled -->",
        ],
    )
    def test_is_a_leftover(self, line: str) -> None:
        assert line in parse_page(f"{line}\n").leftovers
        cards = [plain((title,), (abstract,)) for title, abstract in WHOLE]
        for text in (f"{cards[0]}{line}\n\n{cards[1]}{cards[2]}", f"{line}\n\n{''.join(cards)}"):
            page = parse_page(text)
            assert page.leftovers == (line,)
            assert [(paper.title, paper.abstract) for paper in page] == WHOLE
            assert [problem.code for problem in page.problems] == ["unread-text"]

    @pytest.mark.parametrize("mark", ["[IMG]", "![](x.png)", "![image](x.png)", "[Image: no text]"])
    def test_again_and_again_is_where_images_were(self, mark: str) -> None:
        text = plain(TITLES, ABSTRACTS)
        for between in ("\n\n1", "authors"):
            marked = text.replace(
                between, f"\n\n{mark}\n\n1" if "1" in between else f"authors\n{mark}"
            )
            assert values(parse_page(marked)) == WHOLE

    def test_above_an_organisation_is_its_account(self) -> None:
        text = plain(TITLES, ABSTRACTS).replace("3 authors", "[reef]\n\nReef Lab")
        assert values(parse_page(text)) == WHOLE
        assert parse_page(text)[0].org == "Reef Lab"

    def test_is_a_title_or_an_organisation_in_the_place_of_one(self) -> None:
        page = parse_page(
            plain(("[Redacted]", *TITLES[1:]), ABSTRACTS).replace("4 authors", "[Lamps]")
        )
        assert [paper.title for paper in page] == ["[Redacted]", *TITLES[1:]]
        assert page[1].org == "[Lamps]"

    def test_that_names_an_image_of_the_page_is_none(self) -> None:
        text = f"![Hugging Face's logo](x.svg)\n\n![{TITLES[0]}](thumb.png)\n\n"
        assert values(parse_page(text + plain(TITLES, ABSTRACTS))) == WHOLE

    def test_inside_of_a_card_is_an_image_unless_in_brackets(self) -> None:
        text = plain(TITLES, ABSTRACTS).replace("3 authors", "![a wet keeper](x.png)\n\n3 authors")
        assert values(parse_page(text)) == WHOLE
        text = plain(TITLES, ABSTRACTS).replace("3 authors", "[a wet keeper]\n\n3 authors")
        assert parse_page(text).leftovers == ("[a wet keeper]",)


class TestMarksBesideOthers:
    def test_a_link_to_a_query_without_a_text_says_what_was_searched_for(self) -> None:
        page = parse_page("[](/papers?q=two+geese)\n\n" + plain(TITLES, ABSTRACTS))
        assert page.query == "two geese"
        assert [(paper.title, paper.abstract) for paper in page] == WHOLE

    def test_an_image_may_stand_between_a_heading_and_its_rule(self) -> None:
        text = plain(TITLES, ABSTRACTS).replace("11\n\n", "11\n\n![](x.png)\n========\n\n")
        assert values(parse_page(text)) == WHOLE

    def test_the_place_of_an_image_may_stand_behind_a_link(self) -> None:
        titles = tuple(f"[{title}](/papers/2511.0000{n}) [IMG]" for n, title in enumerate(TITLES))
        assert values(parse_page(plain(titles, ABSTRACTS))) == WHOLE

    def test_a_number_in_brackets_is_no_reference_by_a_name(self) -> None:
        abstracts = (ABSTRACTS[0].replace("rope.", "rope [7]."), *ABSTRACTS[1:])
        titles = tuple(f"[{title}][]" for title in TITLES)
        table = "".join(f"\n[{title}]: /papers/2511.0000{n}" for n, title in enumerate(TITLES))
        page = parse_page(plain(titles, abstracts) + table + "\n")
        assert [(paper.title, paper.abstract) for paper in page] == list(
            zip(TITLES, abstracts, strict=True)
        )
        assert all(paper.arxiv_id for paper in page)
