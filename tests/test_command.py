"""The command: what it prints, where, and how it ends."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
import json
import os
import runpy
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Literal

import pytest

import hfpapers
from hfpapers import COLUMNS, Page, Paper, Problem, _command
from hfpapers._command import main
from tests.envelopes import answered, zipped
from tests.test_html import CARD

PEBBLES = Paper(
    title="Sorting Pebbles by Ear",
    abstract="A click, it is said, tells the size.",
    author_count=3,
    date=dt.date(2025, 11, 3),
    votes=12,
)
KETTLE = Paper(title="KettleBench", org="Teapot Laboratory", comments=2)
NOTE = Problem(code="unlabelled-count", message="No label.", level="info")
DOUBT = Problem(code="no-byline", message="No byline.", line=7, paper=0)


posix_only = pytest.mark.skipif(os.name != "posix", reason="Windows has no such thing")


class Reader:
    """Stands in for `parse_page`: gives set pages, and remembers what it was asked."""

    def __init__(self) -> None:
        self.pages = {"": Page(papers=(PEBBLES, KETTLE))}
        self.texts: list[str] = []
        self.today: dt.date | None = None
        self.unlabelled_count = ""

    def __call__(
        self,
        text: str,
        *,
        today: dt.date | None,
        unlabelled_count: Literal["votes", "comments"],
    ) -> Page:
        self.texts.append(text)
        self.today = today
        self.unlabelled_count = unlabelled_count
        return self.pages.get(text, self.pages[""])


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    reader = Reader()
    monkeypatch.setattr(_command, "parse_page", reader)
    return reader


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory to work in, with two saved pages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "70")
    Path("a.txt").write_text("page a", "utf-8")
    Path("b.txt").write_text("page b", "utf-8")
    return tmp_path


@contextmanager
def standard_input(source: int) -> Iterator[None]:
    """Let standard input, by its number, read from another file."""
    kept = os.dup(0)
    os.dup2(source, 0)
    try:
        yield
    finally:
        os.dup2(kept, 0)
        os.close(kept)


@contextmanager
def standard_output(file: io.TextIOWrapper, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch, file:
        patch.setattr(sys, "stdout", file)
        yield


# What is read


def test_the_sample_is_read_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--sample", "--strict", "--format", "jsonl"]) == 0
    output, complaints = capsys.readouterr()
    papers = [json.loads(line) for line in output.splitlines()]
    assert complaints == ""
    assert [paper["title"].split()[0] for paper in papers] == [
        "Sorting",
        "A",
        "KettleBench:",
        "Folding",
        "Counting",
    ]
    assert [paper["votes"] for paper in papers] == [12, 0, 41, 7, 3]
    assert [paper["comments"] for paper in papers] == [None, None, 2, None, 1]
    assert [paper["author_count"] for paper in papers] == [3, 1, None, 5, 14]
    assert papers[2]["org"] == "Teapot Laboratory"
    assert [paper["date"] for paper in papers] == [
        "2025-11-03",
        "2025-06-17",
        "2025-10-30",
        "2024-12-09",
        "2023-05-21",
    ]


def test_the_sample_brings_its_own_day(reader: Reader) -> None:
    main(["--sample"])
    assert reader.today == dt.date(2025, 11, 25)
    assert "Nov 25" in reader.texts[0].splitlines()


def test_another_day_can_be_asked_for_with_the_sample(reader: Reader) -> None:
    main(["--sample", "--today", "2024-12-24"])
    assert reader.today == dt.date(2024, 12, 24)


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_without_a_file_or_with_a_dash_standard_input_is_read(
    arguments: list[str], reader: Reader, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Path("a.txt").open("rb") as file, standard_input(file.fileno()):
        assert main(arguments) == 0
    assert reader.texts == ["page a"]
    output, complaints = capsys.readouterr()
    assert output.startswith("<stdin>: 2 papers\n")
    assert complaints == ""


@posix_only
def test_somebody_who_types_a_page_is_told_how_to_end_it(
    reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    import pty

    keyboard, terminal = pty.openpty()
    os.write(keyboard, b"a page\n\x04")
    with standard_input(terminal):
        assert main([]) == 0
    os.close(keyboard)
    os.close(terminal)
    assert reader.texts == ["a page\n"]
    assert "paste a page, then end it with Ctrl-D" in capsys.readouterr().err


def test_the_options_reach_the_parser(reader: Reader, pages: Path) -> None:
    main(["a.txt", "--today", "2025-11-25", "--unlabelled-count", "comments"])
    assert reader.today == dt.date(2025, 11, 25)
    assert reader.unlabelled_count == "comments"


def test_no_day_and_votes_are_the_parser_s_defaults(reader: Reader, pages: Path) -> None:
    main(["a.txt"])
    assert reader.today is None
    assert reader.unlabelled_count == "votes"


def test_line_ends_reach_the_parser_as_they_are(reader: Reader, pages: Path) -> None:
    Path("a.txt").write_bytes(b"one\r\ntwo\rthree")
    main(["a.txt"])
    assert reader.texts == ["one\r\ntwo\rthree"]


@pytest.mark.parametrize(
    ("data", "line"), [(b"\xff", 1), (b"one\nt\xc3\xa9t\xe9\nthree", 2), (b"one\r\n\xe9", 2)]
)
def test_bytes_that_are_not_utf8_are_replaced_and_the_line_is_said(
    data: bytes, line: int, reader: Reader, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_bytes(data)
    assert main(["a.txt"]) == 0
    assert reader.texts == [data.decode("utf-8", "replace")]
    complaints = capsys.readouterr().err
    assert complaints.startswith(f"a.txt:{line}: warning: From here on, bytes that are not UTF-8")
    assert len(complaints.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b'[{"paper": {"title": "Sorting Pebbles by Ear", "upvotes": 12}}]'),
        ("a.html", b'{"paper": {"title": "Sorting Pebbles by Ear", "upvotes": 12}}\n' * 2),
        ("a.json", CARD.encode("utf-16")),
        ("a", b"<html><meta charset=latin1>" + CARD.encode("cp1252") + b"</html>"),
    ],
)
def test_html_and_json_are_known_by_what_a_file_holds(
    name: str, data: bytes, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_bytes(data)
    assert main([name, "--strict", "--format", "jsonl"]) == 0
    output, complaints = capsys.readouterr()
    (record,) = map(json.loads, output.splitlines())
    assert (record["title"], record["votes"]) == ("Sorting Pebbles by Ear", 12)
    assert complaints == ""


def test_html_is_read_from_standard_input(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(CARD, "utf-8")
    with Path("a.txt").open("rb") as file, standard_input(file.fileno()):
        assert main(["-"]) == 0
    assert capsys.readouterr().out.startswith("<stdin>: search page: 1 paper\n")


def test_what_is_wrong_with_an_item_is_said_with_its_line(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text('{"paper": {"title": "Geese"}}\n{"paper": \n', "utf-8")
    assert main(["a.txt"]) == 0
    assert capsys.readouterr().err.startswith("a.txt:2: warning: Item 1, counted from 0, was left")


# What is printed


def test_the_table_is_fitted_to_the_terminal(
    reader: Reader, pages: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    main(["a.txt"])
    assert capsys.readouterr().out.splitlines() == [
        "a.txt: 2 papers",
        "",
        "Title              By            Date        Votes",
        "Sorting Pebbles…   3 authors     2025-11-03     12",
        "KettleBench        Teapot Labo…                   ",
        "",
    ]


def test_jsonl_has_one_record_per_paper_with_every_column(
    reader: Reader, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["a.txt", "--format", "jsonl"])
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert tuple(first) == tuple(second) == COLUMNS
    assert first == PEBBLES.to_dict() | {"date": "2025-11-03"}
    assert second == KETTLE.to_dict()


def test_csv_has_a_heading_and_a_row_per_paper(
    reader: Reader, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["a.txt", "--format", "csv"])
    heading, first, second = csv.reader(io.StringIO(capsys.readouterr().out))
    assert tuple(heading) == COLUMNS
    assert first[:5] == [PEBBLES.title, str(PEBBLES.abstract), "3", "2025-11-03", "12"]
    assert second[:6] == ["KettleBench", "", "", "", "", "Teapot Laboratory"]


def test_authors_are_a_list_in_jsonl_and_one_cell_in_csv(
    reader: Reader, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reader.pages[""] = Page(papers=(Paper(title="Geese", authors=("Ada Quill", "Bo, Jr.")),))
    main(["a.txt", "--format", "csv"])
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row["authors"] == "Ada Quill; Bo, Jr."
    main(["a.txt", "--format", "jsonl"])
    assert json.loads(capsys.readouterr().out)["authors"] == ["Ada Quill", "Bo, Jr."]


def test_csv_of_a_page_without_papers_keeps_its_heading(
    reader: Reader, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reader.pages[""] = Page()
    main(["a.txt", "--format", "csv"])
    assert capsys.readouterr().out == ",".join(COLUMNS) + "\n"


def test_a_table_of_no_papers_is_one_line(
    reader: Reader, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reader.pages[""] = Page()
    main(["a.txt"])
    assert capsys.readouterr().out == "a.txt: 0 papers\n"


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_with_several_files_the_first_column_is_the_file(
    form: str, reader: Reader, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["a.txt", "b.txt", "--format", form])
    output = capsys.readouterr().out
    if form == "csv":
        records = list(csv.DictReader(io.StringIO(output)))
    else:
        records = [json.loads(line) for line in output.splitlines()]
    assert [record["file"] for record in records] == ["a.txt", "a.txt", "b.txt", "b.txt"]
    assert {tuple(record) for record in records} == {("file", *COLUMNS)}


def test_with_several_files_each_has_a_table_of_its_own(
    reader: Reader, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reader.pages["page b"] = Page(papers=(KETTLE,))
    main(["a.txt", "b.txt"])
    output = capsys.readouterr().out
    assert [line for line in output.splitlines() if ".txt" in line] == [
        "a.txt: 2 papers",
        "b.txt: 1 paper",
    ]


def test_control_characters_of_a_page_do_not_reach_the_terminal(
    reader: Reader, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reader.pages[""] = Page(
        papers=(Paper(title="\x1b[31mred", org="\x9b2J"),),
        problems=(Problem(code="unread-text", message="What is \x1b]0;this\x07?"),),
    )
    main(["a.txt"])
    output, complaints = capsys.readouterr()
    assert "�[31mred" in output
    assert "What is �]0;this�?" in complaints
    assert not {"\x1b", "\x9b", "\x07"} & {*output, *complaints}


def test_a_table_replaces_what_the_terminal_cannot_show(
    reader: Reader, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.pages[""] = Page(papers=(Paper(title="小石 naïve"),))
    shown = io.BytesIO()
    with standard_output(io.TextIOWrapper(shown, "ascii"), monkeypatch):
        assert main(["a.txt"]) == 0
        assert b"?? na?ve" in shown.getvalue()


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_data_is_utf8_whatever_the_terminal_can_show(
    form: str, reader: Reader, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.pages[""] = Page(papers=(Paper(title="小石 naïve"),))
    shown = io.BytesIO()
    with standard_output(io.TextIOWrapper(shown, "ascii", newline="\r\n"), monkeypatch):
        assert main(["a.txt", "--format", form]) == 0
        assert "小石 naïve".encode() in shown.getvalue()
        assert b"\r" not in shown.getvalue()


def test_the_name_of_a_file_may_be_no_text(
    reader: Reader, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["\udcff.txt", "a.txt"]
    try:
        Path(names[0]).write_text("a page", "utf-8")
    except OSError:
        pytest.skip("this file system wants names to be text")
    shown = io.BytesIO()
    with standard_output(io.TextIOWrapper(shown, "utf-8"), monkeypatch):
        assert main([*names, "--format", "jsonl"]) == 0
        records = [json.loads(line) for line in shown.getvalue().splitlines()]
    assert records[0]["file"] == names[0]


def test_a_program_may_have_replaced_standard_output(reader: Reader, pages: Path) -> None:
    with redirect_stdout(io.StringIO()) as shown:
        assert main(["a.txt"]) == 0
    assert shown.getvalue().startswith("a.txt: 2 papers\n")


# How it ends


def test_problems_go_to_standard_error_with_file_and_line(
    reader: Reader, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reader.pages[""] = Page(papers=(PEBBLES,), problems=(NOTE, DOUBT))
    assert main(["a.txt"]) == 0
    output, complaints = capsys.readouterr()
    assert complaints.splitlines() == ["a.txt: info: No label.", "a.txt:7: warning: No byline."]
    assert output.startswith("a.txt: 1 paper, 1 warning\n")


def test_a_page_without_papers_ends_with_1(reader: Reader, pages: Path) -> None:
    reader.pages["page b"] = Page()
    assert main(["b.txt"]) == 1
    assert main(["b.txt", "a.txt"]) == 1


def test_a_warning_ends_with_1_if_strict_and_the_papers_are_printed(
    reader: Reader, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reader.pages[""] = Page(papers=(PEBBLES,), problems=(DOUBT,))
    assert main(["a.txt", "--strict"]) == 1
    assert "Sorting Pebbles by Ear" in capsys.readouterr().out


def test_an_info_ends_with_0_though_strict(reader: Reader, pages: Path) -> None:
    reader.pages[""] = Page(papers=(PEBBLES,), problems=(NOTE,))
    assert main(["a.txt", "--strict"]) == 0


def test_bytes_that_are_not_utf8_end_with_1_if_strict(reader: Reader, pages: Path) -> None:
    Path("a.txt").write_bytes(b"\xff")
    assert main(["a.txt", "--strict"]) == 1


@posix_only
def test_an_unreadable_file_ends_with_2_and_the_others_are_read(
    reader: Reader, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reader.pages["page b"] = Page()
    assert main(["missing.txt", ".", "a.txt", "b.txt"]) == 2
    output, complaints = capsys.readouterr()
    assert "a.txt: 2 papers" in output
    assert complaints.splitlines() == [
        "missing.txt: error: cannot be read: No such file or directory",
        ".: error: cannot be read: Is a directory",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--today", "Nov 25"], "'Nov 25' is no day; write it like 2025-11-25"),
        (["--today", "2025-02-30"], "'2025-02-30' is no day"),
        (["--format", "xml"], "invalid choice: 'xml'"),
        (["--unlabelled-count", "likes"], "invalid choice: 'likes'"),
        (["--sample", "a.txt"], "leave out either --sample or FILE"),
        (["--sampel"], "unrecognized arguments"),
    ],
)
def test_misuse_ends_with_2_and_says_what_is_wrong(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert said in capsys.readouterr().err


def test_the_version_is_the_package_s(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out == f"hfpapers {hfpapers.__version__}\n"


def test_a_reader_who_has_seen_enough_is_no_failure(
    reader: Reader,
    pages: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with standard_output(io.TextIOWrapper(os.fdopen(writing, "wb")), monkeypatch):
        assert main(["a.txt"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_ends_with_2_and_says_so(
    reader: Reader,
    pages: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with standard_output(Path("/dev/full").open("w"), monkeypatch):
        assert main(["a.txt"]) == 2
    assert capsys.readouterr().err == (
        "hfpapers: cannot write the output: No space left on device\n"
    )


def test_the_package_can_be_run_as_a_module(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["hfpapers", "--version"])
    with pytest.raises(SystemExit) as end:
        runpy.run_module("hfpapers", run_name="__main__")
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith("hfpapers ")


@posix_only
def test_closed_standard_input_is_an_unreadable_file() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "hfpapers"],
        capture_output=True,
        check=False,
        text=True,
        preexec_fn=lambda: os.close(0),
    )
    assert (ended.returncode, ended.stderr) == (
        2,
        "<stdin>: error: cannot be read: Bad file descriptor\n",
    )


def test_closed_standard_output_ends_with_2_and_says_so(
    reader: Reader, pages: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["a.txt"]) == 2
    assert capsys.readouterr().err == (
        "hfpapers: cannot write the output: standard output is closed\n"
    )


def test_closed_standard_error_puts_no_problem_among_the_papers(
    reader: Reader, pages: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reader.pages[""] = Page(papers=(PEBBLES,), problems=(DOUBT,))
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["--format", "jsonl", "a.txt"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_reader_who_has_seen_enough_of_the_problems_hides_no_failure(
    reader: Reader, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb", buffering=0) as gone:
        monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(gone, write_through=True))
        assert main(["a.txt", "missing.txt"]) == 2


# Archives


def test_each_page_of_an_archive_is_read_under_its_name(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = CARD.replace("2511.00001", "2511.00002").replace("Sorting", "Weighing")
    data = zipped(("a.html", CARD.encode()), ("a.css", b"body {}"), ("b.html", other.encode()))
    Path("saved.zip").write_bytes(data)
    assert main(["saved.zip", "--format", "csv"]) == 0
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert [row["file"] for row in rows] == ["saved.zip/a.html", "saved.zip/b.html"]


def test_a_page_that_was_packed_is_read_as_the_page(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("page.gz").write_bytes(gzip.compress(CARD.encode()))
    assert main(["page.gz", "--format", "jsonl"]) == 0
    assert "file" not in json.loads(capsys.readouterr().out)


def test_bytes_behind_headers_are_decoded_as_these_say(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.http").write_bytes(answered("Content-Encoding: gzip", gzip.compress(CARD.encode())))
    assert main(["a.http", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["arxiv_id"] == "2511.00001"


def test_an_archive_that_is_broken_is_said_to_be(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.zip").write_bytes(b"PK\x03\x04")
    assert main(["a.zip"]) == 1
    assert "a.zip: warning: The file was not read: it is damaged" in capsys.readouterr().err
