"""`python -m hfpapers`, the same as the command `hfpapers`."""

from __future__ import annotations

import sys

from hfpapers._command import main

sys.exit(main())
