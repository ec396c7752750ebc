"""The page that the benchmark reads where no capture is at hand."""

from __future__ import annotations

import pytest

from hfpapers import parse_page
from tests import benchmark


def test_the_invented_page_has_the_size_and_shape_of_the_real_one() -> None:
    text = benchmark.invented_page()
    assert 120_000 < len(text) < 145_000
    assert 550 < len(text.splitlines()) < 700


def test_the_invented_page_is_read_whole() -> None:
    page = parse_page(benchmark.invented_page(), today=benchmark.TODAY)
    assert len(page) == benchmark.CARDS
    assert all(paper.abstract and paper.author_count and paper.date for paper in page)
    assert sum(paper.votes is not None for paper in page) == 16


def test_the_multiple_is_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(benchmark, "REPEATS", 1)
    benchmark.main([])
    assert "multiple" in capsys.readouterr().out
