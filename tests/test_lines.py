"""Characters and lines: what reading does before it looks at any word."""

from __future__ import annotations

import datetime as dt
import textwrap

import pytest
import regex

from hfpapers import parse_page
from hfpapers._clean import read_lines
from hfpapers._signs import ITEM_LINE
from hfpapers._wrap import unwrap

LONG = (
    "Beaches sort their pebbles by size, and the sea can be heard doing it. We ask whether a "
    "listener can tell the size of a pebble from its click alone; a small network learns to."
)


def texts(text: str) -> list[str]:
    return [line.text for line in read_lines(text)]


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029", "\x1c"]
)
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    lines = read_lines(f"geese{end}{end}pebbles{end}")
    assert [(line.number, line.text, line.gap) for line in lines] == [
        (1, "geese", True),
        (3, "pebbles", True),
    ]


def test_white_space_is_collapsed_and_its_indentation_kept_apart() -> None:
    (line, _) = read_lines("  \tgeese \xa0 and\u3000pebbles \t\ngulls")
    assert line.text == "geese and pebbles"
    assert line.indent == "  \t"


class TestMargins:
    """What someone put before every line is none of the page's own."""

    PAGE = "12\n\nTwo Geese\n  and a Gull\n\n3 authors"

    @pytest.mark.parametrize("margin", ["    ", "\t", "> ", ">", "> > ", "  > ", "# ", "// "])
    def test_are_taken_off_every_line(self, margin: str) -> None:
        rows = [f"{margin}{row}" for row in self.PAGE.split("\n")]
        assert read_lines("\n".join(rows)) == read_lines(self.PAGE)
        assert read_lines("\ufeff" + "\n".join(rows)) == read_lines(self.PAGE)
        unseen = [f"\u200b{row}".replace(" ", "\xa0") for row in rows]
        assert read_lines("\n".join(unseen)) == read_lines(self.PAGE)

    def test_are_taken_off_a_mail_that_says_above_whom_it_quotes(self) -> None:
        quoted = "\n".join(f"> {row}".strip() for row in self.PAGE.split("\n"))
        lines = read_lines(f"Ann wrote:\n{quoted}\n\nIs that so?")
        body = [line.text for line in read_lines(self.PAGE)]
        assert [line.text for line in lines] == ["Ann wrote:", *body, "Is that so?"]

    def test_are_no_deeper_than_a_mail_quotes_mails(self) -> None:
        assert texts(f"Ann wrote:\n{'> ' * 8}geese\n{'> ' * 8}gulls")[1:] == [
            "> > geese",
            "> > gulls",
        ]

    @pytest.mark.parametrize("form", ["{:6}\t", "{}: ", "{}→", "{:03} | ", "{}. "])
    @pytest.mark.parametrize("blank", [True, False])
    def test_may_be_the_numbers_of_all_lines_or_of_those_that_are_not_blank(
        self, form: str, blank: bool
    ) -> None:
        numbers = iter(range(7, 99))
        rows = [
            f"{form.format(next(numbers))}{row}" if row or blank else ""
            for row in self.PAGE.split("\n")
        ]
        assert read_lines("\n".join(rows)) == read_lines(self.PAGE)

    @pytest.mark.parametrize(
        "text",
        [
            "1. Geese\n2. Gulls",
            "1. Geese\n2. Gulls\n4. Terns",
            "1. Geese\nGulls\n2. Terns\n3. Rooks",
            "7 Geese\n8 Gulls\n9 Terns",
            "1 [Geese] two\n2 [Gulls] two\n3 [Terns] two",
            "> Geese\nGulls",
            "  Geese\nGulls\n  Terns",
        ],
    )
    def test_are_none_if_a_line_has_no_such_margin(self, text: str) -> None:
        assert texts(text) == [row.strip() for row in text.split("\n")]


@pytest.mark.parametrize("char", ["\ufeff", "\u200b", "\u2060", "\xad", "\u200e", "\x00", "\x7f"])
def test_characters_that_nobody_sees_are_taken_out(char: str) -> None:
    assert texts(f"{char}ge{char}ese{char}") == ["geese"]
    assert texts(f" {char} ") == []


