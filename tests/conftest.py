"""What every test shares: Hypothesis profiles. Fixtures of one package live in that package's own conftest."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

# "ci" draws the same examples on every machine and in every run: a red test can be run again as it was.
settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
# "brief" is the first few of them, for `make check`; `make test` draws them all.
settings.register_profile("brief", settings.get_profile("ci"), max_examples=25)
# "explore" looks for new examples: HYPOTHESIS_PROFILE=explore make check
settings.register_profile("explore", deadline=None, max_examples=2_000, print_blob=True)
# "unshrunk" shows the first example that fails as it is: shrinking a long sequence takes minutes.
settings.register_profile("unshrunk", settings.get_profile("ci"), phases=[Phase.explicit, Phase.generate])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


# What collecting makes stays to the end: looking for garbage in it took a fourth of the time, here and in every test.
gc.disable()


def pytest_collection_finish() -> None:
    """Never asked in a process that hands everything to others, which then does nothing but listen."""
    gc.freeze()
    gc.set_threshold(10_000)
    gc.enable()


UNHURRIED = ("facts", "feedback", "formats", "groups", "record", "record_commands")
COMPUTE = tuple(
    f"{Path(__file__).parent / folder}/"
    for folder in ("facilitation", *(f"server/{name}" for name in UNHURRIED))
)
"""Nothing that is tested there is held to a moment. The Makefile names the same, so that others need not collect it."""


def pytest_itemcollected(item: pytest.Item) -> None:
    """Marked now, for it is by marks that some are chosen."""
    if str(item.path).startswith(COMPUTE):
        item.add_marker(pytest.mark.unhurried)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first, so that two processes end at about the same time."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
