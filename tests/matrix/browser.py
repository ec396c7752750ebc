"""Reads pages as a reader's copy and paste would: `innerText` in a real browser.

One browser process reads many pages: a driver page writes each of them into a frame and keeps the
text in an attribute, so that nothing escapes or wraps it on the way back. The site's style sheet is
stood in for by the few rules that decide what is shown and on which line.
"""

from __future__ import annotations

import base64
import json
import re
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMMAND = "chromium"
SECONDS = 300
OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--dump-dom",
)
LAYOUT = (
    ".flex{display:flex}.grid{display:grid}.block{display:block}.inline{display:inline}"
    ".contents{display:contents}.inline-block{display:inline-block}.hidden{display:none}"
    ".uppercase{text-transform:uppercase}.flex-col{flex-direction:column}"
)
WIDE = LAYOUT + (
    r".sm\:inline{display:inline}.sm\:hidden,.md\:hidden,.lg\:hidden{display:none}"
    r".sm\:block,.md\:block,.lg\:block{display:block}"
)
PHONE = LAYOUT + r".max-sm\:hidden,.max-lg\:hidden{display:none}"
STYLES = {"chromium": WIDE, "chromium-phone": PHONE, "chromium-unstyled": ""}
DRIVER = """<!doctype html><meta charset="utf-8"><body><script>
const pages = JSON.parse(atobUtf8("%s"));
function atobUtf8(text) {
  return new TextDecoder().decode(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)));
}
const texts = pages.map((page) => {
  const frame = document.createElement("iframe");
  frame.sandbox = "allow-same-origin";
  frame.width = 1280;
  document.body.append(frame);
  frame.contentDocument.open();
  frame.contentDocument.write(page);
  frame.contentDocument.close();
  const text = frame.contentDocument.body.innerText;
  frame.remove();
  return text;
});
const bytes = new TextEncoder().encode(JSON.stringify(texts));
let binary = "";
for (const byte of bytes) binary += String.fromCharCode(byte);
document.body.dataset.texts = btoa(binary);
</script></body>
"""


def reader(styles: str) -> Callable[[Sequence[str]], list[str]]:
    """Make the function that reads pages under one set of style rules."""

    def extract_all(pages: Sequence[str]) -> list[str]:
        styled = [page.replace("</head>", f"<style>{styles}</style></head>", 1) for page in pages]
        packed = base64.b64encode(json.dumps(styled).encode()).decode()
        with tempfile.TemporaryDirectory() as directory:
            driver = Path(directory, "driver.html")
            driver.write_text(DRIVER % packed, encoding="utf-8")
            profile = f"--user-data-dir={Path(directory, 'profile')}"
            done = subprocess.run(
                [COMMAND, *OPTIONS, profile, driver.as_uri()],
                capture_output=True,
                timeout=SECONDS,
                check=True,
            )
        found = re.search(rb'data-texts="([^"]*)"', done.stdout)
        if found is None:
            raise RuntimeError(f"{COMMAND} returned no text for {len(pages)} pages")
        return [str(text) for text in json.loads(base64.b64decode(found[1]))]

    return extract_all
