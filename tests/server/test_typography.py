"""What people read is set as their language is printed: an apostrophe is curved."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.formats.catalogue import OURS
from server.pages.language import LOCALES


def texts_of(source: object) -> Iterator[str]:
    """Every text within a format, of whatever table."""
    if isinstance(source, str):
        yield source
    elif isinstance(source, dict | list):
        for inner in source.values() if isinstance(source, dict) else source:
            yield from texts_of(inner)


@pytest.mark.parametrize("path", sorted(LOCALES.glob("*.ftl")), ids=lambda path: path.name)
def test_the_apostrophes_of_a_catalogue_are_curved(path: Path) -> None:
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) > 300
    assert [line for line in lines if "'" in line] == []


@pytest.mark.parametrize("path", sorted(OURS.glob("*.toml")), ids=lambda path: path.name)
def test_the_apostrophes_of_a_format_are_curved(path: Path) -> None:
    texts = list(texts_of(tomllib.loads(path.read_text("utf-8"))))
    assert len(texts) > 30
    assert [text for text in texts if "'" in text] == []
