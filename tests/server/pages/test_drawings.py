"""No drawing of a record is made on the loop that forwards voices."""

from __future__ import annotations

import threading
from functools import partial
from typing import Any

import pytest

from server.pages import drawings
from tests.server.pages.conftest import Site
from tests.server.pages.test_groups import send
from tests.server.pages.test_record import over, page
from tests.server.pages.test_records import MONTHS, a_group

ALL_PAGES = 5


async def test_every_page_draws_in_a_thread_beside_it(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    group, (one, *_) = await a_group(site, *MONTHS[:2])
    threads: list[int] = []

    def draw(real: Any, *of: Any) -> Any:
        threads.append(threading.get_ident())
        return real(*of)

    for module, name in ((drawings, "figures"), (drawings.compare, "compared")):
        monkeypatch.setattr(module, name, partial(draw, getattr(module, name)))
    for path in (f"/records/{one}", f"/records?group={group.group}"):
        assert (await page(site, path))[0] == 200
    assert (await send(site, f"/records/{one}/figures/course", {}))[0] == 200
    assert (await send(site, f"/groups/{group.group}/records/figures/plans", {}))[0] == 200
    await over(site)
    assert (await page(site))[0] == 200
    assert len(threads) == ALL_PAGES and threading.get_ident() not in threads