def test_every_character_that_unicode_calls_ignorable_is_taken_out() -> None:
    ignorable = regex.compile(r"\p{Default_Ignorable_Code_Point}")
    chars = [char for char in map(chr, range(0x110000)) if ignorable.match(char)]
    assert len(chars) > 4000
    assert texts("\n".join(f"{char}ge{char}ese{char}{char}, 1{char}2" for char in chars)) == (
        ["geese, 12"] * len(chars)
    )


def test_colours_and_links_of_a_terminal_are_taken_out() -> None:
    assert texts("\x1b[1;36mTwo geese\x1b[0m\x1b[K\n\x1b[2m\x1b[m") == ["Two geese"]
    assert texts("\x1b[36mgeese\x1b(B\x1b[m and gulls\x1b(0") == ["geese and gulls"]
    link = "\x1b]8;id=1;https://example.org\x1b\\{}\x1b]8;;\x07"
    assert texts(link.format("Two geese")) == ["Two geese"]


def test_underlines_that_stand_for_spaces_are_spaces() -> None:
    underlined = "Two_people_who_count_one_flock_never_agree,_nor_do_gulls."
    assert texts(f"**** Two_Geese ****\n{underlined}\n *_3_authors\nGoose_Office · May 7") == [
        "**** Two Geese ****",
        underlined.replace("_", " "),
        "* 3 authors",
        "Goose Office · May 7",
    ]
    assert texts("snake_geese\nThe flag --two_geese counts both.") == [
        "snake_geese",
        "The flag --two_geese counts both.",
    ]


def test_joiners_stay_where_they_are_letters() -> None:
    assert texts("می\u200cخواهم") == ["می\u200cخواهم"]
    assert texts("👩\u200d🔬") == ["👩\u200d🔬"]
    assert texts("ge\u200dese") == ["geese"]


@pytest.mark.parametrize(
    "word",
    [
        "नमस्\u200dते",
        "ශ්\u200dරී",
        "ക്\u200d",
        "ខ្មែ\u200cរ",
        "ߒߞߏ\u200d",
        "ᠠ\u180bᠨ\u180eᠠ",
        "❤\ufe0f",
        "❤\ufe0e",
        "👩🏽\u200d🔬",
        "👁\ufe0f\u200d🗨\ufe0f",
        "1\ufe0f\u20e3",
        "葛\U000e0100",
        "∩\ufe00",
    ],
)
def test_what_a_script_or_an_emoji_is_spelled_with_stays(word: str) -> None:
    assert texts(f"geese {word} gulls\u200b") == [f"geese {word} gulls"]


@pytest.mark.parametrize("entity", ["&shy;", "&#8203;", "&zwnj;", "&#x61C;", "&lrm;", "&#65039;"])
def test_an_entity_for_what_nobody_sees_is_nothing(entity: str) -> None:
    assert texts(f"{entity}ge{entity}ese{entity}\nQ&amp;A") == ["geese", "Q&A"]
    link = f'<a href="/papers/2511.00001">Two&nbsp; ge{entity}ese</a>'
    page = parse_page(f"<h3>{link}</h3>\n\nQ & A. {LONG}\n\n3 authors\n·\nNov 3, 2024\n")
    assert page[0].title == "Two geese"


def test_letters_and_marks_that_were_taken_apart_are_put_together() -> None:
    assert texts("cafe\u0301 at 5 \u212b") == ["café at 5 \u212b"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("â€¢ 3 authors", "• 3 authors"),
        ("Â· Nov 3 — here", "· Nov 3 — here"),
        ("Ãœber gulls Â·", "Über gulls ·"),
        ("Âge et côtés Â· 石", "Âge et côtés · 石"),
        ("château", "château"),
    ],
)
def test_what_was_misread_as_another_encoding_is_mended(wrong: str, right: str) -> None:
    assert texts(wrong) == [right]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("3 &middot; 4", "3 · 4"),
        ("3&nbsp;authors", "3 authors"),
        ("&#8226; 3 &lt; 4 &amp; 5", "• 3 < 4 & 5"),
        ("Q&A &middot; &lt;b&gt;", "Q&A · &lt;b&gt;"),
        ("AT&T", "AT&T"),
    ],
)
def test_entities_are_read_where_they_are_certain(wrong: str, right: str) -> None:
    assert texts(wrong) == [right]


