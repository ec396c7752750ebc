"""How many examples the property tests try.

`HYPOTHESIS_PROFILE` names the profile: `ci` tries the same examples in every run, `deep` tries at
least 20,000 new ones per property and is started by hand. Without it, `ci` is used where the
environment says `CI=true`, and a quick profile elsewhere.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# Inventing, printing and soiling a whole page takes Hypothesis longer than it deems healthy.
_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile("quick", deadline=None, suppress_health_check=_SLOW)
settings.register_profile(
    "ci",
    deadline=None,
    suppress_health_check=_SLOW,
    max_examples=200,
    derandomize=True,
    database=None,
    print_blob=True,
)
settings.register_profile(
    "deep",
    deadline=None,
    suppress_health_check=_SLOW,
    max_examples=20_000,
    print_blob=True,
)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") == "true" else "quick")
)
