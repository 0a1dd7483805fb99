"""Every page has its pictures: docs/pictures, which `make pictures` makes, beside the routes that there are."""

from __future__ import annotations

import re
from pathlib import Path

from tests.server.pages.conftest import Site

PICTURES = Path(__file__).parents[3] / "docs" / "pictures"
INDEX = (PICTURES / "README.md").read_text(encoding="utf-8")
NO_PAGE = {"/healthz", "/readyz", "/static/…", "/hours.csv", "/record.json"}
"""Answers that nobody looks at."""


async def test_every_page_has_a_picture(site: Site) -> None:
    routes = site.client.server.app.router.routes()  # type: ignore[attr-defined]
    pages = {re.sub(r"\{[^}]*\}", "…", one.resource.canonical) for one in routes if one.method == "GET"}
    seen = set(re.findall(r"^`(/\S*)`$", INDEX, re.MULTILINE))
    assert pages - NO_PAGE - seen == set(), "go there in tests/browser/tour.py, and let `make pictures` look"


def test_every_picture_stands_in_the_index_and_is_there() -> None:
    named = re.findall(r'src="([^"]+)"', INDEX)
    assert sorted(named) == sorted(path.name for path in PICTURES.glob("*.webp"))
    assert sum((PICTURES / name).stat().st_size for name in named) < 7_000_000
