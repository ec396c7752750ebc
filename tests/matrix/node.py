"""The converters to Markdown and to text that agents' crawlers and clippers use, from npm.

One process reads many pages. Node finds the packages by its own variable, `NODE_PATH`.
"""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMMAND = "node"
SECONDS = 300
SITE = "https://huggingface.co/papers"
DRIVER = """
const { dirname, join } = require("path");
const { pathToFileURL } = require("url");
const pages = JSON.parse(require("fs").readFileSync(0, "utf8"));
const turndown = (options) => {
  const Service = require("turndown");
  return new Service(options).remove(["script", "style", "head"]);
};
(async () => {
  const convert = await (%s)();
  const texts = [];
  for (const page of pages) texts.push(await convert(page));
  process.stdout.write(JSON.stringify(texts));
})();
"""
_TURNDOWN = "async () => { const one = turndown(%s); return (page) => one.turndown(page); }"
#: Some crawlers put a backslash before each line end inside of a link.
_BREAKS = """async () => {
  const one = turndown({ headingStyle: "atx" });
  one.use(require("turndown-plugin-gfm").gfm);
  return (page) => {
    let depth = 0;
    return [...one.turndown(page)].map((sign) => {
      if (sign === "[") depth += 1;
      if (sign === "]") depth = Math.max(0, depth - 1);
      return depth && sign === "\\n" ? "\\\\\\n" : sign;
    }).join("");
  };
}"""
#: The name of the converter, the package that it needs, and the function that makes it.
CONVERTERS: dict[str, tuple[str, str]] = {
    "turndown": ("turndown", _TURNDOWN % "{}"),
    "turndown-atx": (
        "turndown",
        _TURNDOWN % '{ headingStyle: "atx", bulletListMarker: "-" }',
    ),
    "turndown-references": (
        "turndown",
        _TURNDOWN % '{ headingStyle: "atx", linkStyle: "referenced" }',
    ),
    "turndown-breaks": ("turndown-plugin-gfm", _BREAKS),
    "defuddle": (
        "defuddle",
        """async () => {
          const home = dirname(require.resolve("defuddle"));
          const { Defuddle } = await import(pathToFileURL(join(home, "node.js")));
          const { parseHTML } = require("linkedom");
          return async (page) => {
            const { document } = parseHTML(page);
            const options = { markdown: true, useAsync: false };
            return (await Defuddle(document, "%s", options)).content;
          };
        }""".replace("%s", SITE),
    ),
    "node-html-markdown": (
        "node-html-markdown",
        """async () => {
          const { NodeHtmlMarkdown } = require("node-html-markdown");
          return (page) => NodeHtmlMarkdown.translate(page);
        }""",
    ),
    "node-html-to-text": (
        "html-to-text",
        """async () => {
          const { convert } = require("html-to-text");
          const selectors = ["h1", "h2", "h3"].map((selector) => (
            { selector, options: { uppercase: false } }
          ));
          return (page) => convert(page, { selectors });
        }""",
    ),
    "node-html-to-text-bare": (
        "html-to-text",
        """async () => {
          const { convert } = require("html-to-text");
          const selectors = [
            { selector: "a", options: { ignoreHref: true } },
            { selector: "img", format: "skip" },
            ...["h1", "h2", "h3"].map((selector) => ({ selector, options: { uppercase: false } })),
          ];
          return (page) => convert(page, { wordwrap: false, selectors });
        }""",
    ),
}


@functools.cache
def missing(package: str) -> str | None:
    """Say why a package cannot run here, or None if it can."""
    if shutil.which(COMMAND) is None:
        return f"{COMMAND} is not installed"
    places = os.environ.get("NODE_PATH", "").split(os.pathsep)
    if any(place and Path(place, package).exists() for place in places):
        return None
    return f"{package} is not in NODE_PATH"


def converter(script: str) -> Callable[[Sequence[str]], list[str]]:
    """Make the function that converts pages by one script."""

    def extract_all(pages: Sequence[str]) -> list[str]:
        done = subprocess.run(
            [COMMAND, "-e", DRIVER.replace("%s", script)],
            input=json.dumps(list(pages)),
            capture_output=True,
            timeout=SECONDS,
            check=True,
            encoding="utf-8",
        )
        return [str(text) for text in json.loads(done.stdout)]

    return extract_all
