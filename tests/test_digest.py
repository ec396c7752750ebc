"""The e-mail digest of a day's papers."""

from __future__ import annotations

import datetime as dt

import pytest

from hfpapers import Page, parse_html, parse_page

TITLES = ("Sorting Pebbles by Ear", "Counting Geese (Twice)", "A Lighthouse Is a Slow Modem")
VOTES = ("140", "1,035", "2")
TODAY = dt.date(2026, 7, 7)
SITE = "https://huggingface.co"
HEAD = "Daily Papers\nby AK and the AI research community\n"
DAY = "Here is the selection of papers for today (6 Jul):\n"
FAREWELL = """To view more checkout today's Daily Paper page.
NEW - I can submit papers to be featured in Daily Papers directly: huggingface.co/papers/submit
Onwards and upwards,
AK and the research community
"""
LINES = "".join(f"{title} ({votes} ▲)\n" for title, votes in zip(TITLES, VOTES, strict=True))
URLS = [f"{SITE}/papers/2607.0000{number}?utm_source=digest" for number in (1, 2, 3)]
LINKED = "".join(f"* [{line}]({url})\n" for line, url in zip(LINES.splitlines(), URLS, strict=True))


def fields(page: Page) -> list[tuple[str, int | None]]:
    """Return what every digest says of its papers."""
    return [(paper.title, paper.votes) for paper in page]


WHOLE = list(zip(TITLES, (140, 1035, 2), strict=True))


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "head",
    [HEAD, "by community\n", "Hugging Face\n"],
)
def test_is_a_daily_page_of_titles_and_votes(head: str, gap: str) -> None:
    page = parse_page((head + DAY + LINES + FAREWELL).replace("\n", gap), today=TODAY)
    assert fields(page) == WHOLE
    assert (page.kind, page.date) == ("daily", dt.date(2026, 7, 6))
    assert (page.problems, page.leftovers) == ((), ())
    assert {paper.abstract for paper in page} == {None}


@pytest.mark.parametrize("lines", [LINKED, LINKED.replace("* ", "1. "), LINKED.replace("* ", "")])
def test_has_ids_where_links_are_kept_and_these_tell_the_year(lines: str) -> None:
    page = parse_page(f"# Daily Papers\n\nby community\n\n{DAY}\n{lines}\n{FAREWELL}")
    assert fields(page) == WHOLE
    assert [paper.arxiv_id for paper in page] == ["2607.00001", "2607.00002", "2607.00003"]
    assert page.date == dt.date(2026, 7, 6)
    assert page.problems == ()


@pytest.mark.parametrize("entry", ['<a href="{}">{} ({} ▲)</a>', '<a href="{}">{}</a> ({} ▲)'])
def test_is_read_from_html(entry: str) -> None:
    items = [entry.format(*one) for one in zip(URLS, TITLES, VOTES, strict=True)]
    html = "<html><body><h1>Daily Papers</h1><p>by community</p><p>" + DAY + "</p><ul>"
    html += "".join(f"<li>{item}</li>" for item in items) + "</ul><p>Onwards and upwards,</p>"
    for page in (parse_html(html), parse_page(html)):
        assert fields(page) == WHOLE
        assert page[2].arxiv_id == "2607.00003"
        assert page.date == dt.date(2026, 7, 6)


def test_may_stand_in_one_line() -> None:
    page = parse_page(" ".join((HEAD + DAY + LINES).split()), today=TODAY)
    assert fields(page) == WHOLE


@pytest.mark.parametrize(
    ("day", "today", "date"),
    [
        ("(30 Dec)", dt.date(2027, 1, 2), dt.date(2026, 12, 30)),
        ("(Jul 6)", TODAY, dt.date(2026, 7, 6)),
        ("(6 July)", TODAY, dt.date(2026, 7, 6)),
    ],
)
def test_has_the_day_nearest_to_today(day: str, today: dt.date, date: dt.date) -> None:
    assert parse_page(HEAD + DAY.replace("(6 Jul)", day) + LINES, today=today).date == date


def test_of_january_may_list_papers_of_the_year_before() -> None:
    lines = LINKED.replace("2607", "2512")
    assert parse_page(HEAD + DAY.replace("6 Jul", "2 Jan") + lines).date == dt.date(2026, 1, 2)


@pytest.mark.parametrize("head", [HEAD + DAY, HEAD])
def test_without_a_year_or_a_day_asks_for_today(head: str) -> None:
    page = parse_page(head + (LINES if head != HEAD else LINKED))
    assert len(page) == 3
    assert page.date is None
    assert [(one.code, one.level) for one in page.problems] == [("year-unknown", "info")]


def test_leaves_other_lines_over() -> None:
    note = "sent from my lighthouse"
    page = parse_page(HEAD + DAY + LINES + f"\n{note}\n" + FAREWELL, today=TODAY)
    assert fields(page) == WHOLE
    assert page.leftovers == (note,)
    assert [one.code for one in page.problems] == ["unread-text"]


def test_that_lists_a_paper_twice_gives_it_once() -> None:
    page = parse_page(HEAD + DAY + LINKED + LINKED.replace("140", "141"), today=TODAY)
    assert fields(page) == WHOLE
    assert {one.code for one in page.problems} == {"copies-differ"}


@pytest.mark.parametrize(
    "text",
    [
        LINES,
        f"Pier Weekly\n{DAY}{LINES}",
        f"Pier Weekly\n{LINES}The research community of the pier\n",
        HEAD + DAY + "▲\n",
    ],
)
def test_is_none_without_two_signs_of_the_site(text: str) -> None:
    assert not parse_page(text, today=TODAY).papers
