"""`parse_html`: the data of a page, its markup, and bytes."""

from __future__ import annotations

import datetime as dt
import json
from html import escape

import pytest

from hfpapers import Page, Paper, ParseError, parse_html

ABSTRACT = (
    "We ask whether a listener can tell the size of a pebble from its click alone. From 4,000 "
    "recordings, a small network learns to name the size class with an error of one class in nine."
)
CARD = f"""
<article>
  <a href="/login?next=%2Fpapers%2F2511.00001"><div><input type="checkbox"><svg><text>9</text></svg>
    <div>12</div></div></a>
  <h3><a href="/papers/2511.00001">Sorting Pebbles
  by Ear</a></h3>
  <a href="/papers/2511.00001"><p>{ABSTRACT}</p></a>
  <div><a href="/iqc"><img alt="iqc" src="/i.png"> <span>Quiet Computing</span></a>
    <div>&middot;</div>
    <div>Nov 3, 2024 <a href="/papers/2511.00001#community"><svg/> 2</a></div></div>
</article>
"""
PEBBLES = Paper(
    title="Sorting Pebbles by Ear",
    abstract=ABSTRACT,
    date=dt.date(2024, 11, 3),
    votes=12,
    org="Quiet Computing",
    org_slug="iqc",
    comments=2,
    arxiv_id="2511.00001",
)
ITEM = {"paper": {"id": "2305.00002", "title": 'Counting "Geese" & Gulls\' <em>', "upvotes": 0}}
GEESE = Paper(title='Counting "Geese" & Gulls\' <em>', votes=0, arxiv_id="2305.00002")


def codes(page: Page) -> list[str]:
    return [problem.code for problem in page.problems]


def titles(page: Page) -> list[str]:
    return [paper.title for paper in page]


def page_with(data: object, *, quote: str = '"', card: str = CARD) -> str:
    """A page whose markup shows one paper, and whose data holds another."""
    text = data if isinstance(data, str) else json.dumps(data)
    value = escape(text) if quote == '"' else text.replace("&", "&amp;").replace("'", "&#39;")
    island = f"<div class='c' data-target=DailyPapers data-props={quote}{value}{quote}>"
    return f"<!doctype html>\n<html>\n{island}{card}</div></html>"


# Data


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize("name", ["dailyPapers", "searchResults"])
def test_the_data_of_a_page_is_read_and_not_its_markup(name: str, quote: str) -> None:
    page = parse_html(page_with({name: [ITEM]}, quote=quote))
    assert page.papers == (GEESE,)
    assert page.kind == ("search" if name == "searchResults" else "daily")
    assert page[0].lines == (3, 3)
    assert not page.problems


def test_data_over_several_lines_gives_all_of_them() -> None:
    text = json.dumps({"dailyPapers": [ITEM]}, indent=1)
    assert parse_html(page_with(text))[0].lines == (3, 3 + text.count("\n"))


def test_entities_in_data_are_read_once() -> None:
    title = "&amp;lt; &middot; &quot; AT&T &copy 1 < 2 &#8212; &unknown; &#xD800;"
    page = parse_html(page_with({"dailyPapers": [{"paper": {"title": title}}]}))
    assert titles(page) == [title]
    raw = '{"dailyPapers": [{"paper": {"title": "a &middot; b &lt; AT&T"}}]}'.replace('"', "&quot;")
    assert titles(parse_html(f'<div data-props="{raw}"></div>')) == ["a · b < AT&T"]


@pytest.mark.parametrize(
    "data",
    ['{"dailyPapers": [', '{"dailyPapers": ' + "[" * 100_000, '{"dailyPapers": [}'],
    ids=["cut", "deep", "broken"],
)
def test_broken_data_is_a_problem_and_the_markup_is_read(data: str) -> None:
    page = parse_html(page_with(data))
    assert page.papers == (PEBBLES,)
    assert [(one.code, one.level, one.line) for one in page.problems] == [
        ("data-unread", "warning", 3)
    ]
    twice = parse_html(page_with(data) + page_with(data))
    assert codes(twice) == ["data-unread"]


@pytest.mark.parametrize(
    "data", [{"papers": []}, {"dailyPapers": 7}, ["dailyPapers"], '"dailyPapers"', "7"]
)
def test_data_of_something_else_is_passed_by(data: object) -> None:
    page = parse_html(page_with(data))
    assert page.papers == (PEBBLES,)
    assert not page.problems


def test_data_of_a_day_without_papers_is_no_papers() -> None:
    data = {"dailyPapers": [], "date": "2025-11-23T00:00:00.000Z"}
    page = parse_html(page_with(data, card="") + page_with({"dailyPapers": []}, card=""))
    assert (codes(page), page.date) == (["no-papers"], dt.date(2025, 11, 23))


