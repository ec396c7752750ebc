"""The Hub's own client beside this library: every field that both know of the same items.

Where they differ, docs/sources.md says which is right and why; each difference is named here.
"""

from __future__ import annotations

import copy
import dataclasses
import json
from collections.abc import Sequence
from random import Random
from typing import Any

import attrs
import pytest

from hfpapers import Paper, parse_json
from tests.matrix.items import invent_item
from tests.matrix.replicas import KINDS, invent_replica
from tests.test_differential import API

client = pytest.importorskip("huggingface_hub.hf_api")


def invented() -> list[dict[str, Any]]:
    """Items of every kind of page, as lists hold them."""
    found = []
    for kind in KINDS:
        replica = invent_replica(kind, 7, 20)
        rng = Random(kind)
        found += [invent_item(rng, paper, replica.today)[0] for paper in replica.invented]
    return found


LISTS = [pytest.param(path, id=path.stem) for path in API] + [pytest.param(None, id="invented")]


@pytest.fixture(params=LISTS)
def items(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    found = invented() if request.param is None else json.loads(request.param.read_text("utf-8"))
    assert isinstance(found, list)
    return found


def infos(items: Sequence[dict[str, Any]]) -> list[Any]:
    """What the client makes of items; it takes them apart."""
    return [client.PaperInfo(**copy.deepcopy(item)) for item in items]


def each(items: Sequence[object]) -> list[Paper]:
    """The papers of items, one by one: several may be copies."""
    return [parse_json([item])[0] for item in items]


def test_both_read_the_same_from_items_of_the_api(items: list[dict[str, Any]]) -> None:
    for item, info, paper in zip(items, infos(items), each(items), strict=True):
        assert paper.arxiv_id == info.id
        # The item's title may hold LaTeX that the paper's does not.
        assert paper.title.split() == item["paper"]["title"].split()
        assert info.title == item["title"]
        assert (paper.abstract or "").split() == (info.summary or "").split()
        shown = [author.name for author in info.authors if not author.hidden]
        assert [name.split() for name in paper.authors] == [name.split() for name in shown]
        assert paper.author_count == len(info.authors)
        assert paper.date == info.published_at.date()
        # The client makes None of 0.
        assert (paper.votes or None) == info.upvotes
        assert paper.comments == info.comments
        if "organization" in item:
            assert str(paper.org).split() == info.organization.fullname.split()
            assert paper.org_slug == info.organization.name
        # The client looks for these beside the paper, where they do not stand in lists.
        for name in ("ai_summary", "github_repo", "github_stars", "project_page"):
            assert getattr(info, name) is None


def test_its_submitted_at_is_no_day_of_the_list_since_2025(items: list[dict[str, Any]]) -> None:
    for item, info, paper in zip(items, infos(items), each(items), strict=True):
        day = item["paper"].get("submittedOnDailyAt")
        assert info.submitted_at == client.parse_datetime(item["publishedAt"])
        assert str(paper.listed) == (day or item["publishedAt"])[:10]


def test_the_account_is_lost_in_its_records_and_kept_in_its_objects(
    items: list[dict[str, Any]],
) -> None:
    kept = [item for item in items if "submittedBy" in item]
    for item, info in zip(kept, infos(kept), strict=True):
        by = item["submittedBy"]
        assert info.submitted_by.username == ""
        assert each([info])[0].submitted_by == by["name"]
        record = each([dataclasses.asdict(info)])[0]
        assert str(record.submitted_by).split() == by["fullname"].split()


@pytest.mark.parametrize("form", ["objects", "vars", "asdict", "printed"])
def test_what_it_made_of_items_is_read_as_the_items_are(
    form: str, items: list[dict[str, Any]]
) -> None:
    found: list[Any] = infos(items)
    if form == "vars":
        found = [vars(info) for info in found]
    elif form != "objects":
        found = [dataclasses.asdict(info) for info in found]
    if form == "printed":
        found = json.loads(json.dumps(found, default=str))
    for item, paper, read in zip(items, each(items), each(found), strict=True):
        by = item.get("submittedBy", {})
        full = by.get("name" if form in ("objects", "vars") else "fullname")
        organised = "organization" in item
        has_day = "submittedOnDailyAt" in item["paper"]
        known = attrs.evolve(
            paper,
            title=" ".join(item["title"].split()),
            votes=paper.votes or None,
            submitted_by=full and " ".join(full.split()),
            listed=read.listed if has_day else paper.listed,
            org=paper.org if organised else None,
            org_slug=paper.org_slug if organised else None,
            github_url=None,
            github_stars=None,
            ai_summary=None,
            project_page=None,
        )
        assert read == known
        # Its moment is the paper's own, moved; the tests' invented items hold any moment there.
        if has_day and item["publishedAt"][14:19] == item["paper"]["publishedAt"][14:19]:
            assert read.listed is None


def test_of_one_paper_by_its_id_only_the_comments_are_made_up(items: list[dict[str, Any]]) -> None:
    inner = [{**item["paper"], "submittedBy": item.get("submittedBy")} for item in items]
    for one, info in zip(inner, infos(inner), strict=True):
        paper, read = parse_json(one)[0], parse_json(dataclasses.asdict(info))[0]
        assert read == attrs.evolve(paper, comments=0, submitted_by=read.submitted_by)
