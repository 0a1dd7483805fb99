"""Real Chromium for the tests in this folder, with fake cameras and microphones; its port numbers are never fixed.

A browser lives as long as its test: what one test leaves in a browser never reaches the next. Pages that need a
voice of their own each need a browser of their own, since Chromium plays one file for the whole process.
May import nothing of the server, beside the rehearsal's voices.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, Playwright, ViewportSize, async_playwright

from tests.browser.cameras import Colour, write_camera
from tests.browser.voices import write_voice

DESKTOP = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=360, height=740)

CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
    # Without it Chromium gathers no ICE candidates on loopback.
    "--allow-loopback-in-peer-connection",
)

LaunchChromium = Callable[..., Awaitable[Browser]]
OpenPage = Callable[..., Awaitable[Page]]
MakeVoice = Callable[[int, float], Path]
MakeCamera = Callable[[Colour], Path]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browsers need both cores: nothing runs beside these tests, and `make check` leaves them out."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.alone)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Debian's Chromium, or the one that CHROMIUM names. Missing is a failure: these tests are never skipped."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.fail(
            "Chromium is missing: on Debian `make test` installs it; elsewhere set CHROMIUM to its path."
        )
    return path


@pytest_asyncio.fixture
async def playwright() -> AsyncIterator[Playwright]:
    async with async_playwright() as running:
        yield running


@pytest_asyncio.fixture
async def launch_chromium(playwright: Playwright, chromium_path: str) -> AsyncIterator[LaunchChromium]:
    """`await launch_chromium(voice=path, camera=path, flags=[...])`: one more browser process, closed after the test.

    `voice` is a WAV file (48 kHz, mono) that its microphone plays, over and over, or once with `loop=False`;
    without it the microphone beeps once a second. `camera` is a YUV4MPEG2 film that its camera shows, over and over;
    without it the camera shows what Chromium makes up.
    """
    async with AsyncExitStack() as browsers:

        async def launch(
            voice: Path | None = None,
            *,
            loop: bool = True,
            camera: Path | None = None,
            flags: tuple[str, ...] = (),
        ) -> Browser:
            arguments = [*CHROMIUM_FLAGS, *flags]
            if voice is not None:
                arguments.append(f"--use-file-for-fake-audio-capture={voice}{'' if loop else '%noloop'}")
            if camera is not None:
                arguments.append(f"--use-file-for-fake-video-capture={camera}")
            browser = await playwright.chromium.launch(executable_path=chromium_path, args=arguments)
            browsers.push_async_callback(browser.close)
            return browser

        yield launch


@pytest_asyncio.fixture
async def open_page(launch_chromium: LaunchChromium) -> AsyncIterator[OpenPage]:
    """`await open_page(address=None, *, browser=None, viewport=DESKTOP, locale="en", devices=True)`: the page of
    one person, in a context of their own, with a camera and a microphone unless `devices` is false.

    Without `browser` all pages of a test share one Chromium. An exception in a page's script fails the test.
    """
    failures: list[str] = []
    contexts: list[BrowserContext] = []
    shared: list[Browser] = []

    async def open_one(
        address: str | None = None,
        *,
        browser: Browser | None = None,
        viewport: ViewportSize = DESKTOP,
        locale: str = "en",
        devices: bool = True,
    ) -> Page:
        if browser is None:
            if not shared:
                shared.append(await launch_chromium())
            browser = shared[0]
        permissions = ["camera", "microphone"] if devices else []
        context = await browser.new_context(viewport=viewport, locale=locale, permissions=permissions)
        contexts.append(context)
        page = await context.new_page()
        page.on("pageerror", lambda failure: failures.append(str(failure)))
        if address is not None:
            await page.goto(address)
        return page

    yield open_one
    for context in contexts:
        await context.close()
    assert failures == [], "a page's script raised"


@pytest.fixture
def make_voice(tmp_path: Path) -> MakeVoice:
    """`make_voice(member, tone_hz)`: a WAV file for `launch_chromium(voice=...)`, known by its tone."""
    return lambda member, tone_hz: write_voice(
        tmp_path / f"{member}-{tone_hz:.0f}.wav", member=member, tone_hz=tone_hz
    )


@pytest.fixture
def make_camera(tmp_path: Path) -> MakeCamera:
    """`make_camera((red, green, blue))`: a film for `launch_chromium(camera=...)`, known by its colour."""
    return lambda colour: write_camera(tmp_path / f"{'-'.join(map(str, colour))}.y4m", colour)


@pytest.fixture
def pictures() -> Path:
    """The folder where tests leave screenshots to look at; git ignores it."""
    folder = Path(__file__).parents[2] / "var" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
