"""One paper from every source: JSON, HTML with data, HTML without it, text.

They are held to each other on every field that two of them can know. Text is compared in two steps:
here it is checked that the `papers` of a replica are what it prints of the papers that were read
from JSON, field by field; `test_matrix` holds the text of every extractor to them.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from random import Random
from typing import Any

import attrs
import pytest

from hfpapers import Page, Paper, parse_html, parse_json, parse_page
from tests.matrix.captures import daily_page, papers_from_items
from tests.matrix.items import invent_item, printed_of, props_of, with_data
from tests.matrix.papers import FIELDS, printed_value
from tests.matrix.replicas import KINDS, Kind, Replica, invent_replica, render_replica
from tests.test_matrix import CARDS, REAL

API = sorted((REAL.parent.parent / "json").glob("*.json"))
#: The pages that the text of every extractor is read from, and larger ones.
SIZES = (*enumerate(CARDS), (3, 13), (4, 50))
KIND = {"search": "search", "daily2024": "daily", "daily2025": "daily", "trending": "trending"}


def replicas() -> list[Any]:
    return [
        pytest.param(invent_replica(kind, seed, count), id=f"{kind}-{count}")
        for kind in KINDS
        for seed, count in SIZES
    ]


@pytest.fixture(params=replicas())
def replica(request: pytest.FixtureRequest) -> Replica:
    assert isinstance(request.param, Replica)
    return request.param


@pytest.fixture
def listed(replica: Replica) -> tuple[list[dict[str, Any]], tuple[Paper, ...]]:
    """The items of a page, and the papers that they are."""
    rng = Random(f"{replica.kind}-{len(replica.papers)}")
    pairs = [invent_item(rng, paper, replica.today) for paper in replica.invented]
    return [item for item, _ in pairs], tuple(paper for _, paper in pairs)


def assert_prints(page: Page, replica: Replica, printed: tuple[Any, ...]) -> None:
    """Fail unless markup was read to the papers that it prints, each field, and without a doubt."""
    assert [paper.title for paper in page] == [paper.title for paper in printed]
    for paper, truth in zip(page, printed, strict=True):
        assert {name: getattr(paper, name) for name in FIELDS} == {
            name: getattr(truth, name) for name in FIELDS
        }
    assert page.kind == KIND[replica.kind]
    assert not page.problems
    assert not page.leftovers


class TestEverySourceOfAnInventedPageGivesTheSamePapers:
    def test_json_in_every_shape(
        self, replica: Replica, listed: tuple[list[dict[str, Any]], tuple[Paper, ...]]
    ) -> None:
        items, papers = listed
        for data in (
            items,
            props_of(replica, items),
            json.dumps(items),
            json.dumps(items, indent=2).encode(),
            "\n".join(json.dumps(item, ensure_ascii=False) for item in items),
        ):
            page = parse_json(data)
            assert page.papers == papers
            assert not page.problems

    def test_html_with_data(
        self, replica: Replica, listed: tuple[list[dict[str, Any]], tuple[Paper, ...]]
    ) -> None:
        items, papers = listed
        page = parse_html(with_data(replica.html, props_of(replica, items)))
        assert page.papers == papers
        assert page.kind == KIND[replica.kind]
        assert page.date == (None if replica.kind == "trending" else replica.today)
        assert page.query == replica.look.query
        assert not page.problems

    def test_html_without_data(
        self, replica: Replica, listed: tuple[list[dict[str, Any]], tuple[Paper, ...]]
    ) -> None:
        page = parse_html(replica.html, today=replica.today)
        known = zip(parse_json(listed[0]), replica.invented, strict=True)
        assert_prints(page, replica, tuple(printed_of(*pair, replica) for pair in known))
        assert page.date == (None if replica.kind == "trending" else replica.today)
        assert page.query == replica.look.query

    def test_text_of_every_extractor(
        self, replica: Replica, listed: tuple[list[dict[str, Any]], tuple[Paper, ...]]
    ) -> None:
        known = zip(parse_json(listed[0]), replica.invented, strict=True)
        assert tuple(printed_of(*pair, replica) for pair in known) == replica.papers

    def test_either_html_given_to_the_text_parser(
        self, replica: Replica, listed: tuple[list[dict[str, Any]], tuple[Paper, ...]]
    ) -> None:
        for html in (replica.html, with_data(replica.html, props_of(replica, listed[0]))):
            page = parse_page(html, today=replica.today)
            assert page.papers == parse_html(html, today=replica.today).papers
            assert [problem.code for problem in page.problems] == ["not-text"]


@pytest.mark.skipif(not API, reason="there are no files of the API beside this repository")
@pytest.mark.parametrize("path", API, ids=lambda path: path.stem)
class TestEveryFileOfTheApi:
    def test_has_each_of_its_items_read(self, path: Path) -> None:
        items = json.loads(path.read_text("utf-8"))
        page = parse_json(path.read_bytes())
        assert not page.problems
        for item, paper in zip(items, page, strict=True):
            inner = item["paper"]
            assert paper.title == " ".join(inner["title"].split())
            assert paper.abstract == " ".join(inner["summary"].split())
            assert paper.arxiv_id == inner["id"]
            assert str(paper.date) == inner["publishedAt"][:10]
            assert (paper.votes, paper.comments) == (inner["upvotes"], item["numComments"])
            assert paper.author_count == len(inner["authors"])
            hidden = sum(author.get("hidden", False) for author in inner["authors"])
            assert len(paper.authors) == paper.author_count - hidden
            assert paper.submitted_by == item.get("submittedBy", {}).get("name")
            organisation = item.get("organization", {})
            assert paper.org_slug == organisation.get("name")
            assert str(paper.org).split() == str(organisation.get("fullname")).split()
            assert paper.github_url == inner.get("githubRepo")
            assert paper.github_stars == inner.get("githubStars")
            assert str(paper.project_page) == str(inner.get("projectPage")).strip()
            assert bool(paper.ai_summary) == ("ai_summary" in inner)
            # In 2024 the date of the item is that of the list; later it repeats the paper's.
            assert str(paper.listed) == inner.get("submittedOnDailyAt", item["publishedAt"])[:10]

    @pytest.mark.parametrize("kind", KINDS)
    def test_is_read_alike_from_pages_of_its_papers(self, path: Path, kind: Kind) -> None:
        items = json.loads(path.read_text("utf-8"))
        day = dt.date.fromisoformat(path.stem.removeprefix("api-daily-"))
        look = attrs.evolve(invent_replica(kind, 0, 1).look, today=day)
        replica = render_replica(kind, papers_from_items(items), look)
        known = []
        for paper, invented in zip(parse_json(items), replica.invented, strict=True):
            # Pages round the stars, and link to no repository without any; some items of 2024
            # do not say who submitted them, and the replica has to print somebody.
            stars = printed_value(paper.github_stars) if paper.github_stars else None
            read = attrs.evolve(
                paper,
                github_stars=stars,
                github_url=paper.github_url if stars else None,
                submitted_by=paper.submitted_by or invented.submitted_by,
            )
            known.append(printed_of(read, invented, replica))
        assert_prints(parse_html(replica.html, today=replica.today), replica, tuple(known))
        data = with_data(replica.html, props_of(replica, items))
        assert parse_html(data).papers == parse_json(items).papers


@pytest.mark.skipif(not REAL.exists(), reason="the real page is not beside this repository")
class TestTheRealDailyPage:
    def test_has_13_papers_that_agree_with_its_own_data(self) -> None:
        html = REAL.read_text("utf-8")
        replica = daily_page(html)
        data = parse_html(REAL.read_bytes())
        assert len(data) == 13
        printed = tuple(
            printed_of(*pair, replica) for pair in zip(data, replica.invented, strict=True)
        )
        assert printed == replica.papers
        bare, count = re.subn(r' data-props="[^"]*"', "", html)
        assert count > 1
        page = parse_html(bare)
        assert_prints(page, replica, printed)
        assert (page.kind, page.date) == (data.kind, data.date)

    def test_agrees_with_the_api_s_answer_of_that_day_on_all_that_does_not_change(self) -> None:
        path = REAL.parent.parent / "json" / "api-daily-2024-08-01.json"
        page = {paper.arxiv_id: paper for paper in parse_html(REAL.read_bytes())}
        answer = parse_json(path.read_bytes())
        # Two papers were put on the list after the answer was saved; counts had grown.
        assert len(answer) == 11
        for paper in answer:
            later = page[paper.arxiv_id]
            grown = attrs.evolve(paper, votes=later.votes, comments=later.comments)
            assert attrs.evolve(grown, authors=later.authors) == later
            assert len(paper.authors) >= len(later.authors)
