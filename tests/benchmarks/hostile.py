"""Hostile texts: what no page holds, and what a parser that looks back or ahead is slow at."""

from __future__ import annotations

from typing import NamedTuple


class Hostile(NamedTuple):
    """A text that says one thing again and again until it has so many bytes."""

    unit: str
    size: int = 1_000_000
    before: str = ""
    after: str = ""

    def text(self, share: float = 1) -> str:
        """Return a share of the text."""
        times = round(self.size * share) // len(self.unit.encode())
        return f"{self.before}{self.unit * times}{self.after}"


HOSTILE = {
    "dots": Hostile("·"),
    "digits": Hostile("7"),
    "numbers": Hostile("7 "),
    "open brackets": Hostile("["),
    "closed brackets": Hostile("]("),
    "dates": Hostile("Nov 13, 2024 "),
    "10 MB in one line": Hostile("geese ", 10_000_000),
    "10 MB in one word": Hostile("a", 10_000_000),
    "spaces": Hostile(f"a{' ' * 1000}"),
    "links in links": Hostile("[a]("),
    "nested links": Hostile("[[a](/papers/2511.00001)](/papers/2511.00001)"),
    "tags": Hostile("<a "),
    "comments": Hostile("<!--"),
    "entities": Hostile("&amp;"),
    "escapes": Hostile("\\["),
    "invisible": Hostile("\u200b"),
    "attributes of a node": Hostile(' a="b"', before='- heading "', after=" !"),
    "logins in a link": Hostile("/login?next=/papers", before="[a](", after=")"),
    "links that do not end": Hostile("<a x>", before="x "),
    "boxes in a line": Hostile("[]", before="_a", after="x"),
    "boxes and spaces": Hostile("[] ", before="1 a", after="x"),
    "urls in a word": Hostile("https://1,024", before="x ", after="éé\\*"),
    "marks on a letter": Hostile("\u0316\u0301", before="x "),
    "cards of joined lines": Hostile(
        "e· 3 authors · Nov 13[![](https://a/b.png)gull Gull](/gull)İ\u2028"
    ),
    "escapes beside a link": Hostile("\\]", before="[a](/papers/2511.00001) b "),
}
#: The same, but of lines so short that what each line costs is all that counts.
SHORT_LINES = {
    "blank lines": Hostile("\n"),
    "bullets by turns": Hostile("*\n-\n"),
    "dots on lines": Hostile("·\n"),
    "digits on lines": Hostile("7\n"),
    "dates on lines": Hostile("Nov 13, 2024\n"),
    "numbers between lines": Hostile("7\nRope\nlamp\n"),
}
