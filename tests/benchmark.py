"""How long `parse_page` takes, as a multiple of `text.splitlines()`.

Run it with `python -m tests.benchmark [FILE]`. Without a file it reads the page of 2025-11-25 from
the project's captures where these are at hand, else an invented page of the same size and shape.
Both times are taken in turns in one run, so that what else the machine does weighs on both alike.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from hfpapers import parse_page

CAPTURE = Path("..", "shared", "captures", "text", "search-2025-11-25.txt")
TODAY = dt.date(2025, 11, 25)
CARDS = 78
REPEATS = 31
#: One `splitlines` is too short for the clock; this many are timed as one.
LOOPS = 20

_SENTENCES = (
    "We ask how far a careful listener can get with nothing but a stopwatch and a bucket.",
    "Earlier work assumes that the tide is known, which holds in tables but seldom on beaches.",
    "Our method needs no labels: it compares each pebble with the one that fell before it.",
    "On four public collections the error falls by a third (from 0.31 to 0.19 on average).",
    "An ablation shows that most of the gain comes from the order in which the geese are counted.",
    "However, maps with coffee on them remain out of reach, and we discuss why.",
    "We prove that the search ends after a number of steps that is linear in the creases, $O(n)$.",
    "Code, recordings and the names of all 212 beaches are published with the paper.",
)
_SUBJECTS = ("Pebbles", "Kettles", "Lighthouses", "Maps", "Geese", "Ship Logs", "Tide Tables")
_METHODS = ("Sorting", "Folding", "Counting", "Hearing", "Reading", "Drawing")
_ENDINGS = ("by Ear", "with Little Supervision", "Twice: A Second Look", "Without Labels")


def invented_page(cards: int = CARDS, seed: int = 0) -> str:
    """Return the text of an invented search page without votes, in the clean form."""
    chance = random.Random(seed)
    header = "new\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\nNov 25\n\n"
    return header + "\n".join(_card(number, chance) for number in range(cards))


def _card(number: int, chance: random.Random) -> str:
    title = f"{_METHODS[number % 6]} {_SUBJECTS[number % 7]} {_ENDINGS[number % 4]}"
    abstract = " ".join(chance.choices(_SENTENCES, k=chance.randint(13, 23)))
    year = chance.randint(2020, 2025)
    day = dt.date(year, chance.randint(1, 11), chance.randint(1, 24))
    printed = f"{day:%b} {day.day}" + ("" if year == TODAY.year else f", {year}")
    comments = f"{chance.randint(1, 9)}\n" if number % 5 == 0 else ""
    return f"{title}\n\n{abstract}\n\n  • {2 + number % 9} authors\n·\n{printed}\n{comments}"


def multiple(text: str) -> tuple[float, float]:
    """Return the median seconds of `parse_page` and of `splitlines`, taken in turns."""
    parsing, splitting = [], []
    for _ in range(REPEATS):
        start = perf_counter()
        parse_page(text, today=TODAY)
        between = perf_counter()
        for _ in range(LOOPS):
            text.splitlines()
        end = perf_counter()
        parsing.append(between - start)
        splitting.append((end - between) / LOOPS)
    return median(parsing), median(splitting)


def main(arguments: list[str]) -> None:
    path = Path(arguments[0]) if arguments else CAPTURE
    if arguments or path.exists():
        name, text = path.name, path.read_text("utf-8")
    else:
        name, text = "an invented page", invented_page()
    parse_page(text, today=TODAY)  # what is made on the first call is not to be timed
    parsing, splitting = multiple(text)
    papers = len(parse_page(text, today=TODAY))
    print(f"{name}: {len(text):,} characters, {papers} papers")
    print(f"parse_page  {parsing * 1e3:8.3f} ms")
    print(f"splitlines  {splitting * 1e3:8.3f} ms")
    print(f"multiple    {parsing / splitting:8.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
