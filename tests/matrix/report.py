"""Prints scores as a Markdown table, and failures as compact diffs with the text beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.matrix.papers import FIELDS
from tests.matrix.textview import readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.matrix.score import Failure, Score

COLUMNS = (
    "page",
    "extractor",
    "raised",
    "papers",
    "missing",
    "invented",
    "made up",
    "silent",
    *FIELDS,
    "all",
    "in text",
)
LINES_BEFORE, LINES_AFTER, WIDTH = 3, 24, 120
VALUE_WIDTH = 160


def table(scores: dict[tuple[str, str], Score], total: Score) -> Iterator[str]:
    """Yield the lines of the table: a share of each field, `.` where none was recoverable."""
    yield "| " + " | ".join(COLUMNS) + " |"
    yield "|" + "---|" * len(COLUMNS)
    for (kind, name), score in [*scores.items(), (("all", "all"), total)]:
        counts = (
            score.raised,
            score.papers,
            score.missing,
            score.invented,
            score.made_up,
            score.silent,
        )
        cells = [kind, name, *(str(count) if count else "." for count in counts)]
        cells += [share(score.right[field], score.wanted[field]) for field in FIELDS]
        cells.append(share(score.right.total(), score.wanted.total()))
        cells.append(share(score.wanted.total(), score.printed))
        yield "| " + " | ".join(cells) + " |"


def summary(scores: dict[tuple[str, str], Score], total: Score) -> Iterator[str]:
    """Yield a table with a row for each extractor and a column for each kind of page.

    A cell says which share of how many fields was read exactly.
    """
    kinds = list(dict.fromkeys(kind for kind, _ in scores))
    yield "| extractor | " + " | ".join(kinds) + " | papers | missing | invented | silent |"
    yield "|---|" + "---:|" * (len(kinds) + 4)
    for name in dict.fromkeys(name for _, name in scores):
        row = {kind: scores[kind, name] for kind in kinds if (kind, name) in scores}
        cells = [exactness(row[kind]) if kind in row else "" for kind in kinds]
        yield f"| {name} | " + " | ".join([*cells, *counts(list(row.values()))]) + " |"
    cells = [exactness(*(one for (k, _), one in scores.items() if k == kind)) for kind in kinds]
    yield "| **all** | " + " | ".join([*cells, *counts([total])]) + " |"


def exactness(*scores: Score) -> str:
    """Print the share of the recoverable fields that were read exactly, and their number."""
    right = sum(score.right.total() for score in scores)
    wanted = sum(score.wanted.total() for score in scores)
    return f"{share(right, wanted)} % of {wanted:,}" if wanted else "nothing left"


def counts(scores: Sequence[Score]) -> list[str]:
    """Print how many papers were looked for, missed and made up, and silent wrong guesses."""
    papers = sum(score.papers for score in scores)
    missing = sum(score.missing for score in scores)
    invented = sum(score.invented for score in scores)
    silent = sum(score.silent for score in scores)
    return [f"{papers:,}", f"{missing:,}", f"{invented:,}", f"{silent:,}"]


def share(right: int, wanted: int) -> str:
    """Print a share in percent; only what is perfect is printed as 100."""
    if not wanted:
        return "."
    return "100" if right == wanted else f"{min(100 * right / wanted, 99.9):.1f}"


def describe(failure: Failure, source: str, text: str) -> Iterator[str]:
    """Yield a failure: the field, both values, and the lines round the card."""
    yield f"\n### {source}: {failure.what}"
    yield f"  expected {clipped(failure.expected, failure.got)}"
    yield f"  got      {clipped(failure.got, failure.expected)}"
    lines = readable(text).split("\n")
    first = max(failure.lines[0] - LINES_BEFORE, 1)
    last = min(failure.lines[1] + 1, first + LINES_AFTER)
    for number, line in enumerate(lines[first - 1 : last], first):
        yield f"  {number:5} | {line[:WIDTH]}"


def clipped(value: object, other: object) -> str:
    """Print a value, long ones from just before the place where they differ."""
    shown = repr(value)
    if len(shown) <= VALUE_WIDTH:
        return shown
    pairs = zip(shown, repr(other), strict=False)
    start = next((at for at, (a, b) in enumerate(pairs) if a != b), len(shown))
    start = max(0, min(start, len(shown) - VALUE_WIDTH // 2) - 40)
    return ("…" if start else "") + shown[start : start + VALUE_WIDTH] + "…"
