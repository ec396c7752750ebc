"""Invariant 4: what may lie on a page without changing what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hfpapers import Page, parse_page
from tests.property import words
from tests.property.soil import ACCIDENTS, respaced, soiled
from tests.property.strategies import Invented, pages


def fields(page: Page) -> tuple[object, ...]:
    """Return what a page says, without where it says so and how the leftovers were printed."""
    problems = {(found.code, found.paper, found.level) for found in page.problems}
    return page.papers, page.kind, page.date, page.query, problems, len(page.leftovers)


class TestSoilChangesNoField:
    """Repeating blank lines that are there, trailing spaces, indentation, NBSP for space, CRLF or
    CR for LF, a BOM, zero-width characters change no field.
    """

    @given(pages(), st.data())
    def test_of_a_page(self, invented: Invented, data: st.DataObject) -> None:
        clean = parse_page(invented.text(), today=invented.today)
        soil = data.draw(soiled(invented.text()))
        assert fields(parse_page(soil, today=invented.today)) == fields(clean)

    @given(pages(), st.data())
    def test_of_a_page_with_junk_on_it(self, invented: Invented, data: st.DataObject) -> None:
        blocks = invented.blocks()
        for position in data.draw(st.lists(st.integers(0, 60), max_size=4)):
            junk = data.draw(st.sampled_from(words.JUNK + words.FRAGMENTS[:20]))
            blocks.insert(position % len(blocks), junk)
        text = invented.join(blocks)
        soil = data.draw(soiled(text))
        clean = parse_page(text, today=invented.today)
        assert fields(parse_page(soil, today=invented.today)) == fields(clean)


class TestBlankLinesChangeNoField:
    """Where the text is not hard-wrapped, adding or removing blank lines between lines changes none
    either.
    """

    @given(pages(), st.data())
    def test_wherever_they_are(self, invented: Invented, data: st.DataObject) -> None:
        clean = parse_page(invented.text(), today=invented.today)
        spaced = data.draw(respaced(invented.text()))
        assert fields(parse_page(spaced, today=invented.today)) == fields(clean)


@pytest.mark.parametrize("accident", sorted(ACCIDENTS))
class TestAccidentsOfEncoding:
    """LAYOUTS: `â€¢`, `Â·`, HTML entities left in; they change no field of a page."""

    @given(invented=pages())
    def test_change_no_field(self, accident: str, invented: Invented) -> None:
        soil = ACCIDENTS[accident](invented.text())
        assert parse_page(soil, today=invented.today).papers == invented.papers


class TestBulletsOfOtherKinds:
    """LAYOUTS: `• 3 authors`, `* 3 authors`, `- 3 authors`, empty bullets for the avatars, a bullet
    glued to `·`.
    """

    @given(
        pages(kinds=("search", "search without votes", "trending")),
        st.sampled_from(("•", "*", "+", "‣", "◦", "▪", "●")),
        st.integers(0, 3),
    )
    def test_change_no_field(self, invented: Invented, bullet: str, avatars: int) -> None:
        empty = f"{bullet}\n" * avatars
        lines = []
        for line in invented.text().split("\n"):
            number, _, word = line.lstrip(" •*-").partition(" ")
            is_authors = number.isdigit() and word == "authors"
            lines.append(f"{empty}  {bullet} {number} authors" if is_authors else line)
        page = parse_page("\n".join(lines), today=invented.today)
        assert page.papers == invented.papers
