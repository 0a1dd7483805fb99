"""Which formats there are: ours, the operator's, and those that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.toml_table import FormatError
from server.formats import find, load, read
from server.formats.catalogue import OURS, SIZE_MOST
from tests.facilitation.forms import CLASSIC_TOML


def own(folder: Path, key: str, file: str = "") -> Path:
    path = folder / (file or f"{key}.toml")
    path.write_text(CLASSIC_TOML.replace('key = "classic"', f'key = "{key}"'))
    return path


def test_every_file_of_ours_is_a_format_and_has_its_place_in_the_order() -> None:
    catalogue = load()
    assert catalogue.broken == ()
    assert {entry.file.name for entry in catalogue.entries.values()} == {
        file.name for file in OURS.glob("*.toml")
    }
    assert [key for key, entry in catalogue.entries.items() if entry.file.stem != key] == []
    assert find().form.key == catalogue.default == next(iter(catalogue.entries))


def test_a_broken_file_never_stops_the_others(tmp_path: Path) -> None:
    own(tmp_path, "ours")
    (tmp_path / "not_toml.toml").write_text("key = ")
    (tmp_path / "not_text.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "large.toml").write_text("#" * (SIZE_MOST + 1))
    (tmp_path / "folder.toml").mkdir()
    own(tmp_path, "ours", "twice.toml")
    (tmp_path / "note.txt").write_text("not a format")
    catalogue = load(tmp_path)
    assert catalogue.entries["ours"].own
    reasons = [broken.reason for broken in catalogue.broken]
    assert len(catalogue.entries) == len(load().entries) + 1
    assert [reason.split(":")[0] for reason in reasons] == [
        "folder.toml", "large.toml", "not_text.toml", "not_toml.toml", "twice.toml",
    ]  # fmt: skip
    assert "ours.toml has it too" in reasons[-1]


def test_an_own_format_is_taken_in_place_of_ours(tmp_path: Path) -> None:
    key = load().default
    path = own(tmp_path, key)
    assert find(key, tmp_path).file == path
    assert find(key).file != path


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    assert "there is no such folder" in load(tmp_path / "nowhere").broken[0].reason


def test_a_file_is_found_by_its_path(tmp_path: Path) -> None:
    assert find(str(own(tmp_path, "ours"))).form.key == "ours"
    with pytest.raises(FormatError, match=r"gone.toml: cannot be read"):
        find(str(tmp_path / "gone.toml"))


def test_an_unknown_key_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"there is no format 'mine'; there are .*classic"):
        find("mine")
    (tmp_path / "mine.toml").write_text("key = ")
    with pytest.raises(FormatError, match=r"mine.toml: not valid TOML"):
        find("mine", tmp_path)
    assert read(own(tmp_path, "ours"))[1].key == "ours"
