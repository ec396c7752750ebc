"""Every layout through every extractor at hand: what the text still holds is read exactly."""

from __future__ import annotations

from pathlib import Path

import pytest

from hfpapers import parse_page
from tests.matrix.__main__ import catalogue
from tests.matrix.captures import daily_page
from tests.matrix.habits import all_habits
from tests.matrix.replicas import KINDS, Kind, Replica, invent_replica
from tests.matrix.score import Score, score_page

REAL = Path(__file__).parent.parent.parent / "shared/captures/html/daily-2024-08-01.html"
TOOLS = catalogue()
#: Habits that cut a page off, or write something of their own above it.
CUT = ("cut-off", "front-matter")
#: Of each kind: one card alone, and a page of several.
CARDS = (1, 7)


def read(name: str, replicas: list[Replica]) -> Score:
    """Judge what is read from the text that an extractor makes of pages."""
    if missing := TOOLS[name].missing():
        pytest.skip(missing)
    total = Score()
    texts = TOOLS[name].extract_all([replica.html for replica in replicas])
    for replica, text in zip(replicas, texts, strict=True):
        total.add(score_page(text, replica))
    return total


@pytest.mark.parametrize("name", TOOLS)
class TestEveryExtractor:
    """100 % of recoverable fields, no paper missing, none invented, on every cell of the matrix."""

    @pytest.mark.parametrize("kind", KINDS)
    def test_leaves_all_that_it_keeps_of_invented_pages(self, name: str, kind: Kind) -> None:
        score = read(name, [invent_replica(kind, seed, count) for seed, count in enumerate(CARDS)])
        assert (score.missing, score.invented, score.raised) == (0, 0, 0), score.failures
        assert score.right == score.wanted, score.failures

    @pytest.mark.skipif(not REAL.exists(), reason="the real page is not beside this repository")
    def test_leaves_all_that_it_keeps_of_a_real_page(self, name: str) -> None:
        score = read(name, [daily_page(REAL.read_text("utf-8"))])
        assert (score.missing, score.invented, score.raised) == (0, 0, 0), score.failures
        assert score.right == score.wanted, score.failures


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", [name for name in all_habits() if not name.startswith(CUT)])
def test_the_header_is_read_and_nothing_is_left_over(name: str, kind: Kind) -> None:
    replica = invent_replica(kind, 3, 7)
    (text,) = TOOLS[name].extract_all([replica.html])
    page = parse_page(text, today=replica.today)
    shown = None if kind == "trending" else replica.today
    query = replica.look.query if kind == "search" else None
    assert (page.kind, page.date, page.query) == (kind.strip("0245"), shown, query)
    assert page.leftovers == ()


def test_most_of_a_page_is_recoverable_from_its_clean_text() -> None:
    score = read("blocks", [invent_replica(kind, 0, 7) for kind in KINDS])
    assert score.papers == 28
    assert score.wanted.total() > 0.7 * score.printed