def test_data_that_lists_nothing_hides_neither_other_data_nor_the_cards() -> None:
    empty = page_with({"dailyPapers": []}, card="")
    assert parse_html(empty + page_with({"searchResults": [ITEM]})).papers == (GEESE,)
    assert parse_html(page_with({"dailyPapers": []})).papers == (PEBBLES,)
    odd = parse_html(page_with({"dailyPapers": [{"paper": {}}]}))
    assert odd.papers == (PEBBLES,)
    assert codes(odd) == ["item-malformed"]


def test_lines_before_data_are_counted_as_those_before_markup() -> None:
    before = "<p>\r</p>\x0c<p>\r\n"
    for page in (page_with({"dailyPapers": [ITEM]}), page_with("{}")):
        first, moved = parse_html(page), parse_html(before + page)
        assert moved[0].lines[0] == first[0].lines[0] + 3


@pytest.mark.parametrize(
    "frame",
    [
        "<p>{}</p>",
        "<script>{}</script>",
        "<!-- {} -->",
        '<p title="{}">x</p>',
        "<textarea>{}</textarea>",
        "<template>{}</template>",
    ],
)
def test_data_is_an_attribute_and_not_what_a_page_says_or_hides(frame: str) -> None:
    forged = (
        " data-props='{&quot;dailyPapers&quot;: [{&quot;paper&quot;: {&quot;title&quot;: 1}}]}'"
    )
    forged = forged if frame.startswith("<p>") else f"<div{forged}></div>"
    page = parse_html(frame.format(forged) + CARD)
    assert page.papers == (PEBBLES,)


# Markup


def test_markup_gives_all_that_it_prints_and_where() -> None:
    page = parse_html(f"<html><body>{CARD}</body></html>")
    assert page.papers == (PEBBLES,)
    assert page.kind == "search"
    assert page[0].lines == (4, 10)
    assert not page.problems
    assert not page.leftovers


@pytest.mark.parametrize(
    "abstract",
    [
        "Pebbles [1] and [geese](/papers/2511.00009) in `code`, **bold** and _plain_.",
        "# parameters = 1.2k; # layers = 3.",
        "- 3 authors, 2 geese. > Quoted.",
        "1) We sample. 2) We filter.",
        "A\\_b \\[c\\] \\& $R^2$ {\\sc d}.",
        "Tokens such as <pad> & <eos> &amp; &middot; are kept.",
        "Nov 3, 2024 was a Sunday.",
        "x" * 400,
    ],
)
def test_an_abstract_is_read_as_it_is_printed(abstract: str) -> None:
    page = parse_html(CARD.replace(ABSTRACT, escape(abstract, quote=False)))
    assert page[0].abstract == abstract


def test_an_abstract_keeps_its_words_where_the_markup_marks_or_wraps_them() -> None:
    marked = ABSTRACT.replace("pebble", "<mark>peb<!-- - -->ble</mark>").replace(
        "the", "<b>the</b>"
    )
    assert parse_html(CARD.replace(ABSTRACT, marked))[0] == PEBBLES
    assert parse_html(CARD.replace(ABSTRACT, ABSTRACT.replace(" ", "\n\t ")))[0] == PEBBLES


def test_a_name_that_begins_with_its_account_is_kept_whole() -> None:
    card = CARD.replace("Quiet Computing", "iqc for Quiet Computing")
    assert parse_html(card)[0].org == "iqc for Quiet Computing"


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>if (a < b) { '<h3>Geese</h3>' }</script>",
        "<STYLE>h3 > a {}</STYLE >",
        "<title>Daily Papers</title>",
        "<template><h3>Geese</h3></template>",
        "<noscript>Turn on JavaScript</noscript>",
        "<svg><title>Geese</title><path d='M1'/></svg>",
        "<textarea>Geese</textarea>",
        "<!-- <h3>Geese</h3> - -- > -->",
        "<?php echo 'Geese' ?>",
        "<![CDATA[>",
        "</>",
        "</ h3>",
        "<input value='Geese' disabled>",
        "<img alt=''><br/><hr>",
    ],
)
def test_what_a_page_does_not_show_is_not_read(unseen: str) -> None:
    page = parse_html(f"{CARD}{unseen}{CARD.replace('00001', '00002')}")
    assert titles(page) == [PEBBLES.title, PEBBLES.title]
    assert {paper.abstract for paper in page} == {ABSTRACT}
    assert not page.leftovers


def test_an_unended_drawing_hides_nothing() -> None:
    assert titles(parse_html(CARD.replace("</svg>", "").replace("<text>9</text>", ""))) == [
        PEBBLES.title
    ]


@pytest.mark.parametrize(
    "tail", ["<a href='/pa", "<a href", "<a", "<", "</", "</artic", "<!-- x", "<script>x", "<p x="]
)
def test_a_page_may_end_anywhere(tail: str) -> None:
    page = parse_html(CARD + tail)
    assert page.papers == (PEBBLES,)
    assert set(page.leftovers) <= {"<"}


def test_every_cut_of_a_page_is_read_to_no_other_paper() -> None:
    html = f"<html>{CARD}</html>"
    for end in range(0, len(html), 7):
        page = parse_html(html[:end])
        assert len(page) <= 1
        assert not [title for title in titles(page) if not PEBBLES.title.startswith(title)]


