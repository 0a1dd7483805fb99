"""What an RTTM file, or a folder of them, holds: recordings, each by its name, and what cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from facilitation.talk import Segment
from server.record import labels, rttm
from server.record.rttm import BadRttm, Tidied
from server.terminal import fail

MOST_NAMED = 12
"""Recordings of a file, in a sentence."""
Recordings = Mapping[str, list[Segment]]
"""By their names."""


class Read(NamedTuple):
    said: Recordings
    folder: bool
    """They lie in one, be it one alone."""
    left_out: list[str]
    """Which files are not among them, and why."""


def chosen(file: Path, recording: str) -> Read:
    """That recording, by its name or by what it is called, or all."""
    read = _of_folder(file) if file.is_dir() else _of_file(file)
    if not recording:
        return read
    there = {**called(read.said), **read.said}
    if recording not in there:
        fail(f"{file.name or file} has no recording {recording!r}. There are: {listed(read.said)}.", 2)
    return Read({recording: there[recording]}, read.folder, [])


def called(recordings: Recordings) -> Recordings:
    """Each by what its recording is called, as far as a label may be so, and no two alike."""
    return dict(zip(labels.apart(map(labels.of_name, recordings)), recordings.values(), strict=True))


def listed(recordings: Recordings) -> str:
    """Their names, for a sentence."""
    names = list(called(recordings))
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return ", ".join(names[:MOST_NAMED]) + more


def _of_folder(folder: Path) -> Read:
    """Of all its files, and those of folders in it; what lies alone in one is called by that."""
    found: list[tuple[str, list[Segment]]] = []
    left_out = []
    for file in _in_it(folder):
        if file.suffix.lower() != ".rttm" or file.name.startswith(".") or file.is_dir():
            continue
        try:
            read = _recordings(file, file.relative_to(folder))
        except BadRttm as error:
            left_out.append(str(error))
            continue
        there = {name for name, _ in found}
        for recording, said in read.items():
            name = file.stem if len(read) == 1 else recording
            found.append((name if name not in there else f"{file.stem}_{recording}", said))
    if not found:
        wrong = f" The first: {left_out[0]}." if left_out else ""
        fail(f"{folder}: no file in this folder is RTTM, by its ending .rttm, and can be read.{wrong}", 2)
    names = labels.apart(name for name, _ in found)
    return Read(dict(zip(names, (said for _, said in found), strict=True)), folder=True, left_out=left_out)


def _in_it(folder: Path) -> list[Path]:
    """Folders may come and go while one looks."""
    try:
        return sorted(folder.rglob("*"))
    except (FileNotFoundError, NotADirectoryError, ProcessLookupError):
        fail(
            f"{folder} changed while it was read: something in it is gone. Say the folder with the recordings.",
            2,
        )
    except OSError as error:
        fail(f"{folder} cannot be read: {error.strerror or error}.", 2)


def _of_file(file: Path) -> Read:
    try:
        return Read(_recordings(file, Path(file.name)), folder=False, left_out=[])
    except BadRttm as error:
        fail(f"{error}.", 2)


def _recordings(file: Path, called: Path) -> Recordings:
    """Raises BadRttm, whose message names the file so."""
    try:
        return rttm.read(file.read_text("utf-8-sig"))
    except BadRttm as error:
        raise BadRttm(f"{called}: {error}") from None
    except UnicodeDecodeError:
        raise BadRttm(f"{called}: not written in UTF-8") from None
    except OSError as error:
        raise BadRttm(f"{called} cannot be read: {error.strerror or error}") from None


def tidied(named: Recordings) -> tuple[dict[str, Tidied], list[str]]:
    """And of which there is none, since nothing is left of the recording, with why."""
    found: dict[str, Tidied] = {}
    empty = []
    for name, said in named.items():
        try:
            found[name] = rttm.tidied(said)
        except BadRttm as error:
            empty.append(f"{name}: {error}")
    return found, empty
