"""Reads foreign lists by the thousand and says what papers it found: `python -m tests.foreign`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from importlib.util import find_spec
from typing import TYPE_CHECKING

from hfpapers import parse_page
from tests.foreign.forms import FORMS, Foreign, html, invent
from tests.foreign.templates import TEMPLATES
from tests.matrix.extractors import PYTHON_TOOLS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run as the arguments say; fail if a foreign list gives a paper."""
    parser = argparse.ArgumentParser(prog="python -m tests.foreign", description=__doc__)
    parser.add_argument("--pages", type=int, default=2, help="pages of each template")
    parser.add_argument("--seed", type=int, default=0, help="the number of the first page")
    parser.add_argument("--only", default="", help="templates whose name holds this")
    parser.add_argument("--forms", nargs="+", metavar="NAME", help="forms or extractors")
    parser.add_argument("--show", type=int, default=0, metavar="K", help="print K texts that fail")
    options = parser.parse_args(argv)
    forms = {**FORMS, **_extractors()}
    chosen = {name: forms[name] for name in options.forms or forms}
    seeds = range(options.seed, options.seed + options.pages)
    templates = [template for template in TEMPLATES if options.only in template.name]
    texts, failures = 0, Counter[tuple[str, str]]()
    for template in templates:
        for page in [invent(template, seed) for seed in seeds]:
            for name, form in chosen.items():
                text = form(page)
                texts += 1
                found = parse_page(text)
                if found.papers:
                    failures[template.name, name] += 1
                    if failures.total() <= options.show:
                        print(f"== {template.name}, {name}", text[:2000], *found.papers, sep="\n")
    print(f"{failures.total()} of {texts} texts of {len(templates)} templates gave papers")
    for (name, form_name), count in failures.most_common():
        print(f"{count:5} {name}, {form_name}")
    return int(failures.total() > 0)


def _extractors() -> dict[str, Callable[[Foreign], str]]:
    """Every extractor of the bench that is at hand, on the HTML of a list."""
    at_hand = {name: tool for name, (needs, tool) in PYTHON_TOOLS.items() if find_spec(needs)}
    return {name: _on_html(tool) for name, tool in at_hand.items()}


def _on_html(tool: Callable[[str], str | None]) -> Callable[[Foreign], str]:
    return lambda page: tool(html(page)) or ""


if __name__ == "__main__":
    sys.exit(main())
