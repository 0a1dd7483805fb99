"""The build hook: the client is built when its sources changed, only then, and a failure says what to do; what is
written in C is compiled where it can be, and nothing fails where it cannot."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[1] / "hatch_build.py"


@pytest.fixture
def hook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The hook on a checkout of its own, with an npm that notes its calls in `hook.calls` and builds at once."""
    spec = importlib.util.spec_from_file_location("hatch_build", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    client, static = tmp_path / "client", tmp_path / "server" / "static"
    places = {
        "ROOT": tmp_path,
        "CLIENT": client,
        "STATIC": static,
        "SHARED_SOURCES": tmp_path / "server" / "locales",
        "BUILT_FROM": static / ".built-from",
        "FORWARDING": tmp_path / "server" / "media",
        "COMPILED": tmp_path / "server" / "media" / "_forward.so",
    }
    for name, place in places.items():
        monkeypatch.setattr(module, name, place)
    (client / "src").mkdir(parents=True)
    for name in ("package.json", "package-lock.json", "src/main.tsx", "src/main.test.tsx"):
        (client / name).write_text(name)
    calls: list[str] = []

    def npm(*arguments: str, folder: Path) -> None:
        calls.append(arguments[0])
        (folder / "node_modules").mkdir(exist_ok=True)
        static.mkdir(parents=True, exist_ok=True)
        (static / "manifest.json").write_text("{}")

    monkeypatch.setattr(module, "npm", npm)
    monkeypatch.setattr(module, "calls", calls, raising=False)
    return module


def test_an_unchanged_client_is_not_built_again(hook: ModuleType) -> None:
    hook.build_client()
    hook.build_client()
    (hook.CLIENT / "src/main.test.tsx").write_text("another test")
    hook.build_client()
    assert hook.calls == ["ci", "run"]


@pytest.mark.parametrize(
    "changed", ["client/src/main.tsx", "client/src/new.ts", "server/locales/fr/room.ftl"]
)
def test_a_changed_source_is_built_without_fetching_packages_again(hook: ModuleType, changed: str) -> None:
    hook.build_client()
    (hook.ROOT / changed).parent.mkdir(parents=True, exist_ok=True)
    (hook.ROOT / changed).write_text("changed")
    hook.build_client()
    assert hook.calls == ["ci", "run", "run"]


def test_a_changed_lock_fetches_and_builds(hook: ModuleType) -> None:
    hook.build_client()
    (hook.CLIENT / "package-lock.json").write_text("newer")
    hook.build_client()
    assert hook.calls == ["ci", "run", "ci", "run"]


def test_a_build_that_was_removed_is_made_again(hook: ModuleType) -> None:
    hook.build_client()
    (hook.STATIC / "manifest.json").unlink()
    hook.build_client()
    assert hook.calls == ["ci", "run", "run"]


def test_without_sources_the_built_client_is_shipped_as_it_is_and_its_absence_is_an_error(
    hook: ModuleType,
) -> None:
    hook.build_client()
    (hook.CLIENT / "package-lock.json").unlink()
    hook.build_client()
    (hook.STATIC / "manifest.json").unlink()
    with pytest.raises(hook.ClientBuildError, match="full checkout"):
        hook.build_client()


def test_a_build_without_a_manifest_is_an_error_and_not_remembered(
    hook: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook.build_client()
    (hook.CLIENT / "src/main.tsx").write_text("changed")
    (hook.STATIC / "manifest.json").unlink()
    monkeypatch.setattr(hook, "npm", lambda *_, **__: None)
    for _ in range(2):
        with pytest.raises(hook.ClientBuildError, match=r"manifest\.json is missing"):
            hook.build_client()


def test_packages_that_cannot_be_fetched_end_in_a_sentence_and_npms_last_words(
    hook: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = (
        "npm error code SELF_SIGNED_CERT_IN_CHAIN\nnpm error self-signed certificate in certificate chain\n"
    )
    told = hook.not_fetched("npm warn\n" * 30 + words)
    assert "self-signed certificate" in told and "NODE_EXTRA_CA_CERTS" in told and told.count("npm warn") == 4

    def fails() -> None:
        raise hook.ClientBuildError(told)

    monkeypatch.setattr(hook, "build_client", fails)
    with pytest.raises(SystemExit, match="could not be fetched"):
        hook.BuildHook.__new__(hook.BuildHook).initialize("editable", {})


CODE = "const char *of(void) { return SOURCE; } int one(void) { return %d; }"


def source(hook: ModuleType) -> Path:
    return Path(hook.FORWARDING) / "one.c"


@pytest.fixture
def library(hook: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("RESTAREA_NO_EXTENSIONS", raising=False)
    hook.FORWARDING.mkdir(parents=True)
    source(hook).write_text(CODE % 1)
    return Path(hook.COMPILED)


def test_c_is_compiled_once_and_again_when_it_is_another(
    hook: ModuleType, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CC", "cc -g0")
    assert hook.build_forwarding()
    first = library.stat().st_ino
    assert hook.build_forwarding()
    assert library.stat().st_ino == first
    source(hook).write_text(CODE % 2)
    os.utime(source(hook), (0, 0))  # as it comes out of an archive
    assert hook.build_forwarding()
    assert library.stat().st_ino != first


def test_without_a_compiler_or_where_it_fails_python_does_it_and_nothing_older_stays(
    hook: ModuleType, library: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> bool:
        library.write_bytes(b"an older one")
        return not hook.build_forwarding() and not library.exists()

    monkeypatch.setenv("CC", "/nowhere/cc")
    assert fails()
    monkeypatch.delenv("CC")
    source(hook).write_text("no C")
    assert fails()
    monkeypatch.setenv("PATH", "")
    assert fails()
    assert capsys.readouterr().err.count("Python forwards") == 3


def test_who_asks_for_python_has_no_library(
    hook: ModuleType, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert hook.build_forwarding()
    monkeypatch.setenv("RESTAREA_NO_EXTENSIONS", "1")
    assert not hook.build_forwarding()
    assert not library.exists()
