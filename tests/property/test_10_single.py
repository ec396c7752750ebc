"""The page of a single paper, a third of which may be lost, gives that paper or none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hfpapers import parse_page
from tests.matrix.single import invent_single
from tests.test_single import ABOVE, ALL, TITLE, TODAY

GAPS = ("\n", "\n\n", "\n   ")
LINES = [(number, line) for number, line in enumerate(ALL)]


@given(
    dropped=st.sets(st.integers(0, len(ALL) - 1), max_size=len(ALL) // 3), gap=st.sampled_from(GAPS)
)
def test_with_parts_dropped_it_gives_at_most_one_paper_and_its_title_exactly(
    dropped: set[int], gap: str
) -> None:
    kept = [line for number, line in LINES if number not in dropped or line == TITLE]
    page = parse_page(gap.join(kept), today=TODAY)
    assert [paper.title for paper in page] in ([], [TITLE])


@given(dropped=st.sets(st.integers(len(ABOVE), len(ALL) - 1)), gap=st.sampled_from(GAPS))
def test_without_its_title_it_gives_no_paper_without_a_warning(dropped: set[int], gap: str) -> None:
    kept = [line for number, line in LINES if number not in dropped and line != TITLE]
    page = parse_page(gap.join(kept), today=TODAY)
    assert not page or any(problem.level == "warning" for problem in page.problems)


@given(seed=st.integers(0, 500), spaced=st.booleans())
def test_it_is_read_the_same_from_any_markup(seed: int, spaced: bool) -> None:
    single = invent_single(seed, spaced=spaced)
    page = parse_page(single.html, today=single.today)
    assert [paper.title for paper in page] == [single.paper.title]