@pytest.mark.parametrize("entity", ["&#10;", "&NewLine;", "&#13;", "&#x2028;"])
def test_an_entity_for_a_line_end_moves_no_line(entity: str) -> None:
    page = parse_page(f"{entity}{entity}geese\n\npebbles {entity} and slate\n")
    assert len(page.leftovers) == 2
    assert page.leftovers[0].endswith("geese")


def test_an_empty_text_has_no_lines() -> None:
    assert read_lines("") == []


class TestHardWrapping:
    @pytest.mark.parametrize("width", [60, 72, 80, 100, 120])
    @pytest.mark.parametrize("indent", ["", "   "])
    def test_wrapped_abstracts_are_joined_again(self, width: int, indent: str) -> None:
        page = parse_page(self.wrapped(width, indent))
        assert [paper.abstract for paper in page] == [LONG, LONG + " They count."]
        assert [paper.author_count for paper in page] == [3, 14]

    @pytest.mark.parametrize("width", [60, 79, 80, 120])
    def test_a_wrapped_line_that_is_only_a_year_belongs_to_its_abstract(self, width: int) -> None:
        abstract = f"{LONG} The corpus was frozen by the harbour office in the spring of 2024"
        wrapped = textwrap.fill(abstract, width)
        assert wrapped.endswith("\n2024")
        page = parse_page(f"12\n\nSorting Pebbles\n\n{wrapped}\n\n3 authors\n·\nNov 3, 2024\n")
        assert page[0].abstract == abstract

    def test_a_word_broken_at_its_hyphen_is_one_word_again(self) -> None:
        words = "geese count waves beside well-known"
        text = f"{words} and {words[:-5]}\nknown {words} and {words} and {words}"
        abstract = " ".join(text.split()).replace("well- known", "well-known")
        wrapped = textwrap.fill(abstract, 72)
        page = parse_page(f"12\n\nGeese\n\n{wrapped}\n\n3 authors\n·\nNov 3, 2024\n")
        assert page[0].abstract == abstract

    def test_a_heading_between_marks_does_not_go_on_below(self) -> None:
        title = "Counting All of the Geese of a Harbour Twice from a Photo"
        card = f"**** {title} ****\n{textwrap.fill(LONG, 66)}\n\n3 authors\n·\nMay 7, 2024\n\n"
        assert [paper.title for paper in parse_page(card + card.replace("All", "Most"))] == [
            title,
            title.replace("All", "Most"),
        ]

    def test_an_address_broken_behind_its_scheme_is_whole_again(self) -> None:
        abstract = f"{LONG} All of the pebbles that we have counted stand at https://"
        wrapped = textwrap.fill(abstract, 72)
        more = "pebbles.example.org/ and in the harbour office, where all may look at them."
        page = parse_page(f"12\n\nGeese\n\n{wrapped}\n{more}\n\n3 authors\n·\nNov 3, 2024\n")
        assert [paper.abstract for paper in page] == [abstract + more]

    def test_no_space_comes_into_a_text_in_a_script_without_spaces(self) -> None:
        abstract = (
            "我们在四个公开的数据集上评估了这种方法，平均误差从百分之三十一下降到百分之十九。" * 4
        )
        wrapped = "\n".join(abstract[start : start + 36] for start in range(0, len(abstract), 36))
        card = f"12\n\nGeese\n\n{wrapped}\n\n3 authors\n·\nNov 3, 2024\n"
        assert [paper.abstract for paper in parse_page(card)] == [abstract]

    def test_a_line_hangs_below_a_list_mark_and_below_no_bracket(self) -> None:
        title = "[Re] Counting All of the Geese of a Harbour Twice from One Single Photo"
        head = "Submitted by mara\n\n12\n\n"
        text = f"{head}{title}\n Goose Office\n\n3\n\n{head}{title[5:]}\n Gull Office\n\n4\n"
        assert [paper.org for paper in parse_page(text)] == ["Goose Office", "Gull Office"]

    def test_a_title_above_one_sentence_a_line_is_not_taken_for_a_broken_line(self) -> None:
        title = "Counting All of the Geese and Gulls of a Harbour from a Photo"
        lines = [
            f"We count {bird} on every slipway of the harbour, and we count them all twice over."
            for bird in ("geese", "gulls", "terns")
        ]
        text = "\n".join(("12", title, *lines, "3 authors", "·", "May 7, 2024"))
        page = parse_page(text + "\n" + text.replace("Counting", "Weighing"))
        assert [paper.title for paper in page] == [title, title.replace("Counting", "Weighing")]

    def test_a_submitter_above_the_button_of_its_card_is_one_still(self) -> None:
        # Wider than any other line of the page with its indentation.
        name = "Cooperative of Northern Lakes, Tide Tables, Kettles and Bells"
        long = "Counting Geese Twice: Two People, One Flock of Migrating Geese, and"
        page = parse_page(
            "".join(
                f"   Submitted by {user}\n   [ ]\n   {votes}\n\n{long}\na Kettle\n\n   {name}\n"
                for user, votes in (("mara", 7), ("abe", 9), ("zoe", 3))
            )
        )
        assert [(paper.submitted_by, paper.votes, paper.org) for paper in page] == [
            ("mara", 7, name),
            ("abe", 9, name),
            ("zoe", 3, name),
        ]

    @pytest.mark.parametrize(("name", "votes"), [("mara", "7"), ("mara", "-"), ("mara\n2", "7")])
    def test_votes_stand_below_a_submitter_that_fills_the_line(self, name: str, votes: str) -> None:
        card = "Submitted by [/avatars/9845ab8b531128dd5ba47c579b95111b.svg] {}\n{}\n\n\n{}\n\n"
        byline = "3 authors\n·\nMay 7, 2024\n\n"
        abstract = textwrap.fill(LONG, 66)
        text = card.format(name, votes, "Counting Geese Twice") + f"{abstract}\n\n{byline}"
        page = parse_page(text + card.format("abe", "9", "Gulls") + f"{abstract}\n\n{byline}")
        assert [(paper.submitted_by, paper.votes) for paper in page] == [
            (name.replace("\n", " "), 0 if votes == "-" else 7),
            ("abe", 9),
        ]

    def test_text_with_long_lines_is_not_wrapped(self) -> None:
        page = parse_page(f"12\nGeese Twice\n{LONG}\n3 authors\n·\nNov 3, 2024\n")
        assert (page[0].title, page[0].abstract) == ("Geese Twice", LONG)

    def test_the_lines_of_a_wrapped_paper_are_counted_in_the_input(self) -> None:
        text = self.wrapped(72, "")
        first, second = parse_page(text)
        rows = text.split("\n")
        assert rows[first.lines[0] - 1 : first.lines[1]][0] == "12"
        assert rows[first.lines[1] - 1] == "Nov 3, 2024"
        assert rows[second.lines[1] - 1] == "May 21, 2023"

    @pytest.mark.parametrize(
        "byline", ["Goose Office\n·\nNov 3, 2024", "Goose Office · Nov 3, 2024"]
    )
    def test_an_organisation_right_below_a_full_line_is_one_still(self, byline: str) -> None:
        words = iter(LONG.split() * 9)
        abstract = " ".join(next(words) for _ in range(60))
        while len(textwrap.wrap(f"{abstract}.", 72)[-1]) < 68:
            abstract += f" {next(words)}"
        text = self.wrapped(72, "") + f"\n\n7\n\nTerns\n\n{textwrap.fill(abstract + '.', 72)}\n"
        page = parse_page(f"{text}{byline}\n")
        assert [paper.org for paper in page] == [None, None, "Goose Office"]
        assert page[2].abstract == f"{abstract}."

    @pytest.mark.parametrize(
        "long",
        [
            "### Sorting Pebbles of Every Size by Ear, by Eye, by Hand, and by Any Other Means",
            "<div class='pebble'\nclass='pointer-events-none absolute right-2 flex items-center'>",
        ],
    )
    def test_a_heading_or_tag_that_is_longer_shows_no_wider_column(self, long: str) -> None:
        page = parse_page(f"{long}\n\n{self.wrapped(72, '')}")
        assert [paper.abstract for paper in page][-2:] == [LONG, LONG + " They count."]

    @pytest.mark.parametrize("sign", ["~2x", "`x_i`"])
    def test_a_broken_line_may_begin_with_a_sign_that_fences_are_made_of(self, sign: str) -> None:
        abstract = f"{LONG} {sign} as many. {LONG}"
        folds = [textwrap.fill(abstract, width) for width in range(66, 100)]
        wrapped = next(fold for fold in folds if f"\n{sign}" in fold)
        page = parse_page(f"12\n\nGeese\n\n{wrapped}\n\n3 authors\n·\nNov 3, 2024\n")
        assert page[0].abstract == abstract

    @pytest.mark.parametrize("above", ["arXiv Page", "Submitted by\nmara"])
    def test_a_title_fills_its_line_by_chance_below_whatever_a_card_begins_with(
        self, above: str
    ) -> None:
        abstract = f"{LONG} They count. {LONG}"
        title = "Sorting Pebbles of Every Size by Ear, by Eye, by Hand, and by Nose".ljust(71, "s")
        byline = "3 authors\n·\nPublished on Nov 3, 2024\nUpvote\n7\narXiv Page\n"
        cards = [
            f"{name}\n{textwrap.fill(abstract, 72)}\n{byline}"
            for name in (title, title.replace("Pebbles", "Kettles"))
        ]
        submitter = above.replace("arXiv Page", "")
        page = parse_page("\n".join(f"{submitter}\n{card}".strip() for card in cards))
        assert [paper.title for paper in page][1:] == [title.replace("Pebbles", "Kettles")]
        assert {paper.abstract for paper in page} >= {abstract}

    def test_a_title_that_fills_its_line_by_chance_is_not_joined_to_its_abstract(self) -> None:
        abstract = f"{LONG} They count. {LONG}"
        lines = textwrap.fill(abstract, 72)
        title = "Sorting Pebbles of Every Size by Ear, by Eye, by Hand, and by Nose".ljust(71, "s")
        card = f"9\n{title}\n{lines}\n3 authors\n·\nNov 3, 2024\n"
        page = parse_page(f"{card}{card.replace('Pebbles', 'Kettles')}")
        assert [paper.title for paper in page] == [title, title.replace("Pebbles", "Kettles")]
        assert {paper.abstract for paper in page} == {abstract}

    def test_an_organisation_is_not_joined_to_an_abstract_though_its_date_is_broken_off(
        self,
    ) -> None:
        page = parse_page(
            f"{self.wrapped(72, '   ')}\n\n   7\n\n   Terns\n\n"
            "   We count terns on every slipway of the harbour, and we count them all\n"
            "   twice over, once by ear and once by eye, which is as hard as counts.\n"
            "   Cooperative of the Northern Lakes for Geese · Published on\n   Feb 1, 2022\n"
        )
        assert page[2].org == "Cooperative of the Northern Lakes for Geese"
        assert (page[2].abstract or "")[-10:] == "as counts."

    @pytest.mark.parametrize(
        "date", ["Published\n   on Feb 1, 2022", "Feb\n   1, 2022", "Feb 1,\n   2022"]
    )
    def test_a_date_may_be_broken_anywhere_behind_an_organisation(self, date: str) -> None:
        name = "Cooperative of the Northern Lakes for Geese and"
        end = date.partition("\n")[0]
        name += f" {'Gulls' * 9}"[: 71 - 3 - len(name) - len(f" · {end}")]
        page = parse_page(
            f"{self.wrapped(72, '   ')}\n\n   7\n\n   Terns\n\n"
            "   We count terns on every slipway of the harbour, and we count them all\n"
            "   twice over, once by ear and once by eye, which is as hard as counts.\n"
            f"   {name} · {date}\n"
        )
        assert (page[2].org, page[2].date) == (name, dt.date(2022, 2, 1))

    def test_a_line_that_is_longest_where_it_stands_is_not_full_for_that(self) -> None:
        title = "Parallel Counting of Large Flocks: What Geese That Were Seen on Both\nShores Tell"
        name = "GOOSE Harbour Institute of Seven Shores for Geese and Gulls"
        cards = [
            f"   Submitted by mara\n   [ ]\n   7\n\n{title} {word}\n\n   {org}\n   1\n\n"
            for word, org in (
                ("Us", name),
                ("You", "· 3 authors"),
                ("Me", "· 4 authors"),
                ("All", "· 5 authors"),
            )
        ]
        page = parse_page("".join(cards))
        assert (page[0].org, page[0].comments) == (name, 1)

    def test_authors_right_below_a_full_last_line_are_the_byline(self) -> None:
        line = "They count and count all through the night, and the gulls sleep; thus."
        abstract = f"{textwrap.fill(f'{LONG} {LONG}', 72)}\n{line}"
        (paper,) = parse_page(f"12\n\nTerns\n\n{abstract}\n10 authors\n\n·\nFeb 1, 2022\n")
        assert (paper.author_count, (paper.abstract or "")[-5:]) == (10, "thus.")

    @pytest.mark.parametrize(
        "byline",
        [
            "Goose Office\n.\nFeb 1, 2022",
            "Goose Office· Feb 1, 2022",
            "Goose Office ·\nFeb 1, 2022",
            "Goose Office of the Northern Lakes . Published on Feb\n1, 2022",
        ],
    )
    def test_an_organisation_is_one_still_above_a_dot_that_was_lost_to_ascii(
        self, byline: str
    ) -> None:
        line = "They count and count all through the night, and the gulls sleep; thus."
        text = f"12\n\nTerns\n\n{textwrap.fill(f'{LONG} {LONG}', 72)}\n{line}\n{byline}\n"
        (paper,) = parse_page(f"Daily Papers\n\n{text}")
        name = byline.partition(" .")[0].partition("\n")[0].partition("·")[0].strip()
        assert (paper.org, paper.date) == (name, dt.date(2022, 2, 1))

    def test_a_name_may_go_on_in_one_word_above_the_dot(self) -> None:
        text = (
            f"{self.wrapped(72, '')}\n\n7\n\nTerns\n\n{textwrap.fill(f'{LONG} {LONG}', 72)}\n\n"
            "Harbour Robotics Technology of the Northern Lakes (Millbrook) Co. & Co.,\n"
            "Limited\n·\nFeb 1, 2022\n"
        )
        name = "Harbour Robotics Technology of the Northern Lakes (Millbrook) Co. & Co., Limited"
        assert parse_page(text)[2].org == name

    def test_a_title_fills_its_line_by_chance_below_the_header(self) -> None:
        title = "Sorting Pebbles of Every Size by Ear, by Eye, by Hand, and by Nose".ljust(71, "s")
        lines = textwrap.fill(f"{LONG} They count. {LONG}", 72)
        byline = "3 authors\n·\nPublished on Nov 3, 2024\nUpvote\n7\narXiv Page\n"
        (paper,) = parse_page(
            f"Daily\nWeekly\nMonthly\n{f'{title}{chr(10)}{lines}{chr(10)}{byline}' * 2}"
        )
        assert paper.title == title

    def test_the_entries_of_a_long_table_of_links_are_lines_of_their_own(self) -> None:
        table = [f"{n}. https://huggingface.co/papers/2511.{n:05}" for n in range(998, 1003)]
        text = "\n".join([self.wrapped(72, ""), "", *table])
        assert [line.text for line in unwrap(read_lines(text), ITEM_LINE)][-5:] == table

    def test_a_title_longer_than_the_column_does_not_go_on_in_its_abstract(self) -> None:
        title = (
            "Sorting Pebbles of Every Size by Ear, by Eye, by Hand, and by Any Other Means at All"
        )
        long = f"{LONG} {LONG}"
        abstract = textwrap.fill(long, 72)
        card = f"\t12\n\t\t{title}\n\t\t{abstract}\n\t\n\n\t3 authors\n\t\n·\nNov 3, 2024\n"
        (paper,) = parse_page(card)
        assert (paper.title, paper.abstract) == (title, long)

    def test_a_title_that_fills_its_line_does_not_go_on_in_a_short_abstract(self) -> None:
        title = "How Many Geese Does It Take? 12 Geese and One Pebble Beach (S4-Listener)"
        abstract = (
            "Ablations confirm that listeners matter most when the beach exceeds 647,191\n"
            "pebbles. The answer was 42. Theoretical analysis shows that the error of the\n"
            "tall geese decays as the beach grows."
        )
        card = "{}\n{}\n{}\n\n5 authors\n\n·\nMay 3, 2024\n\n"
        page = parse_page(card.format(4, title, abstract) + card.format(7, "Gulls", abstract))
        assert [(paper.title, paper.abstract) for paper in page] == [
            (title, abstract.replace("\n", " ")),
            ("Gulls", abstract.replace("\n", " ")),
        ]

    def test_a_title_that_fills_its_line_does_not_go_on_above_a_word_that_the_query_marks(
        self,
    ) -> None:
        title = "How Many Geese Does It Take? 12 Geese and One Pebble Beach (S4-Listener)"
        broken = (
            "Ablations confirm that listeners matter most when the beach exceeds 647,191\n"
            "pebbles\n. The answer was 42. Theoretical analysis shows that the error of all\n"
            "tall geese decays as the beach grows."
        )
        abstract = broken.replace("\n.", ".").replace("\n", " ")
        card = "{}\n{}\n{}\n\n5 authors\n\n·\nMay 3, 2024\n\n"
        page = parse_page(card.format(4, title, broken) + card.format(7, "Gulls", broken))
        assert [(paper.title, paper.abstract) for paper in page] == [
            (title, abstract),
            ("Gulls", abstract),
        ]

    def test_a_title_that_fills_its_line_does_not_go_on_above_a_line_with_a_sign(self) -> None:
        title = "Towards Self-Sorting Pebble Beaches: Delayed Clicks in Mixtures of Several Geese"
        abstract = (
            "First, we train a goose that listens; second, we let it listen to pebbles only;\n"
            "third, we count. We write *soft* and **hard** pebbles, `p_i` and p_{i+1}, as\n"
            "[GUL] and [TRN] birds. The name of the mill and the other name of it mean the\n"
            "same mill. The answer was 42. This raises a question: can two tall geese learn\n"
            "all of it without a listener? To close this gap, we collect 404,717 clicks of\n"
            "pebbles on beaches from 63 harbours. Listeners are often asked to tell geese\n"
            "from gulls, yet little is known about why they fail. We present one network."
        )
        (paper,) = parse_page(f"116\n{title}\n{abstract}\n\n4 authors\n\n·\nMay 3, 2024\n")
        assert (paper.title, paper.abstract) == (title, abstract.replace("\n", " "))

    def wrapped(self, width: int, indent: str) -> str:
        blocks = ["12", "Sorting Pebbles by Ear", LONG, "* 3 authors", "·\nNov 3, 2024"]
        blocks += ["3", "Counting Geese Twice", f"{LONG} They count.", "* 14 authors"]
        blocks.append("·\nMay 21, 2023")
        return "\n\n".join(
            textwrap.fill(block, width, initial_indent=indent, subsequent_indent=indent)
            if len(block) > 60
            else textwrap.indent(block, indent)
            for block in blocks
        )


