"""Runs the bench: `python -m tests.matrix --help`."""

from __future__ import annotations

import argparse
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from tests.matrix.captures import daily_page, papers_from_items
from tests.matrix.extractors import all_extractors
from tests.matrix.habits import all_habits
from tests.matrix.papers import FIELDS
from tests.matrix.replicas import PAGES, invent_replica, render_replica
from tests.matrix.report import describe, summary, table
from tests.matrix.score import Score, score_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.matrix.extractors import Extractor
    from tests.matrix.replicas import Replica

THREADS = 4
#: Cells that are not read exactly yet, and why; `--check` lets them pass.
KNOWN = {
    **{
        (kind, "markitdown"): "a submitter named by a number, on a line below an image"
        for kind in ("daily2024", "daily2025", "daily2026")
    },
    **{
        ("daily2024", name): "a sign escaped in a formula of a title, and nowhere else"
        for name in ("trafilatura-markdown", "trafilatura-markdown-links")
    },
    **{
        (kind, "numbers-before-titles"): "`#1` before a title that is alone could be its own"
        for kind in ("search", "search2026", "daily2024", "daily2025", "daily2026")
    },
    ("real", "fetched"): "the line that says where the text was cut ends no card",
    ("trending2026", "defuddle"): "a submitter named by a number, behind an image",
    ("search2026", "defuddle"): "a card lost its votes and takes the comments above for them",
}


@attrs.frozen(kw_only=True)
class Texts:
    """What one extractor made of the pages of one kind, or why it made nothing."""

    kind: str
    name: str
    replicas: Sequence[Replica]
    texts: Sequence[str] = ()
    error: str | None = None


def main(argv: Sequence[str] | None = None) -> int:
    """Run the bench as the arguments say."""
    options = argument_parser().parse_args(argv)
    pages: dict[str, list[Replica]]
    if options.real:
        pages = {"daily2024": [daily_page(options.real.read_text(encoding="utf-8"))]}
    else:
        pages = {kind: replicas_of(kind, options) for kind in options.kinds}
    tools = [tool for name, tool in catalogue().items() if is_chosen(name, options.extractors)]
    found = extract(pages, tools)
    for texts in found:
        if texts.error:
            print(f"skipped {texts.kind} {texts.name}: {texts.error}", file=sys.stderr)
    if options.dump:
        dump(found, options.dump, options.seed)
        return 0
    scores, total = judge_all(found, options.show_failures)
    rows = {row: score for row, score in scores.items() if score.failures or not options.imperfect}
    print("\n".join((summary if options.summary else table)(rows, total)))
    skipped = any(texts.error for texts in found)
    wrong = any(score.is_wrong() for row, score in scores.items() if row not in KNOWN)
    return int(options.check and (skipped or wrong))


def argument_parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.matrix", description=__doc__)
    parser.add_argument("--pages", type=int, default=3, help="pages of each kind")
    parser.add_argument("--cards", type=int, help="cards on each page; else from 1 to 100")
    parser.add_argument("--kinds", nargs="+", choices=PAGES, default=list(PAGES))
    parser.add_argument(
        "--extractors", nargs="+", metavar="NAME", help="names or their beginnings with a *"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--show-failures", type=int, default=0, metavar="K", help="per row")
    parser.add_argument("--imperfect", action="store_true", help="leave perfect rows out")
    parser.add_argument("--summary", action="store_true", help="a column for each kind of page")
    parser.add_argument("--check", action="store_true", help="fail unless all is read exactly")
    parser.add_argument("--real", type=Path, metavar="HTML", help="a daily page with its own data")
    parser.add_argument("--items", type=Path, nargs="+", help="files of API items to fill pages")
    parser.add_argument("--dump", type=Path, metavar="DIR", help="write the texts, read nothing")
    return parser


def catalogue() -> dict[str, Extractor]:
    """Name every extractor and every habit."""
    return {**all_extractors(), **all_habits()}


def is_chosen(name: str, wanted: Sequence[str] | None) -> bool:
    """Tell whether an extractor was asked for."""
    return wanted is None or any(
        name.startswith(want[:-1]) if want.endswith("*") else name == want for want in wanted
    )


def replicas_of(name: str, options: argparse.Namespace) -> list[Replica]:
    """Make the pages of one kind and markup, invented or filled from files of items."""
    kind, spaced = PAGES[name]
    seeds = range(options.seed, options.seed + options.pages)
    if not options.items:
        return [invent_replica(kind, seed, options.cards, spaced=spaced) for seed in seeds]
    found = []
    for seed, path in enumerate(options.items, options.seed):
        papers = papers_from_items(json.loads(path.read_text(encoding="utf-8")))
        look = invent_replica(kind, seed, 1, spaced=spaced).look
        found.append(render_replica(kind, papers, look))
    return found


def extract(pages: dict[str, list[Replica]], tools: Sequence[Extractor]) -> list[Texts]:
    """Run every extractor on the pages of every kind."""
    jobs = [(kind, replicas, tool) for kind, replicas in pages.items() for tool in tools]
    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(lambda job: extract_kind(*job), jobs))


def extract_kind(kind: str, replicas: list[Replica], tool: Extractor) -> Texts:
    """Run one extractor on the pages of one kind; a tool that breaks is reported, not fatal."""
    error = tool.missing()
    texts: list[str] = []
    if error is None:
        try:
            texts = tool.extract_all([replica.html for replica in replicas])
        except Exception as problem:
            error = f"{type(problem).__name__}: {problem}"
    return Texts(kind=kind, name=tool.name, replicas=replicas, texts=texts, error=error)


def dump(found: Sequence[Texts], directory: Path, seed: int) -> None:
    """Write every text to a file, and the truth of every page beside them."""
    directory.mkdir(parents=True, exist_ok=True)
    for texts in found:
        for number, (replica, text) in enumerate(
            zip(texts.replicas, texts.texts, strict=False), seed
        ):
            path = directory / f"{texts.kind}-{texts.name}-{number}.txt"
            path.write_bytes(text.encode("utf-8", "surrogatepass"))
            truth = directory / f"{texts.kind}-{number}.json"
            truth.write_text(truth_of(replica), encoding="utf-8")


def truth_of(replica: Replica) -> str:
    """Write the truth of a page as JSON."""
    papers = [{name: getattr(paper, name) for name in FIELDS} for paper in replica.papers]
    truth = {"kind": replica.kind, "today": replica.today, "papers": papers}
    return json.dumps(truth, default=str, ensure_ascii=False, indent=1) + "\n"


def judge_all(found: Sequence[Texts], failures: int) -> tuple[dict[tuple[str, str], Score], Score]:
    """Judge every text, print the first failures of every row, and return the scores."""
    scores: dict[tuple[str, str], Score] = {}
    total = Score()
    for texts in found:
        if texts.error:
            continue
        row = scores[texts.kind, texts.name] = Score()
        for number, (replica, text) in enumerate(zip(texts.replicas, texts.texts, strict=True)):
            score = score_page(text, replica)
            source = f"{texts.kind} {texts.name} page {number}"
            for failure in score.failures[: max(0, failures - len(row.failures))]:
                print("\n".join(describe(failure, source, text)))
            row.add(score)
        total.add(row)
    return scores, total


if __name__ == "__main__":
    sys.exit(main())
