"""Runs the benchmarks: `python -m tests.benchmarks --help`."""

from __future__ import annotations

import argparse
import sys

from tests.benchmarks.pages import subject
from tests.benchmarks.rows import ROWS, Setting

#: Turns by default, and for the check; the share of hostile texts and of extractors it looks at.
TURNS, CHECK_TURNS, CHECK_SHARE = 15, 5, 0.1


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail on a gross regression; quick")
    parser.add_argument("--only", metavar="WORD", help="rows with this word in their name")
    options = parser.parse_args(arguments)
    page = subject()
    setting = (
        Setting(page, CHECK_TURNS, CHECK_SHARE) if options.check else Setting(page, turns=TURNS)
    )
    print(f"{page.name}: {len(page.text.encode()):,} bytes\n")
    print("| what | must reach | measured |")
    print("|---|---|---|")
    regressed = False
    for row in ROWS:
        if options.only and options.only not in row.name:
            continue
        if not row.is_at_hand():
            print(f"| {row.name} | {row.target} | {row.needs} is not installed |")
            continue
        figure, name = row.measure(setting)
        regressed = regressed or figure > row.limit()
        shown = f"{figure:.3g}" + (f" ({name})" if name else "")
        print(f"| {row.name} | {row.target} | {shown} |", flush=True)
    if options.check and regressed:
        print("\nA ratio is more than twice what it must reach, or what it was known to be.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