@pytest.mark.parametrize("lost", ["\ufffd", "\ufffd\ufffd"])
def test_a_dot_that_was_lost_to_replacement_characters_is_a_dot_still(lost: str) -> None:
    text = f"12\n\nGeese\n\n{LONG}\n\n3 authors\n{lost}\nNov 3, 2024\n"
    (paper,) = parse_page(text)
    assert (paper.author_count, str(paper.date)) == (3, "2024-11-03")


def test_a_text_in_a_script_without_spaces_does_not_go_on_from_a_full_line() -> None:
    title = "Two People Who Count One Flock Never Agree on Any Beach"
    abstract = "我们在四个公开的数据集上评估了这种方法，平均误差从百分之三十一下降到百分之十九。"
    (paper,) = parse_page(f"12\n{title}\n{abstract}\n3 authors\n·\nMay 7, 2024\n")
    assert (paper.title, paper.abstract) == (title, abstract)


@pytest.mark.parametrize(
    "abstract",
    [LONG, "All code and models are made public at https://example.org/tides/and/pebbles"],
)
def test_one_line_above_an_organisation_is_not_taken_for_a_broken_one(abstract: str) -> None:
    text = f"Geese\n{abstract}\nTeapot Laboratory\n\n·\nMay 7, 2024\n\n© Hugging Face\n"
    (paper,) = parse_page(f"by AK and the research community\n{text}")
    assert (paper.abstract, paper.org) == (abstract, "Teapot Laboratory")


def test_a_text_that_was_misread_is_read_again_though_it_holds_no_dots() -> None:
    text = "Submitted by\n石\n-\nGeese\nTeapot Laboratory\n"
    (paper,) = parse_page(text.encode("utf-8").decode("cp1252"))
    assert (paper.title, paper.submitted_by) == ("Geese", "石")
