"""Invariant 5: the result depends on the arguments alone."""

from __future__ import annotations

import contextlib
import locale
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hfpapers
from hfpapers import Page, parse_page
from tests.property.strategies import Invented, pages, soups

_ZONES = ("UTC", "Pacific/Kiritimati", "America/Adak", "XXX-23:59")
_TEXTS = soups() | pages().map(Invented.text)

#: A process with another hash seed, locale and time zone, in which no clock can be read.
_WORKER = """
import datetime, pickle, sys, time

class NoClock(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        if tz is None: return cls(1999, 2, 3)
        raise RuntimeError("the clock was read")
    today = utcnow = now

def no_time():
    raise RuntimeError("the clock was read")

datetime.datetime = NoClock
time.time = no_time
from hfpapers import parse_page
while True:
    try:
        text = pickle.load(sys.stdin.buffer)
    except EOFError:
        break
    sys.stdout.buffer.write(pickle.dumps(parse_page(text)))
    sys.stdout.buffer.flush()
"""


class _OtherProcess:
    def __init__(self) -> None:
        source = str(Path(hfpapers.__file__).parent.parent)
        environment = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
        paths = [source, *filter(None, sys.path)]
        self.process = subprocess.Popen(
            [sys.executable, "-c", _WORKER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**environment, "PYTHONPATH": os.pathsep.join(paths)},
        )

    def parse(self, text: str) -> Page:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        pickle.dump(text, self.process.stdin)
        self.process.stdin.flush()
        page = pickle.load(self.process.stdout)
        assert isinstance(page, Page)
        return page

    def close(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


@pytest.fixture(scope="module")
def other_process() -> Iterator[_OtherProcess]:
    process = _OtherProcess()
    yield process
    process.close()


@pytest.fixture(scope="module")
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as pool:
        yield pool


@contextlib.contextmanager
def elsewhere(zone: str, language: str) -> Iterator[None]:
    """Move this process to another time zone and locale for a while."""
    zone_before, locale_before = os.environ.get("TZ"), locale.setlocale(locale.LC_ALL)
    os.environ["TZ"] = zone
    time.tzset()
    # A machine may have no locales but its own.
    with contextlib.suppress(locale.Error):
        locale.setlocale(locale.LC_ALL, language)
    try:
        yield
    finally:
        locale.setlocale(locale.LC_ALL, locale_before)
        os.environ.pop("TZ")
        os.environ.update({} if zone_before is None else {"TZ": zone_before})
        time.tzset()


class TestTheResultDependsOnTheArgumentsAlone:
    """The result depends on the arguments alone. Same input, same output, in any process, thread,
    locale and time zone.
    """

    @given(_TEXTS)
    def test_in_another_process_without_a_clock(
        self, other_process: _OtherProcess, text: str
    ) -> None:
        page = parse_page(text)
        other = other_process.parse(text)
        assert other == page
        assert [paper.lines for paper in other] == [paper.lines for paper in page]

    @given(_TEXTS, _TEXTS)
    def test_in_threads_at_the_same_time(
        self, threads: ThreadPoolExecutor, text: str, another: str
    ) -> None:
        texts = [text, another, text]
        assert list(threads.map(parse_page, texts)) == [parse_page(text) for text in texts]

    @pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system has one time zone only")
    @given(_TEXTS, st.sampled_from(_ZONES), st.sampled_from(("C", "de_DE.UTF-8", "tr_TR.UTF-8")))
    def test_in_any_time_zone_and_locale(self, text: str, zone: str, language: str) -> None:
        page = parse_page(text)
        with elsewhere(zone, language):
            assert parse_page(text) == page

    @given(_TEXTS, _TEXTS)
    def test_after_any_other_text(self, text: str, another: str) -> None:
        page = parse_page(text)
        parse_page(another)
        assert parse_page(text) == page
