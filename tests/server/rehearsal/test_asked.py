"""What a rehearsal says one must type: it repeats what was given, and is what a shell and make pass on."""

from __future__ import annotations

import re
import shlex
import socket
import subprocess
from pathlib import Path

import pytest

from server.asked import Asked
from server.demo import _in_use, _record_left, _welcome
from server.opening import Links
from server.settings import Settings

LINKS = Links("session", "LEAD", "CO-LEAD", "JOIN", "OBSERVE")


def asked(words: str = "", chosen: str = "", speed: float = 1.0, language: str = "en") -> Asked:
    return Asked("", 6, speed, 1, language, words=words, chosen=chosen)


@pytest.mark.parametrize(
    ("words", "chosen", "started", "anew", "faster"),
    [
        ("", "", "without options", "--anew", "--speed=4"),
        ("", "--port=9310", "with --port=9310", '"--port=9310 --anew"', '"--port=9310 --speed=4"'),
        ("--keep", "", "with --keep", '"--keep --anew"', '"--keep --speed=4"'),
        (
            "--members=2 --speed=1", "--port=9310", "with --members=2 --speed=1 --port=9310",
            '"--members=2 --speed=1 --port=9310 --anew"', '"--members=2 --port=9310 --speed=4"',
        ),
    ],
)  # fmt: skip
def test_what_was_given_is_said_and_repeated(
    words: str, chosen: str, started: str, anew: str, faster: str
) -> None:
    it = asked(words, chosen)
    assert it.started() == started
    assert (it.typed("--anew"), it.typed("--speed=4")) == (f"make run ARGS={anew}", f"make run ARGS={faster}")


@pytest.mark.parametrize("file", ["mine.toml", "my own.toml", "it's.toml", 'a"b$c`d\\e.toml', "é#1;.toml"])
def test_make_passes_on_what_is_typed(tmp_path: Path, file: str) -> None:
    (tmp_path / "Makefile").write_text("run:\n\t@printf '%s\\n' $(ARGS)\n")
    typed = asked(shlex.join(["--members=2", f"--format={file}"])).typed("--anew")
    said = subprocess.run(
        ["sh", "-c", typed], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    assert said.splitlines() == ["--members=2", f"--format={file}", "--anew"]


@pytest.mark.parametrize("language", ["en", "fr", "de"])
@pytest.mark.parametrize("speed", [1.0, 4.0])
@pytest.mark.parametrize("words", ["", "--members=2"])
@pytest.mark.parametrize("chosen", ["", "--port=9310"])
@pytest.mark.parametrize("before", [None, asked(), asked("--keep", "--port=9400")])
def test_a_rehearsal_says_how_it_is_begun_otherwise(
    language: str, speed: float, words: str, chosen: str, before: Asked | None
) -> None:
    it = asked(words, chosen, speed, language)
    other = it.typed("--speed=4" if speed == 1 else "--speed=1")
    said = _welcome(LINKS, it, before, others=False)
    left = [] if before is None else [it.typed("--anew")]
    assert re.findall(r"\((make run .*?)\)", said) == [other, *left]
    if before is not None:
        assert (before.given() in said) and _record_left("", it, before).count(it.typed("--anew")) == 1


@pytest.mark.parametrize("more", [(), ("--anew",)])
def test_where_a_port_is_taken_a_free_one_is_named_beside_what_was_given(more: tuple[str, ...]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        settings = Settings(port=port, media_port=0)
        said = _in_use(settings, asked("--members=2", f"--port={port}"), *more)
        assert f"Port {port}, for pages, is in use (TCP): choose another with --port." in said
        typed = re.search(r"Both at once: (.*)$", said)
        free = re.search(r"--port=(\d+)", said)
        assert typed is not None and free is not None and int(free[1]) != port
        assert typed[1] == asked("--members=2").typed(free[0], *more)
    assert _in_use(settings, asked()) == ""


def test_where_another_port_for_pages_mends_nothing_none_is_named() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(("", 0))
        said = _in_use(Settings(port=0, media_port=other.getsockname()[1]), asked())
    assert "choose another with RESTAREA_MEDIA_PORT" in said and "make run" not in said
