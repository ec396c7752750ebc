"""Compares what the library read from a text with what could be read from it."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from itertools import takewhile
from typing import TYPE_CHECKING

import attrs

from tests.matrix.fidelity import Level
from tests.matrix.papers import FIELDS
from tests.matrix.recoverable import recoverable
from tests.matrix.textview import skeleton_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hfpapers import Page, Paper
    from tests.matrix.papers import InventedPaper
    from tests.matrix.recoverable import Expectation
    from tests.matrix.replicas import Replica

LEAST_LIKENESS = 12  # letters that a title in a wrong frame must share with the true one


@attrs.frozen(kw_only=True)
class Failure:
    """One thing that was read wrongly, and the lines of the text where it stands."""

    what: str
    expected: object
    got: object
    lines: tuple[int, int]


@attrs.define
class Score:
    """What was asked and what was right, summed over pages."""

    printed: int = 0
    wanted: Counter[str] = attrs.field(factory=Counter)
    right: Counter[str] = attrs.field(factory=Counter)
    raised: int = 0
    papers: int = 0
    missing: int = 0
    invented: int = 0
    made_up: int = 0
    silent: int = 0
    failures: list[Failure] = attrs.field(factory=list)

    def add(self, other: Score) -> None:
        """Add the score of another page."""
        self.printed += other.printed
        self.wanted += other.wanted
        self.right += other.right
        self.raised += other.raised
        self.papers += other.papers
        self.missing += other.missing
        self.invented += other.invented
        self.made_up += other.made_up
        self.silent += other.silent
        self.failures += other.failures

    def is_wrong(self) -> bool:
        """Tell whether a recoverable field was read wrongly, or a paper missed or made up."""
        faults = self.raised or self.missing or self.invented or self.silent
        return bool(faults or self.right != self.wanted)


def score_page(text: str, replica: Replica) -> Score:
    """Read a text with the library and judge the result; an error counts as an empty page.

    The number after a date is asked for as comments: that is what the live page prints there.
    """
    from hfpapers import parse_page

    score = Score()
    page: Page | tuple[()] = ()
    try:
        page = parse_page(text, today=replica.today, unlabelled_count="comments")
    except Exception as error:
        score.raised += 1
        score.failures.append(Failure(what="raised", expected=None, got=repr(error), lines=(1, 1)))
    expectations = recoverable(text, replica)
    matches = match(replica, expectations, page)
    for number, expectation in enumerate(expectations):
        values = (getattr(replica.papers[number], name) for name in FIELDS)
        score.printed += sum(value is not None for value in values)
        if not expectation.present:
            continue
        score.papers += 1
        title = replica.papers[number].title
        if number not in matches:
            score.missing += 1
            failure = Failure(what="missing", expected=title, got=None, lines=expectation.lines)
            score.failures.append(failure)
        else:
            place = matches[number]
            told = page and any(problem.paper == place for problem in page.problems)
            judge(score, replica.papers[number], expectation, page[place], bool(told))
    for place in sorted(set(range(len(page))) - set(matches.values())):
        if not is_unsure(page[place].title, replica, expectations):
            score.invented += 1
            got = page[place]
            score.failures.append(
                Failure(what="invented", expected=None, got=got.title, lines=got.lines)
            )
    return score


def is_unsure(title: str, replica: Replica, expectations: Sequence[Expectation]) -> bool:
    """Tell whether a paper may or may not be read: its title was cut, or its card is unclear."""
    papers = zip(replica.papers, expectations, strict=True)
    unclear = [paper.title for paper, found in papers if not found.present]
    if any(is_like(skeleton_of(one), skeleton_of(title)) for one in unclear):
        return True
    present = [number for number, found in enumerate(expectations) if found.present]
    after = replica.papers[max(present, default=-1) + 1 :][:1]
    return any(paper.title.startswith(title.rstrip(".…")) for paper in after)


def match(
    replica: Replica, expectations: Sequence[Expectation], page: Sequence[Paper]
) -> dict[int, int]:
    """Match papers by title, in order; what is left over, by likeness, and then by place."""
    wanted = [number for number, found in enumerate(expectations) if found.present]
    titles = [skeleton_of(replica.papers[number].title) for number in wanted]
    read = [skeleton_of(paper.title) for paper in page]
    blocks = SequenceMatcher(None, titles, read, autojunk=False).get_matching_blocks()
    matches = {
        wanted[block.a + step]: block.b + step for block in blocks for step in range(block.size)
    }
    left = [place for place in range(len(page)) if place not in set(matches.values())]
    for number, title in zip(wanted, titles, strict=True):
        if number not in matches:
            like = [place for place in left if is_like(title, read[place])]
            if like:
                place = max(like, key=lambda one: likeness(title, read[one]))
                matches[number] = place
                left.remove(place)
    for number in wanted:
        place = matches.get(number - 1, -1) + 1
        alone = place in left and is_between(matches, number, place)
        if number not in matches and alone and is_same_card(replica.papers[number], page[place]):
            matches[number] = place
            left.remove(place)
    return matches


def is_between(matches: Mapping[int, int], number: int, place: int) -> bool:
    """Tell whether a paper that was read is the only one between those before and after it."""
    before, after = number - 1 in matches or number == 0, matches.get(number + 1, place + 1)
    return before and after == place + 1


def is_same_card(truth: InventedPaper, got: Paper) -> bool:
    """Tell whether a paper with another title was read from the same card."""
    numbers = (truth.author_count, truth.date, truth.votes)
    same = zip(numbers, (got.author_count, got.date, got.votes), strict=True)
    return any(one == other is not None for one, other in same)


def is_like(title: str, read: str) -> bool:
    """Tell whether a title was read with too much or too little text."""
    if title in read or (read and title.startswith(read)):
        return True
    return shared(title, read) >= max(LEAST_LIKENESS, min(len(title), len(read)) // 2)


def likeness(title: str, read: str) -> tuple[int, int]:
    """Weigh how alike two titles are: the beginning counts most, for many end alike."""
    begins = takewhile(lambda pair: pair[0] == pair[1], zip(title, read, strict=False))
    return len(list(begins)), shared(title, read)


def shared(title: str, read: str) -> int:
    """Count the letters of the longest stretch that two titles share."""
    return SequenceMatcher(None, title, read, autojunk=False).find_longest_match().size


def judge(
    score: Score, truth: InventedPaper, expectation: Expectation, got: Paper, told: bool
) -> None:
    """Judge every field of one paper, of which a problem may tell that it is a guess."""
    for name in FIELDS:
        expected, value = getattr(truth, name), getattr(got, name)
        if name in expectation.guesses and not told and is_wrong(expected, value):
            score.silent += 1
            score.failures.append(
                Failure(
                    what=f"{name}, and no problem",
                    expected=expected,
                    got=value,
                    lines=expectation.lines,
                )
            )
        level = expectation.fields.get(name)
        if level is None:
            score.made_up += is_made_up(name, expected, value)
            continue
        score.wanted[name] += 1
        if level.same(expected, value):
            score.right[name] += 1
        else:
            score.failures.append(
                Failure(what=name, expected=expected, got=value, lines=expectation.lines)
            )


def is_wrong(expected: object, value: object) -> bool:
    """Tell whether something was read, and not what stands there."""
    return value is not None and not Level.SPACELESS.same(expected, value)


def is_made_up(name: str, expected: object, value: object) -> bool:
    """Tell whether a field that the text does not give was read, and read wrongly."""
    if not is_wrong(expected, value):
        return False
    if name in ("title", "abstract") and expected is not None:
        return False  # where the boundary is lost, any reading of it will do
    return not (name == "org" and isinstance(expected, str) and expected in str(value))
