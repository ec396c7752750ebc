"""Invariant 2: every line of the text can be found again."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from hfpapers import Page, parse_page
from tests.property import words
from tests.property.strategies import Invented, pages, soups

_LINE_END = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
#: What a page prints that is no paper's, and what a text holds that nobody can see or read.
_FURNITURE = frozenset(
    text.casefold() for text in (*words.BANNERS, *words.CURATORS, *words.FOOTER)
) | {"new", "subscribe", "daily papers", "trending papers"}


def lines_of(text: str) -> list[str]:
    """Split a text at every kind of line end."""
    return _LINE_END.split(text)


def unaccounted(text: str, page: Page) -> list[str]:
    """Return the lines with words that are in no paper and no leftovers, each checked for once.

    A paper's lines are those from its first to its last; a line that was not understood may part
    its items from its title, and is a leftover still.
    """
    inside: Counter[int] = Counter()
    for paper in page:
        first, last = paper.lines
        assert 1 <= first <= last <= len(lines_of(text))
        inside.update(range(first, last + 1))
    # In a text without line ends, cards begin on the line on which others end.
    shared = {line for paper in page for line in paper.lines}
    assert {number for number, papers in inside.items() if papers > 1} <= shared
    lines = [line for line in enumerate(lines_of(text), 1) if line[1].strip()]
    outside = Counter(line for number, line in lines if not inside[number])
    parting = Counter(line for number, line in lines if inside[number] == 1)
    leftovers = Counter(page.leftovers)
    assert leftovers - outside <= parting, "a leftover is a line of the text, once"
    for line in leftovers - outside:
        assert not any(line.strip() == paper.title for paper in page), "it is in no field"
    return [line for line in (outside - leftovers).elements() if re.search(r"\w", line)]


class TestEveryNonBlankLineBelongsToExactlyOne:
    """Every non-blank input line belongs to exactly one of: a paper, furniture, `leftovers`."""

    @given(pages())
    def test_on_a_page_as_the_site_prints_it(self, invented: Invented) -> None:
        page = parse_page(invented.text(), today=invented.today)
        known = {invented.query, *(invented.header if invented.date else ())}
        assert not page.leftovers
        for line in unaccounted(invented.text(), page):
            assert line.casefold() in _FURNITURE or line in known

    @given(pages(), st.data())
    def test_junk_between_cards_never_vanishes(
        self, invented: Invented, data: st.DataObject
    ) -> None:
        blocks: list[str] = []
        junk = []
        for number, card in enumerate((invented.header, *invented.cards, invented.footer)):
            blocks += card
            junk.append(f"{data.draw(st.sampled_from(words.JUNK))} ({number} of the scissors)")
            blocks.append(junk[-1])
        text = invented.join(blocks)
        page = parse_page(text, today=invented.today)
        missing = unaccounted(text, page)
        # Alone below the header it may be what was searched for, for all that the text says.
        assert not [line for line in junk if line in missing and line != page.query]

    @given(pages())
    def test_the_header_and_footer_are_in_no_paper(self, invented: Invented) -> None:
        page = parse_page(invented.text(), today=invented.today)
        lines = lines_of(invented.text())
        inside = {line for p in page for line in lines[p.lines[0] - 1 : p.lines[1]]}
        assert not inside & (_FURNITURE - {"new"})
        assert not inside & {*words.BANNERS, *words.CURATORS, "TOS", "© Hugging Face"}


class TestNothingIsDroppedWithoutATrace:
    """Nothing is dropped without a trace."""

    @given(soups(), st.sampled_from(words.JUNK))
    def test_of_a_text_that_is_anything_at_all(self, soup: str, junk: str) -> None:
        line = f"{junk} (below the scissors)"
        text = f"{soup}\n\n{line}\n"
        page = parse_page(text)
        # A later copy of a card fills the gaps of the first one. What stands in brackets before the
        # name of an organisation is the text of an image.
        filled = [str(value) for record in page.to_dicts() for value in record.values()]
        words = re.sub(r"^\[[^\]]*\] ", "", line)
        traced = any(words in value for value in filled)
        assert traced or line not in unaccounted(text, page)

    @given(soups())
    def test_leftovers_beside_papers_leave_a_problem(self, text: str) -> None:
        page = parse_page(text)
        unread = any(problem.code == "unread-text" for problem in page.problems)
        assert unread == bool(page.papers and page.leftovers)
