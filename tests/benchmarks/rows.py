"""Rows: what is measured, what it must reach, and what it was when somebody last looked."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from functools import partial

import attrs

from hfpapers import parse_html, parse_page
from tests.benchmarks import cells, rivals
from tests.benchmarks.hostile import HOSTILE, SHORT_LINES, Hostile
from tests.benchmarks.measure import Task, peak_memory, process, ratio, seconds
from tests.benchmarks.pages import TODAY, Subject, large_page


@attrs.frozen
class Setting:
    """What is read, and how much of it."""

    subject: Subject
    turns: int
    #: The part of each hostile text that is read, and of the extractors.
    share: float = 1.0

    def parse(self) -> None:
        parse_page(self.subject.text, today=TODAY)

    def per_byte(self, text: str) -> float:
        """Return what a byte of a text costs, as a multiple of a byte of the page."""
        size = len(text.encode("utf-8", "surrogatepass")) / len(self.subject.text.encode())
        return ratio(partial(parse_page, text, today=TODAY), self.parse, self.turns) / size


@attrs.frozen
class Row:
    """One ratio: the target is what it must be at most, `known` what it was when last looked at."""

    name: str
    target: float
    known: float
    #: Measures it; also says what the figure belongs to, if one is the worst of several.
    measure: Callable[[Setting], tuple[float, str]]
    #: The package that it needs.
    needs: str = ""

    def limit(self) -> float:
        """Return what would be a gross regression."""
        return 2 * max(self.target, self.known)

    def is_at_hand(self) -> bool:
        return not self.needs or importlib.util.find_spec(self.needs) is not None


def against_splitting(setting: Setting) -> tuple[float, str]:
    return ratio(setting.parse, setting.subject.text.splitlines, setting.turns), ""


def against(rival: Callable[[str], object], form: str) -> Callable[[Setting], tuple[float, str]]:
    """Measure against a rival that reads another form of the same page."""

    def measure(setting: Setting) -> tuple[float, str]:
        task: Task = partial(rival, getattr(setting.subject, form))
        return ratio(setting.parse, task, setting.turns), ""

    return measure


def growth(setting: Setting) -> tuple[float, str]:
    once = setting.subject.text
    return setting.per_byte(once * max(4, round(64 * setting.share))), ""


def median_card(setting: Setting) -> tuple[float, str]:
    found = cells.costs(setting.turns, setting.share)
    middle = found[len(found) // 2]
    return middle.units, f"{middle}, the median of {len(found)}"


def slowest_card(setting: Setting) -> tuple[float, str]:
    cost = cells.costs(setting.turns, setting.share)[-1]
    return cost.units, str(cost)


def extractor_share(setting: Setting) -> tuple[float, str]:
    return worst(cells.shares(setting.turns, setting.share))


def hostile(texts: dict[str, Hostile]) -> Callable[[Setting], tuple[float, str]]:
    """Measure the slowest of some hostile texts; each is read once, and the page beside it."""

    def measure(setting: Setting) -> tuple[float, str]:
        page = seconds(setting.parse, setting.turns) / len(setting.subject.text.encode())
        costs = {}
        for name, one in texts.items():
            text = one.text(setting.share)
            task = partial(parse_page, text, today=TODAY)
            costs[name] = seconds(task, 1) / len(text.encode()) / page
        return worst(costs)

    return measure


def worst(costs: dict[str, float]) -> tuple[float, str]:
    name = max(costs, key=lambda one: costs[one])
    return costs[name], name


def memory(setting: Setting) -> tuple[float, str]:
    return peak_memory(setting.parse) / len(setting.subject.text.encode()), ""


def importing(setting: Setting) -> tuple[float, str]:
    tasks = process("import hfpapers"), process("import attrs, regex")
    return ratio(*tasks, setting.turns), ""


def html_with_data(setting: Setting) -> tuple[float, str]:
    page, data = large_page()
    return ratio(partial(parse_html, page), partial(json.loads, data), setting.turns), ""


ROWS = (
    Row("a card, median of all extractors / `html.parser`, a card", 0.32, 1.2, median_card),
    Row("a card, the slowest / `html.parser`, a card", 2.7, 10, slowest_card),
    Row("the slowest / its own extractor", 0.4, 0.75, extractor_share, "bs4"),
    Row("`parse_page` / `text.splitlines()`", 6, 50, against_splitting),
    Row(
        "/ selectolax on the same papers' HTML",
        0.5,
        1.0,
        against(rivals.selectolax_records, "html"),
        "selectolax",
    ),
    Row(
        "/ `huggingface_hub`, JSON to `PaperInfo`",
        0.2,
        0.9,
        against(rivals.client_papers, "items"),
        "huggingface_hub",
    ),
    Row("/ lxml on the same papers' HTML", 1, 0.65, against(rivals.lxml_records, "html"), "lxml"),
    Row("/ BeautifulSoup with lxml", 0.02, 0.08, against(rivals.soup_records, "html"), "bs4"),
    Row("per byte, page 64 times / once", 1.1, 1.2, growth),
    Row("per byte, slowest hostile text", 10, 48, hostile(HOSTILE)),
    Row("per byte, slowest hostile text of short lines", 10, 150, hostile(SHORT_LINES)),
    Row("peak memory / size of the input", 4, 3, memory),
    Row("`import hfpapers` / `import attrs, regex`", 1.15, 0.9, importing),
    Row("`parse_html` of 1.5 MB with data / `json.loads`", 3, 8, html_with_data),
)
