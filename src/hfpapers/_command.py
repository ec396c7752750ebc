"""The command: pages from files or standard input, papers to standard output.

Papers go to standard output and everything else to standard error, so that the output can be
piped on. The table is for eyes and is fitted to the terminal; jsonl and csv are data, the same
bytes on every machine.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from importlib.resources import files
from io import TextIOWrapper
from typing import Literal, NamedTuple, TypeAlias

import hfpapers
from hfpapers._bytes import decode
from hfpapers._envelopes import unpacked
from hfpapers._model import COLUMNS, Page, Problem, summary
from hfpapers._names import join_names
from hfpapers._sources import parse_html, parse_page
from hfpapers._table import text_table, visible

OK, _DOUBTFUL, FAILED = 0, 1, 2

#: Shows one page, given the name of its source.
Show: TypeAlias = Callable[[str, Page], None]

_STDIN = "-"
_SAMPLE = "sample.txt"
#: The day in the header of the sample. A saved page without a year needs one from outside.
_SAMPLE_DAY = dt.date(2025, 11, 25)

_DESCRIPTION = """\
Read saved Hugging Face Daily Papers pages and print their papers. A page may be text, HTML, or JSON
of the Hub's API, in an archive or another envelope: what a file holds tells which, and not its
name.
"""
_EPILOG = """\
Problems go to standard error as FILE:LINE: level: message. The exit code is 0 if every page was
read, 1 if a page had no papers (or, with --strict, left a warning), and 2 if the command was
misused or a file could not be read; the other files are still read.
With several files or pages, each csv row and jsonl record begins with its file.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    Args:
        arguments: What stands on the command line after the command's name; by default that of
            this process.
    """
    options = _options(arguments)
    if sys.stdout is None:
        _complain("hfpapers: cannot write the output: standard output is closed")
        return FAILED
    _prepare_output(options.format)
    try:
        code = _run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads the output, `head` for one, has seen enough. That is no failure.
        _discard_output()
        return OK
    except OSError as error:
        _discard_output()
        _complain(f"hfpapers: cannot write the output: {error.strerror}")
        return FAILED
    return code


class _Options(argparse.Namespace):
    files: list[str]
    format: Literal["table", "jsonl", "csv"]
    today: dt.date | None
    unlabelled_count: Literal["votes", "comments"]
    strict: bool
    sample: bool


def _options(arguments: Sequence[str] | None) -> _Options:
    parser = argparse.ArgumentParser(
        prog="hfpapers",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("files", metavar="FILE", nargs="*", help="a saved page; - or none is standard input")
    add("--format", choices=("table", "jsonl", "csv"), default="table", help="default: table")
    add(
        "--today",
        metavar="YYYY-MM-DD",
        type=_day,
        help="the day that the pages were fetched; it settles dates printed without a year",
    )
    add(
        "--unlabelled-count",
        choices=("votes", "comments"),
        default="votes",
        help="what a page's only, unlabelled count is (default: votes)",
    )
    add("--strict", action="store_true", help="exit with 1 if a page left a warning")
    add("--sample", action="store_true", help="read the sample page that comes with hfpapers")
    add("--version", action="version", version=f"%(prog)s {hfpapers.__version__}")
    options = parser.parse_args(arguments, namespace=_Options())
    if options.sample and options.files:
        parser.error("--sample reads a page of its own: leave out either --sample or FILE")
    return options


def _day(value: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        message = f"{value!r} is no day; write it like 2025-11-25"
        raise argparse.ArgumentTypeError(message) from None


class _Read(NamedTuple):
    """A page that was read, what it is called, and what was in doubt before that."""

    name: str
    page: Page
    doubts: tuple[Problem, ...]


def _run(options: _Options) -> int:
    names = options.files or [_SAMPLE if options.sample else _STDIN]
    pages: Iterable[_Read | None] = _pages(names, options)
    if len(names) == 1:
        # An archive may hold several pages.
        pages = list(pages)
    show = _shower(options.format, name_files=not isinstance(pages, list) or len(pages) > 1)
    code = OK
    for read in pages:
        if read is None:
            code = FAILED
            continue
        # Which kind of file it was is no problem here: any will do.
        problems = [one for one in (*read.doubts, *read.page.problems) if one.code != "not-text"]
        show(read.name, read.page)
        # The page comes before its problems where both go to one terminal.
        sys.stdout.flush()
        for problem in problems:
            _complain(_problem_line(read.name, problem))
        doubted = any(problem.level == "warning" for problem in problems)
        if not read.page.papers or (options.strict and doubted):
            code = max(code, _DOUBTFUL)
    return code


def _pages(names: Sequence[str], options: _Options) -> Iterator[_Read | None]:
    """Read the pages in files one after another; None stands for a file that cannot be read."""
    for name in names:
        shown_name = "<stdin>" if name == _STDIN else name
        try:
            data = _sample() if options.sample else _read(name)
        except OSError as error:
            _complain(f"{shown_name}: error: cannot be read: {error.strerror}")
            yield None
            continue
        yield from _unpacked(shown_name, data, options)


def _unpacked(name: str, data: bytes, options: _Options) -> Iterator[_Read]:
    """Read a file or, of an archive, each file that is a page."""
    archive = unpacked(data)
    if archive is None:
        yield _parsed(name, data, options)
        return
    several = len(archive.files) > 1
    read = [
        _parsed(f"{name}/{inner}" if several else name, held, options)
        for inner, held in archive.files
    ]
    pages = [one for one in read if one.page.papers] or read[:1]
    first = pages[0] if pages else _Read(name, Page(), ())
    yield first._replace(doubts=(*archive.problems, *first.doubts))
    yield from pages[1:]


def _parsed(name: str, data: bytes, options: _Options) -> _Read:
    today = options.today or (_SAMPLE_DAY if options.sample else None)
    if data.startswith((b"HTTP/", b"WARC/")):
        # Headers say how the bytes behind them are encoded.
        page = parse_html(data, today=today, unlabelled_count=options.unlabelled_count)
        return _Read(name, page, ())
    text, doubts = decode(data)
    page = parse_page(text, today=today, unlabelled_count=options.unlabelled_count)
    return _Read(name, page, doubts)


def _sample() -> bytes:
    return files("hfpapers").joinpath(_SAMPLE).read_bytes()


def _read(name: str) -> bytes:
    # Opened by number, standard input that is closed gives an OSError like any other file.
    if name != _STDIN:
        with open(name, "rb") as file:  # noqa: PTH123 - the branches differ in one argument only
            return file.read()
    if os.isatty(0):
        _complain("hfpapers: paste a page, then end it with Ctrl-D (on Windows Ctrl-Z, Enter)")
    with open(0, "rb", closefd=False) as file:
        return file.read()


def _problem_line(name: str, problem: Problem) -> str:
    place = name if problem.line is None else f"{name}:{problem.line}"
    return f"{place}: {problem.level}: {problem.message}"


def _complain(message: str) -> None:
    # Standard error may be closed, and then is None, or nobody reads it; papers matter more.
    if sys.stderr is not None:
        with suppress(OSError):
            print(visible(message), file=sys.stderr)


def _shower(form: Literal["table", "jsonl", "csv"], *, name_files: bool) -> Show:
    """Return what shows a page in a format; for csv, print its heading first."""
    if form == "table":
        return _show_table
    if form == "jsonl":

        def show_jsonl(name: str, page: Page) -> None:
            named = {"file": name} if name_files else {}
            for record in page.to_dicts():
                print(json.dumps(named | record, ensure_ascii=False, default=str))

        return show_jsonl
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow((*(["file"] if name_files else []), *COLUMNS))

    def show_csv(name: str, page: Page) -> None:
        named = [name] if name_files else []
        writer.writerows((*named, *map(_cell, record.values())) for record in page.to_dicts())

    return show_csv


def _cell(value: object) -> object:
    """Return what a cell of csv holds; a list of names as one text."""
    return join_names(value) if isinstance(value, list) else value


def _show_table(name: str, page: Page) -> None:
    print(visible(f"{name}: {summary(page)}"))
    if page.papers:
        width = shutil.get_terminal_size().columns
        print(f"\n{text_table(page, width)}\n")


def _prepare_output(form: Literal["table", "jsonl", "csv"]) -> None:
    """Let no character stop the output, whatever the terminal can show."""
    # A program that calls `main` may have put something else in the place of standard output.
    if not isinstance(sys.stdout, TextIOWrapper):
        return
    if form == "table":
        sys.stdout.reconfigure(errors="replace")
    else:
        # A file's name can hold bytes that are no text; as \udcff they are valid in JSON.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _discard_output() -> None:
    # Else Python tries to write the rest when it exits, and complains once more.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
