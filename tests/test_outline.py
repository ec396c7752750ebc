"""Outlines: the trees of pages that browsers give to screen readers."""

from __future__ import annotations

import datetime as dt

import pytest

from hfpapers import Paper, parse_page
from tests.matrix.outlines import SPELLINGS, write
from tests.matrix.papers import FIELDS, InventedPaper, collapsed
from tests.matrix.replicas import KINDS, Kind, invent_replica

CARD = """\
- article:
  - link "12":
    - /url: /login?next=%2Fpapers%2F2511.00001
    - checkbox
    - text: "12"
  - 'heading "Geese: \\"Loud\\" Ones" [level=3]':
    - 'link "Geese: \\"Loud\\" Ones"':
      - /url: /papers/2511.00001
  - link "Two people who count one flock never agree.":
    - /url: /papers/2511.00001
    - paragraph:
      - text: Two people who count one
      - mark: flock
      - text: never agree.
  - link "goose-office Goose Office":
    - /url: /goose-office
    - img "goose-office"
    - text: Goose Office
  - text: · May 7, 2024
  - link "3":
    - /url: /papers/2511.00001#community
"""
FIELDS_OF_CARD = Paper(
    title='Geese: "Loud" Ones',
    abstract="Two people who count one flock never agree.",
    author_count=None,
    date=dt.date(2024, 5, 7),
    votes=12,
    org="Goose Office",
    org_slug="goose-office",
    comments=3,
    arxiv_id="2511.00001",
)


def test_a_card_gives_every_field() -> None:
    assert list(parse_page(CARD)) == [FIELDS_OF_CARD]
    assert parse_page(CARD).leftovers == ()


def test_what_stands_round_an_outline_is_left_over() -> None:
    page = parse_page(f"### Page state\n- Page URL: a page\n```yaml\n{CARD}```\n")
    assert list(page) == [FIELDS_OF_CARD]
    assert page.leftovers == ("### Page state", "- Page URL: a page")
    assert page.problems[0].code == "envelope-opened"
    assert page[0].lines == (8, 23)


def test_a_link_without_text_still_tells_the_day() -> None:
    days = (
        "- link:\n  - /url: /papers/date/2025-11-05\n- link:\n  - /url: /papers/date/2025-11-07\n"
    )
    (paper,) = parse_page(days + CARD.replace("May 7, 2024", "May 7"))
    assert paper.date == dt.date(2025, 5, 7)


def test_a_page_that_has_words_of_outlines_is_none() -> None:
    text = "12\n\nlink\n\nTwo people count\n\n3 authors\n·\nMay 7, 2024\n"
    (paper,) = parse_page(text)
    assert paper.title == "link"


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_of_page_is_read(kind: Kind, spelling: str) -> None:
    for seed, cards in enumerate((1, 2, 3, 8, 20)):
        replica = invent_replica(kind, seed, cards)
        text = write(replica.html, SPELLINGS[spelling])
        page = parse_page(text, today=replica.today, unlabelled_count="comments")
        wanted = {fields(paper, kind, spelling) for paper in replica.papers}
        assert {fields(paper, kind, spelling) for paper in page} == wanted, seed


def fields(paper: Paper | InventedPaper, kind: str, spelling: str) -> tuple[object, ...]:
    """Return the fields that such an outline shows of a card."""
    hidden = {"abstract", "date"} if kind.startswith("daily") else set()
    if spelling == "brackets":
        # Without links, nobody can tell a lone star count from comments.
        hidden |= {"arxiv_id", "github_url", "github_stars", "comments"}
    values = (getattr(paper, name) for name in FIELDS if name not in hidden)
    return tuple(collapsed(one) if isinstance(one, str) else one for one in values)
