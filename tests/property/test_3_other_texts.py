"""Invariant 3: texts that are no page of papers, all of them invented."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hfpapers import parse_page
from tests.property import foreign, words

_SIZES = st.integers(1, 12)


class TestTextThatIsNoSuchPageGivesNoPapers:
    """Text that is no such page gives no papers, and one problem that says so."""

    @given(st.sampled_from(sorted(foreign.KINDS)), st.lists(st.integers(0, 999), max_size=12))
    def test_whatever_else_it_is(self, kind: str, choices: list[int]) -> None:
        self.check(foreign.text(kind, choices))

    @given(
        st.lists(st.sampled_from(words.SENTENCES), max_size=8), st.sampled_from((" ", "\n", "\n\n"))
    )
    def test_prose_that_speaks_of_authors_and_dates(self, prose: list[str], glue: str) -> None:
        self.check(glue.join(prose))

    @given(st.lists(st.sampled_from((*words.BANNERS, *words.CURATORS, *words.FOOTER)), max_size=12))
    def test_furniture_without_a_card(self, furniture: list[str]) -> None:
        framed = set(furniture) & {*words.BANNERS, *words.CURATORS}
        self.check("\n\n".join(furniture), "page-empty" if framed else "no-papers")

    @given(st.text(" \t\r\n\x0b\x0c\u200b\ufeff\xa0\u2028", max_size=20))
    def test_nothing_that_anyone_can_see(self, blank: str) -> None:
        self.check(blank)

    def check(self, text: str, code: str = "no-papers") -> None:
        page = parse_page(text)
        assert not page.papers
        assert [(problem.code, problem.level) for problem in page.problems] == [(code, "warning")]