def test_a_stray_quotation_mark_in_a_tag_does_no_harm() -> None:
    card = CARD.replace("<article>", '<article class="a"">').replace(
        "<div>&middot;", "<div x=it's>·"
    )
    assert parse_html(card)[0] == PEBBLES


def test_the_first_of_two_attributes_counts_and_may_have_no_quotes() -> None:
    card = CARD.replace('<a href="/iqc">', "<a class=x HREF = /iqc href='/other'>")
    assert parse_html(card)[0] == PEBBLES


def test_text_beside_the_cards_is_a_leftover_with_its_line() -> None:
    page = parse_html(f"<div>{CARD}</div>\n<p>kept by my <i>reading</i> list</p>{CARD}")
    assert page.leftovers == ("kept by my reading list",)
    assert [(one.code, one.line) for one in page.problems] == [("unread-text", 13)]


def test_the_day_and_the_query_are_read_from_links_without_a_text() -> None:
    header = (
        '<h1>Daily Papers</h1><a href="/papers/date/2024-11-24"><svg/></a><time>Nov 25</time>'
        '<a href="/papers/date/2024-11-26"><svg/></a><a href="/papers?q=quiet+pebbles"></a>'
    )
    page = parse_html(header + CARD)
    assert (page.date, page.query) == (dt.date(2024, 11, 25), "quiet pebbles")


def test_today_settles_a_year_that_the_markup_leaves_out() -> None:
    page = parse_html(
        CARD.replace(", 2024", "").replace("2511.0", "0000.0"), today=dt.date(2023, 12, 1)
    )
    assert page[0].date == dt.date(2023, 11, 3)


@pytest.mark.parametrize("html", ["", " \n", "<html></html>", "<p>\u200b</p>"])
def test_a_page_that_shows_nothing_is_no_papers(html: str) -> None:
    page = parse_html(html)
    assert codes(page) == ["no-papers"]
    assert not page.papers


def test_a_page_of_something_else_is_no_papers() -> None:
    assert codes(parse_html("<html><h1>Geese</h1><p>They fly.</p></html>")) == ["no-papers"]


def test_deeply_nested_markup_is_read() -> None:
    page = parse_html("<div><a>" * 50_000 + CARD + "</a></div>" * 50_000)
    assert page.papers == (PEBBLES,)


def test_lone_surrogates_and_control_characters_do_not_stop_it() -> None:
    page = parse_html(CARD.replace("by Ear", "\x00\ud800 by Ear &#0; &#xD800;"))
    assert page[0].title.startswith("Sorting Pebbles \ud800 by Ear")


# Bytes


@pytest.mark.parametrize(
    ("declaration", "codec"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "utf-32"),
        ('<meta charset="utf-8">', "utf-8"),
        ("<meta charset=ISO-8859-1>", "cp1252"),
        ("<META http-equiv='Content-Type' content='text/html; charset=windows-1252'>", "cp1252"),
        ('<meta name="x"><meta charset="Shift_JIS">', "shift_jis"),
        ('<meta charset="utf-16">', "utf-8"),
        ('<meta charset="rot13">', "utf-8"),
        ('<meta charset="no-such">', "utf-8"),
    ],
)
def test_bytes_are_decoded_as_their_mark_or_the_page_says(declaration: str, codec: str) -> None:
    name = "石" if codec == "shift_jis" else "Émile"
    html = f"<html>{declaration}{CARD}</html>".replace("Quiet", name).replace("·", "&middot;")
    page = parse_html(html.encode(codec))
    assert page[0].org == f"{name} Computing"
    assert not page.problems


def test_bytes_that_are_no_text_are_replaced_and_the_line_is_said() -> None:
    html = CARD.encode().replace(b"Quiet", b"Qui\xe9t")
    page = parse_html(html)
    assert page[0].org == "Qui\ufffdt Computing"
    assert [(one.code, one.line, one.level) for one in page.problems] == [
        ("bytes-replaced", 8, "warning")
    ]


# Arguments


def test_strict_refuses_a_page_with_a_warning_and_no_other() -> None:
    assert parse_html(CARD, strict=True).papers == (PEBBLES,)
    with pytest.raises(ParseError) as caught:
        parse_html(CARD.encode() + b"\xff", strict=True)
    assert caught.value.page == parse_html(CARD.encode() + b"\xff")


@pytest.mark.parametrize("thing", [None, 7, [CARD], bytearray(b"<html>")])
def test_anything_else_is_a_type_error_that_says_what_to_pass(thing: object) -> None:
    with pytest.raises(TypeError, match=r"html must be a str or bytes, not \w+; pass"):
        parse_html(thing)  # type: ignore[arg-type]


def test_options_are_checked_as_those_of_parse_page() -> None:
    with pytest.raises(TypeError, match=r"today must be a datetime\.date"):
        parse_html(CARD, today="2025-11-25")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="unlabelled_count must be"):
        parse_html(CARD, unlabelled_count="likes")  # type: ignore[arg-type]
