"""A real Firefox, driven over WebDriver BiDi: Debian has no driver for its ESR, and playwright brings its own Firefox.

Speaks only the few words of BiDi that the tests need, one at a time. May import nothing of the project.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

STARTS_WITHIN_S = 60
ANSWERS_WITHIN_S = 30
ENDS_WITHIN_S = 10
LISTENS = b"WebDriver BiDi listening on "
SETTINGS = {
    "media.navigator.streams.fake": True,  # a moving picture and a tone
    "media.navigator.permission.disabled": True,
    "media.autoplay.default": 0,
    "app.update.auto": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}
NO_ROUTE = """Firefox makes no WebRTC connection on a machine whose only address is a loopback: there is no IPv4 route.
As root, in a network of its own: unshare -n sh -c 'ip link set lo up; ip address add 198.51.100.7/32 dev lo;
ip route add default dev lo src 198.51.100.7; make test'"""

# The button, once it is there, as a click would find it.
PRESS = """(words) => new Promise((done) => {
  const look = () => {
    const all = [...document.querySelectorAll("button")];
    const button = all.find((one) => one.innerText.trim() === words && one.checkVisibility() && !one.disabled);
    if (!button) return setTimeout(look, 50);
    button.click();
    done(true);
  };
  look();
})"""
FILL = """(words) => {
  const field = document.querySelector("input[name=name]");
  field.value = words;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}"""
# A condition of the page, sooner or later.
COMES = (
    "() => new Promise((done) => { const look = () => (%s)() ? done(true) : setTimeout(look, 50); look(); })"
)


class FirefoxError(Exception):
    """What Firefox answered instead of what was asked, in its own words."""


class Firefox:
    """One tab. `evaluate` is that of a playwright page, so that what reads a page can read this one too."""

    def __init__(self, words: aiohttp.ClientWebSocketResponse) -> None:
        self._words = words
        self._numbers = itertools.count(1)
        self._tab = ""

    async def begin(self) -> None:
        await self._call("session.new", capabilities={})
        self._tab = (await self._call("browsingContext.getTree"))["contexts"][0]["context"]

    async def open(self, address: str) -> None:
        await self._call("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    async def evaluate(self, function: str, given: Any = None) -> Any:
        """What the function returns or resolves to. Raises FirefoxError if it throws, TimeoutError after 30 s."""
        answer = await self._call(
            "script.callFunction",
            functionDeclaration=f"async (given) => JSON.stringify(await ({function})(JSON.parse(given)) ?? null)",
            arguments=[{"type": "string", "value": json.dumps(given)}],
            target={"context": self._tab},
            awaitPromise=True,
            userActivation=True,
        )
        if answer["type"] != "success":
            raise FirefoxError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    async def press(self, words: str) -> None:
        await self.evaluate(PRESS, words)

    async def fill(self, words: str) -> None:
        """As one's name, once it is asked for."""
        await self.comes("() => document.querySelector('input[name=name]')")
        await self.evaluate(FILL, words)

    async def attest(self) -> None:
        """Says what is asked of everyone."""
        await self.evaluate("() => document.querySelector('input[name=attest]').click()")

    async def comes(self, condition: str) -> None:
        """Until this function of the page returns true."""
        await self.evaluate(COMES % condition)

    async def _call(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self._numbers)
        await self._words.send_json({"id": number, "method": method, "params": params})
        async with asyncio.timeout(ANSWERS_WITHIN_S):
            while (answer := await self._words.receive_json()).get("id") != number:
                pass  # an event that nobody asked about
        if answer["type"] != "success":
            raise FirefoxError(answer["message"])
        return dict(answer["result"])


def has_route() -> bool:
    """Whether this machine has an IPv4 address that leads somewhere; nothing is sent to find out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return False
        return not str(probe.getsockname()[0]).startswith("127.")


def _write_profile(folder: Path) -> None:
    folder.mkdir()
    settings = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in SETTINGS.items())
    (folder / "user.js").write_text("\n".join(settings))


@asynccontextmanager
async def running(path: str, folder: Path) -> AsyncIterator[Firefox]:
    """A Firefox of its own, with its profile in `folder`; ended with the block."""
    _write_profile(folder)
    process = await asyncio.create_subprocess_exec(
        path, "--headless", "--no-remote", "--profile", str(folder), "--remote-debugging-port", "0",
        env=os.environ | {"HOME": str(folder)}, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stderr is not None
    reading: asyncio.Task[bytes] | None = None
    try:
        async with asyncio.timeout(STARTS_WITHIN_S):
            while not (line := await process.stderr.readline()).startswith(LISTENS):
                assert line, "Firefox ended before it listened"
        reading = asyncio.create_task(process.stderr.read())  # or its pipe fills up
        address = line.removeprefix(LISTENS).strip().decode()
        async with (
            aiohttp.ClientSession() as http,
            http.ws_connect(f"{address}/session", max_msg_size=0) as words,
        ):
            firefox = Firefox(words)
            await firefox.begin()
            yield firefox
    finally:
        await _end(process)
        if reading is not None:
            await reading


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.terminate()
    try:
        async with asyncio.timeout(ENDS_WITHIN_S):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()
