"""Settings of the documentation: `sphinx-build -W docs docs/_build`."""

from __future__ import annotations

project = "hfpapers"
author = "The hfpapers authors"
copyright = "2025, The hfpapers authors"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "hfpapers"

myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
