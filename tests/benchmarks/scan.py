"""A scan for texts that take quadratic time: `python -m tests.benchmarks.scan --help`.

A unit is one to four of the things that the parser knows, side by side; a text says one unit again
and again. Four times the text must not take much more than four times as long. Units that do are
timed again, at larger sizes, and printed if they still do. Run it by hand: it takes an hour, and
what it finds becomes a row of `hostile.py`.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from random import Random
from time import process_time
from typing import NamedTuple

from hfpapers import parse_html, parse_json, parse_page

SMALL, LARGE = 25_000, 100_000
#: Four times the text takes so many times as long at most: four, and what the caches cost.
MOST = 7.0

TOKENS = (
    # Prose, in letters of all widths, and what stands between words.
    "a", "e", "Rope", "lamp.", "We count geese, and fold maps.", "x" * 70, "İ", "é", "風", "Ω",
    " ", "  ", "    ", "\t", "\n", "\n\n", "\n  ", "\r\n", "\r", "\v", "\f", "\x1c", "\x85",
    "\u2028", "\u2029", "\u00a0", "\u200b", "\u200d", "\u0301", "\ufeff", "\ufffd", "\xad",
    "\x1b[1m",
    # What a card prints.
    "·", " · ", "•", "3 authors", "authors", "12 authors\n", "7", "42", "1,024", "1.2k", "-",
    "-\n",
    "Nov 13", "Nov 13, 2024", "Published on Nov 13", "2024", "Submitted by", "Submitted by mara",
    "Upvote", "Upvote 7", "GitHub", "GitHub 1.2k", "arXiv Page", "gull Gull", "gullGull", "U. of",
    # Lines of their own.
    "Rope\n", "lamp\n", "7\n", "·\n", "3 authors\n", "Nov 13, 2024\n", "Submitted by\n", "mara\n",
    "We count geese that nobody has counted before, and fold them into maps.\n", "Upvote\n", "[\n",
    "e· 3 authors · Nov 13", "[![](https://a/b.png)gull Gull](/gull)",
    "· Published on Nov 13, 2024\n",
    # What the site prints round its cards.
    "Daily Papers", "Trending Papers", "by AK and the research community", "Models", "Previous",
    "new", "Search by arxiv id or title", "System theme", "Authors:", "Abstract", "Hugging Face",
    # Marks of Markdown and its kin.
    "[", "]", "](", "[]", "[ ]", "[x]", "![", "![](", "![](https://a/b.png)",
    "[a](/papers/2511.00001)",
    "](/papers/2511.00001)", "](/gull)", "](/login?next=%2Fpapers%2F2511.00001)", "[a][1]", "][",
    "[1]", "[1]: ", "[1]: /papers/2511.00001\n", "1. /papers/2511.00001\n", "⟨1⟩", "{.mark}",
    "]{.mark}",
    "{", "}", "(", ")", "<", ">", "> ", "# ", "### ", "\n#", "* ", "*", "**", "- ", "+ ", "1. ",
    "1)",
    "_", "__", "~~", "`", "```", "```\n", "---", "\n---\n", "===\n", "|", " | ", "|---|", "\\",
    "\\\\",
    "\\\n", "\\[", "\\]", "\\-", "\\#", "$", "$R^2$", "%", "^", "~", "=", ":", "!", "?", ",", ";",
    "/",
    '"', "'", "“", "”", "=> ", "-> ",
    # Addresses.
    "http://", "https://", "https://huggingface.co", "https://huggingface.co/papers/2511.00001",
    "/papers/2511.00001", "/papers/", "/papers/date/2024-11-13", "/login?next=",
    "arXiv:2511.00001",
    "2511.00001", "https://github.com/a/b", "https://a.example/c.png", "huggingface.co", "www.",
    # HTML.
    "<a ", "<a>", "</a>", '<a href="', '<a href="/papers/2511.00001">', "<p>", "</p>", "<br>",
    "<div",
    "<div>", "</div>", "<article>", "</article>", "<h3>", "</h3>", "<li>", "<img alt=", "<mark>",
    "<!--", "-->", "<!", "<?", "</", "/>", "<script>", "</script>", "<style>", "<title>", "<svg",
    'data-props="', 'data-target="DailyPapers"', "<![CDATA[", "<html>", "<body>", "<video",
    # Entities.
    "&", "&amp;", "&#", "&#183;", "&middot;", "&quot;", "&nbsp;", "&#x",
    # JSON, and what holds a page.
    '{"', '"}', '": "', '":', '{"a":', "[{", "}]", "[[", "{}", "null", "\\n", "\\u00b7", '\\"',
    '{"paper": {"id": "2511.00001", "title": "Geese"}}', '"title": "Geese", ', '"paper": ',
    "MIME-Version: 1.0\n", "Content-Type: multipart/related; boundary=a\n", "--a\n", "=\n", "=3D",
    "=C2=B7", "HTTP/1.1 200 OK\n", "WARC/1.0\n", "Content-Length: 7\n", "title: a\n", "From: a\n",
    # Trees that a browser gives to readers of screens.
    '- heading "a"', '- link "a":\n', "[level=3]", "uid=1_2 ", 'StaticText "a"\n', "  - text: a\n",
)  # fmt: skip


class Door(NamedTuple):
    """A way into the library, and what makes a text that gets in there of many units."""

    read: Callable[[str], object]
    make: Callable[[str], str] = str


_ITEM: dict[str, object] = {"id": "2511.00001", "title": "Geese", "authors": [], "upvotes": 7}
DOORS = {
    "page": Door(parse_page),
    "html": Door(parse_html, "<html><body>{}".format),
    "json": Door(parse_json, "[{}".format),
    "items": Door(parse_json, lambda text: json.dumps([{"paper": {**_ITEM, "summary": text}}])),
}


def units(seed: int) -> Iterator[str]:
    """Go through units, the same for a seed in every process."""
    rng = Random(seed)
    while True:
        yield "".join(rng.choices(TOKENS, k=rng.choice((1, 2, 2, 3, 3, 4))))


def seconds(door: Door, unit: str, size: int) -> float:
    """Return what it takes to read a text of so many bytes, whether it is refused or not."""
    text = door.make(unit * (size // len(unit.encode())))
    start = process_time()
    with contextlib.suppress(ValueError):
        door.read(text)
    return process_time() - start


def growth(door: Door, unit: str, small: int, large: int, times: int = 1) -> float:
    """Return how many times as long the large text takes as the small one, by the best of some."""
    least = [min(seconds(door, unit, size) for _ in range(times)) for size in (small, large)]
    return least[1] / max(least[0], 0.001)


def is_quadratic(door: Door, unit: str) -> bool:
    """Whether a unit takes too long again and again, and at four times the size, too."""
    return all(
        growth(door, unit, small, large, times) > MOST
        for small, large, times in ((SMALL, LARGE, 1), (SMALL, LARGE, 3), (LARGE, 4 * LARGE, 1))
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.scan", description=__doc__)
    parser.add_argument("--units", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--doors", nargs="+", choices=DOORS, default=list(DOORS))
    options = parser.parse_args()
    found = 0
    for _, unit in zip(range(options.units), units(options.seed), strict=False):
        for name in options.doors:
            if is_quadratic(DOORS[name], unit):
                found += 1
                print(f"{name}: {unit!r}", flush=True)
    print(f"{found} of {options.units} units take quadratic time")
    return found > 0


if __name__ == "__main__":
    sys.exit(main())
