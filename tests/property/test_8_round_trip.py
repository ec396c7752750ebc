"""Invariant 8: papers that were printed on a page are read from it again."""

from __future__ import annotations

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from hfpapers import Page, Paper, parse_page
from tests.property import words
from tests.property.strategies import LONG_ABSTRACT, Invented, card, pages


def read(invented: Invented) -> Page:
    """Read the text of an invented page on its day."""
    return parse_page(invented.text(), today=invented.today)


class TestRenderingPapersAndParsingTheTextGivesThePapersBack:
    """Rendering papers in any layout and parsing the text gives the papers back."""

    @given(pages(kinds=("search",)))
    def test_on_a_search_page(self, invented: Invented) -> None:
        self.check(invented, "search")

    @given(pages(kinds=("search without votes",)))
    def test_on_a_search_page_that_lost_its_votes(self, invented: Invented) -> None:
        self.check(invented, "search")

    @given(pages(kinds=("daily",)))
    def test_on_a_daily_page(self, invented: Invented) -> None:
        self.check(invented, "daily")

    @given(pages(kinds=("daily 2024",)))
    def test_on_a_daily_page_of_2024(self, invented: Invented) -> None:
        self.check(invented, "daily")

    @given(pages(kinds=("trending",)))
    def test_on_a_trending_page(self, invented: Invented) -> None:
        self.check(invented, "trending")

    @given(pages())
    def test_with_the_day_and_the_query_of_the_header(self, invented: Invented) -> None:
        page = read(invented)
        assert page.date == invented.date
        assert page.query == invented.query

    @given(pages())
    def test_without_furniture_round_them(self, invented: Invented) -> None:
        # A title, a text, a name and a date are on anybody's list.
        authored = any(paper.author_count for paper in invented.papers)
        assume(authored or invented.kind != "search without votes")
        alone = attrs.evolve(invented, header=(), footer=())
        assert read(alone).papers == invented.papers

    def check(self, invented: Invented, kind: str) -> None:
        page = read(invented)
        assert page.papers == invented.papers
        assert page.kind == kind


class TestAbstractsInPieces:
    """LAYOUTS: query marks split the abstract, one abstract over many short lines."""

    @given(pages(kinds=("search", "search without votes"), forms=("nodes",)))
    def test_are_put_together(self, invented: Invented) -> None:
        text = invented.text()
        for word in words.MARKED:
            text = text.replace(f" {word} ", f"\n{word}\n")
        assert parse_page(text, today=invented.today).papers == invented.papers


class TestCardsThatLostTheirByline:
    """LAYOUTS: whole cards, their metadata, or all votes are dropped here and there."""

    @given(
        pages(kinds=("search", "search without votes"), min_cards=3),
        st.integers(0, 3),
    )
    def test_are_papers_still(self, invented: Invented, chosen: int) -> None:
        least = [max(LONG_ABSTRACT, len(paper.title)) for paper in invented.papers]
        long = [len(p.abstract or "") >= n for p, n in zip(invented.papers, least, strict=True)]
        chosen %= len(invented.papers)
        if not all(long):
            return
        cards, papers = list(invented.cards), list(invented.papers)
        cards[chosen] = cards[chosen][:-1]
        papers[chosen] = attrs.evolve(
            papers[chosen],
            author_count=None,
            org=None,
            date=None,
            comments=None,
            votes=papers[chosen].votes if invented.kind == "search" else None,
        )
        dropped = attrs.evolve(invented, cards=tuple(cards), papers=tuple(papers))
        page = read(dropped)
        assert page.papers == dropped.papers
        assert ("no-byline", chosen) in {(found.code, found.paper) for found in page.problems}


class TestPagesThatWereCutOff:
    """LAYOUTS: the last card ends anywhere; the cards before it are whole."""

    @given(pages(min_cards=3), st.integers(0, 4000))
    def test_keep_the_papers_above_the_cut(self, invented: Invented, cut: int) -> None:
        start = len(invented.join((*invented.header, *invented.cards[0], *invented.cards[1])))
        text = invented.text()
        cut = start + cut % (len(text) - start + 1)
        whole = [
            number for number in range(len(invented.cards)) if self.end(invented, number) < cut
        ]
        kept = invented.papers[: len(whole) - 1]
        page = parse_page(text[:cut], today=invented.today)
        assert page.papers[: len(kept)] == kept
        assert len(page) <= len(whole) + 1

    def end(self, invented: Invented, number: int) -> int:
        cards = [block for one in invented.cards[: number + 1] for block in one]
        return len(invented.join((*invented.header, *cards)))


class TestPapersThatShareATitle:
    """Different papers that share a title stay two; the same paper twice is one."""

    @given(pages(kinds=("search", "trending"), min_cards=2))
    def test_stay_two_if_their_abstracts_differ(self, invented: Invented) -> None:
        papers = [attrs.evolve(paper, title="Counting Geese Twice") for paper in invented.papers]
        papers = [
            attrs.evolve(paper, abstract=f"Part {number} of the count. {paper.abstract}")
            for number, paper in enumerate(papers)
        ]
        assert read(self.printed(invented, papers)).papers == tuple(papers)

    @given(pages(kinds=("search",)))
    def test_are_one_if_all_of_it_is_the_same(self, invented: Invented) -> None:
        twice = attrs.evolve(invented, cards=invented.cards * 2)
        assert read(twice).papers == invented.papers

    def printed(self, invented: Invented, papers: list[Paper]) -> Invented:
        cards = tuple(card(paper, invented.kind, invented.today, "") for paper in papers)
        return attrs.evolve(invented, papers=tuple(papers), cards=cards)
