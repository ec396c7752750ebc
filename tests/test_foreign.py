"""Invariant 10: lists of other sites give no papers, however much they look like pages of papers.

A sample of what `python -m tests.foreign` reads.
"""

from __future__ import annotations

import pytest

from hfpapers import parse_html, parse_page
from tests.foreign.forms import FORMS, html, invent
from tests.foreign.templates import TEMPLATES, Template

#: So many pages of each template are read, each in the next form of the list.
PAGES = 3


@pytest.mark.parametrize("template", TEMPLATES, ids=[template.name for template in TEMPLATES])
def test_a_list_of_another_site_gives_no_papers_and_one_warning(template: Template) -> None:
    for seed in range(PAGES):
        page = invent(template, seed)
        forms = sorted(FORMS)
        name = forms[(TEMPLATES.index(template) + seed) % len(forms)]
        found = parse_page(FORMS[name](page))
        assert not found.papers, (name, found.papers[0])
        warnings = {one.code for one in found.problems if one.level == "warning"}
        # JSON may say instead what is wrong with each of its items.
        assert warnings <= {"no-papers", "item-malformed"}
        assert warnings == {"no-papers"} or (name == "as_json" and warnings)
        assert not parse_html(html(page)).papers


def test_there_are_enough_templates() -> None:
    assert len(TEMPLATES) == len({template.name for template in TEMPLATES}) >= 100
