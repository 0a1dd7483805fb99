"""What every test shares: Hypothesis profiles. Fixtures of one package live in that package's own conftest."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# "ci" draws the same examples on every machine and in every run: a red test can be run again as it was.
settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
# "explore" looks for new examples: HYPOTHESIS_PROFILE=explore make check
settings.register_profile("explore", deadline=None, max_examples=2_000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
