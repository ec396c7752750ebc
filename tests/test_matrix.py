"""Every layout through every extractor at hand: what the text still holds is read exactly."""

from __future__ import annotations

from pathlib import Path

import pytest

from hfpapers import parse_page
from tests.matrix.__main__ import KNOWN, catalogue
from tests.matrix.captures import daily_page
from tests.matrix.habits import all_habits
from tests.matrix.replicas import KINDS, PAGES, Kind, Replica, invent_replica
from tests.matrix.score import Score, score_page
from tests.matrix.single import faults, invent_single, real_single

CAPTURES = Path(__file__).parent.parent.parent / "shared/captures/html"
SINGLE = CAPTURES / "paper-2509.24002.html"
REAL = Path(__file__).parent.parent.parent / "shared/captures/html/daily-2024-08-01.html"
TOOLS = catalogue()
#: Habits that cut a page off, or write something of their own above it.
CUT = ("cut-off", "front-matter", "clipping", "fetched")
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

    @pytest.mark.parametrize("page", PAGES)
    def test_leaves_all_that_it_keeps_of_invented_pages(self, name: str, page: str) -> None:
        if reason := KNOWN.get((page, name)):
            pytest.xfail(reason)
        kind, spaced = PAGES[page]
        replicas = [
            invent_replica(kind, seed, count, spaced=spaced) for seed, count in enumerate(CARDS)
        ]
        score = read(name, replicas)
        assert not score.is_wrong(), score.failures

    @pytest.mark.skipif(not REAL.exists(), reason="the real page is not beside this repository")
    def test_leaves_all_that_it_keeps_of_a_real_page(self, name: str) -> None:
        if reason := KNOWN.get(("real", name)):
            pytest.xfail(reason)
        score = read(name, [daily_page(REAL.read_text("utf-8"))])
        assert not score.is_wrong(), score.failures


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


#: What the comments on the real page of a single paper hold, too.
IN_COMMENTS = ("github_url", "project_page", "arxiv_id", "org_slug")
#: Pages of single papers, with many authors and few, in the old markup and in that of 2026.
SINGLES = [invent_single(seed, spaced=seed % 2 == 1) for seed in range(4)]


@pytest.mark.parametrize("name", TOOLS)
class TestThePageOfASinglePaper:
    """One paper or none, with all fields that the text holds, through every extractor."""

    def test_is_read_where_it_is_invented(self, name: str) -> None:
        if missing := TOOLS[name].missing():
            pytest.skip(missing)
        texts = TOOLS[name].extract_all([single.html for single in SINGLES])
        for single, text in zip(SINGLES, texts, strict=True):
            assert faults(parse_page(text, today=single.today), single, text) == []

    @pytest.mark.skipif(not SINGLE.exists(), reason="the real page is not beside this repository")
    def test_is_read_where_it_is_real(self, name: str) -> None:
        if missing := TOOLS[name].missing():
            pytest.skip(missing)
        (text,) = TOOLS[name].extract_all([SINGLE.read_text("utf-8")])
        single = real_single(SINGLE.read_text("utf-8"))
        page = parse_page(text, today=single.today)
        assert faults(page, single, text, IN_COMMENTS) == []
