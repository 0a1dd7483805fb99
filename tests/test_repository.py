"""The repository itself: what an import graph or a type checker cannot see."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FORM = sorted((ROOT / "facilitation").rglob("*.py"))


def known_to_git(*options: str) -> str:
    """Empty where there is no git, or nothing of this is known to it."""
    if shutil.which("git") is None:
        return ""
    asked = ["git", "ls-files", *options]
    return subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False).stdout


def files_of_the_repository() -> list[Path]:
    """What git knows or would add; without git, or in a source distribution, the folders that it ships."""
    listed = known_to_git("-co", "--exclude-standard", "-z")
    if listed:
        paths = [ROOT / name for name in listed.split("\0") if name]
    else:
        paths = [
            path
            for folder in ("client/src", "facilitation", "server", "tests")
            for path in (ROOT / folder).rglob("*")
            if "__pycache__" not in path.parts and "static" not in path.parts
        ]
    return [path for path in paths if path.is_file()]


def imported_by(source: Path) -> set[str]:
    """The top-level modules that a file imports, wherever in the file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").partition(".")[0])
    return found


@pytest.mark.parametrize("source", FORM, ids=lambda path: path.name)
def test_the_form_imports_nothing_but_itself_and_the_standard_library(source: Path) -> None:
    assert imported_by(source) - sys.stdlib_module_names - {"facilitation"} == set()


@pytest.mark.parametrize(
    ("name", "least"), [("", 30), ("-dev", 30), ("-mutate", 30), ("-install", 1)], ids=str
)
def test_a_python_lock_has_hashes_and_no_address(name: str, least: int) -> None:
    lock = (ROOT / f"requirements{name}.lock").read_text()
    packages = re.findall(
        r"^[A-Za-z0-9_.\-]+==\S+.*?(?=^[A-Za-z0-9_.\-]+==|\Z)", lock, re.MULTILINE | re.DOTALL
    )
    assert len(packages) >= least
    assert [package.split()[0] for package in packages if "--hash=sha256:" not in package] == []
    assert "://" not in lock
    assert not re.search(r"^--?\w", lock, re.MULTILINE)


def test_the_python_locks_agree() -> None:
    to_run, to_test, to_mutate = (
        set(re.findall(r"^[A-Za-z0-9_.\-]+==[^\s;]+", (ROOT / name).read_text(), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock", "requirements-mutate.lock")
    )
    assert to_run <= to_test <= to_mutate


@pytest.mark.parametrize("folder", ["client", "tools/lighthouse"])
def test_a_lock_of_packages_for_node_has_hashes_and_no_address(folder: str) -> None:
    packages = json.loads((ROOT / folder / "package-lock.json").read_text())["packages"]
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []


@pytest.mark.parametrize("folder", ["client", "tools/lighthouse"])
def test_packages_for_node_are_pinned_exactly(folder: str) -> None:
    package = json.loads((ROOT / folder / "package.json").read_text())
    pins = {**package.get("dependencies", {}), **package["devDependencies"]}
    assert pins
    assert {name: pin for name, pin in pins.items() if not re.fullmatch(r"\d+\.\d+\.\d+", pin)} == {}


def test_no_file_leads_out_of_the_repository() -> None:
    """A link to a folder of one machine would let `make` install into that folder, from every clone."""
    assert [line for line in known_to_git("-s").splitlines() if line.startswith("120000")] == []


def test_no_file_is_too_long_to_read() -> None:
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in files_of_the_repository()
        if path.suffix in {".py", ".ts", ".tsx", ".css"} and (lines := path.read_bytes().count(b"\n")) > 400
    }
    assert long == {}


def test_every_module_says_what_it_is() -> None:
    silent = [
        path.relative_to(ROOT).as_posix()
        for folder in ("facilitation", "server")
        for path in (ROOT / folder).rglob("*.py")
        if ast.get_docstring(ast.parse(path.read_text())) is None
    ]
    assert silent == []
