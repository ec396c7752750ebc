"""What stands in the slots of foreign lists: invented words, put together by a seeded choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_DOING = (
    "Sorting",
    "Counting",
    "Mending",
    "Painting",
    "Hearing",
    "Weighing",
    "Folding",
    "Lighting",
)
_KINDS = ("Quiet", "Amber", "Hollow", "Wet", "Idle", "Northern", "Borrowed", "Slow", "Old")
_THINGS = (
    "Kettles",
    "Ropes",
    "Lanterns",
    "Geese",
    "Pebbles",
    "Pulleys",
    "Ferries",
    "Maps",
    "Buoys",
)
_ENDS = ("", "", " by Ear", ": A Second Look", " at Night", " for Beginners", "?", " in 12 Steps")
_FIRST = ("Ada", "Bo", "Cy", "Dora", "Emil", "Fenna", "Gus", "Hilde", "Ivo", "Jule")
_LAST = ("Quill", "Marsh", "Reed", "Tide", "Slate", "Gull", "Kettle", "Harbour", "Thimble", "Moor")
_USERS = ("mara", "joost_k", "wren", "gull-42", "keeper", "oda", "tern", "pim7")
_PLACES = (
    "Teapot Laboratory",
    "Goose Office",
    "Rope Lab",
    "University of Low Tides",
    "Slate & Sons",
)
_SITES = ("Harbour Post", "Pier Weekly", "The Lamp", "Slipway", "Low Water", "Kelp Digest")
_TAGS = ("rowing", "weather", "cooking", "maps", "repair", "music", "history", "boats", "letters")
_SENTENCES = (
    "The ferry was late again, and nobody minded.",
    "We walked along the pier until the lamps came on.",
    "A keeper explains how to light a wet lamp without a match.",
    "Nothing about it was easy, but the rope held in the end.",
    "What the council decided on Tuesday, and what it means for the geese.",
    "In this guide you learn to tie four knots with one hand.",
    "Three readers write in about the noise of the new bell.",
    "The data were gathered by volunteers over eleven winters, and checked twice by hand.",
    "I counted them twice and got two answers.",
    "Ask the harbour master before you borrow the long ladder; he keeps the only key.",
    "This release mends the gauge, and drops the old sensor for good.",
    "It is the first time that the prize goes to a lighthouse.",
    "Her new book follows a family of boat builders through four floods and one very long drought.",
    "Our survey of small harbours finds that most of them have more gulls than boats.",
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
#: In May, nothing tells this spelling from that of the site.
_LONG_MONTHS = (
    "January", "February", "March", "April", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def _prose(random: Random, sentences: int) -> str:
    return " ".join(random.sample(_SENTENCES, sentences))


def _title(random: Random) -> str:
    words = (random.choice(choices) for choices in (_DOING, _KINDS, _THINGS))
    return " ".join(words) + random.choice(_ENDS)


def _name(random: Random) -> str:
    return f"{random.choice(_FIRST)} {random.choice(_LAST)}"


def _date(random: Random) -> str:
    year = random.choice(("", ", 2023", ", 2024", ", 2025"))
    return f"{random.choice(_MONTHS)} {random.randint(1, 28)}{year}"


def _year(random: Random) -> str:
    return f"{random.choice(_MONTHS)} {random.randint(1, 28)}, {random.randint(2021, 2025)}"


def _paper(random: Random) -> str:
    month = random.randint(1, 12)
    return f"{random.randint(23, 25)}{month:02}.{random.randint(0, 20000):05}"


def _count(random: Random) -> str:
    return str(random.choice((0, 1, 2, 3, 5, 7, 12, 20, 41, 99, 128)))


#: What each word of a template that begins with a dollar sign stands for.
SLOTS: dict[str, Callable[[Random], str]] = {
    "title": _title,
    "teaser": lambda random: _prose(random, random.choice((1, 1, 2))),
    "text": lambda random: _prose(random, 2),
    "long": lambda random: _prose(random, random.choice((3, 4, 5))),
    "name": _name,
    "names": lambda random: ", ".join(_name(random) for _ in range(random.randint(2, 4))),
    "user": lambda random: random.choice(_USERS),
    "handle": lambda random: f"@{random.choice(_USERS)}",
    "place": lambda random: random.choice(_PLACES),
    "site": lambda random: random.choice(_SITES),
    "host": lambda random: f"{random.choice(_TAGS)}.example",
    "tag": lambda random: random.choice(_TAGS),
    "date": _date,
    "year": _year,
    "longdate": lambda random: (
        f"{random.choice(_LONG_MONTHS)} {random.randint(1, 28)}, {random.randint(2021, 2025)}"
    ),
    "daymonth": lambda random: (
        f"{random.randint(1, 28)} {random.choice(_MONTHS)} {random.randint(2021, 2025)}"
    ),
    "iso": lambda random: (
        f"{random.randint(2021, 2025)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    ),
    "ago": lambda random: random.choice(("2 hours ago", "5h", "yesterday", "3 days ago", "1w")),
    "time": lambda random: f"{random.randint(8, 18)}:{random.choice(('00', '15', '30'))}",
    "n": _count,
    "m": lambda random: str(random.randint(2, 12)),
    "big": lambda random: f"{random.randint(1000, 90000):,}",
    "k": lambda random: f"{random.randint(11, 99) / 10}k",
    "zero": lambda random: random.choice(("-", _count(random))),
    "size": lambda random: random.choice(("7B", "0.5B", "13B", "1K - 10K", "2.1 MB")),
    "money": lambda random: f"{random.randint(3, 90)}.{random.randint(10, 99)} €",
    "repo": lambda random: f"{random.choice(_USERS)}/{random.choice(_TAGS)}-{random.randint(2, 9)}",
    "paper": _paper,
}
