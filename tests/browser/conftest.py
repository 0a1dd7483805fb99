"""Real Chromium for the tests in this folder, with fake cameras and microphones; its port numbers are never fixed.

One Chromium and one server serve all tests: each page has a context of its own and each test a session of its own,
so that nothing one test leaves reaches the next. Whoever kills the server starts another, and pages that need a voice
of their own each need a browser of their own, since Chromium plays one file for the whole process.
May import nothing of the server, beside the rehearsal's voices.
"""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from functools import cache
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, Playwright, ViewportSize, async_playwright

from tests.browser.cameras import Colour, write_camera
from tests.browser.house import House
from tests.browser.voices import write_voice
from tests.chromium import find_chromium

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
    "--use-fake-device-for-media-stream=fps=5",  # the least that counts as a moving picture: two cores carry it all
    "--autoplay-policy=no-user-gesture-required",
    # Without it Chromium gathers no ICE candidates on loopback.
    "--allow-loopback-in-peer-connection",
)

UNPROCESSED = """
const asked = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
if (asked) navigator.mediaDevices.getUserMedia = ({ audio, ...wanted }) =>
  asked(audio ? { ...wanted, audio: { ...(audio === true ? {} : audio), ...plain } } : wanted);
"""
"""Of what three pages cost, the browser's own work on their voices is a seventh."""

DRAWN = "async () => { for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame); }"

of_all_tests = pytest_asyncio.fixture(scope="session", loop_scope="session")
of_one_test = pytest_asyncio.fixture(loop_scope="session")

LaunchChromium = Callable[..., Awaitable[Browser]]
Photograph = Callable[..., Awaitable[None]]
OpenPage = Callable[..., Awaitable[Page]]
MakeVoice = Callable[[int, float], Path]
MakeCamera = Callable[[Colour], Path]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browsers are slow; four at once need both cores, and say so themselves. They share an event loop."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)
            if isinstance(item, pytest.Function) and inspect.iscoroutinefunction(item.function):
                item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Missing is a failure: these tests are never skipped."""
    path = find_chromium()
    if path is None:
        pytest.fail(
            "Chromium is missing: on Debian `make test` installs it; elsewhere set CHROMIUM to its path."
        )
    return path


@of_all_tests
async def playwright() -> AsyncIterator[Playwright]:
    async with async_playwright() as running:
        yield running


@of_all_tests
async def chromium(playwright: Playwright, chromium_path: str) -> AsyncIterator[Browser]:
    """The one that beeps once a second and shows what Chromium makes up."""
    browser = await playwright.chromium.launch(executable_path=chromium_path, args=list(CHROMIUM_FLAGS))
    yield browser
    await browser.close()


@of_all_tests
async def running_house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with House(tmp_path_factory.mktemp("house")) as house:
        yield house


@pytest.fixture
def house(running_house: House) -> Iterator[House]:
    """The running server; nothing may go wrong in it during the test."""
    yield running_house
    running_house.complains_of_nothing()


@of_one_test
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


@of_one_test
async def open_page(chromium: Browser) -> AsyncIterator[OpenPage]:
    """`await open_page(address=None, *, browser=None, viewport=DESKTOP, locale="en", devices=True)`: the page of
    one person, in a context of their own, with a camera and a microphone unless `devices` is false.

    Without `browser` all pages share one Chromium. An exception in a page's script fails the test. `as_at_home`: with
    motion, and with the browser's own work on a voice, as people have them; both cost, and few tests are about them.
    """
    failures: list[str] = []
    contexts: list[BrowserContext] = []

    async def open_one(
        address: str | None = None,
        *,
        browser: Browser | None = None,
        viewport: ViewportSize = DESKTOP,
        locale: str = "en",
        devices: bool = True,
        as_at_home: bool = False,
    ) -> Page:
        browser = browser or chromium
        permissions = ["camera", "microphone"] if devices else []
        context = await browser.new_context(
            viewport=viewport,
            locale=locale,
            permissions=permissions,
            reduced_motion="no-preference" if as_at_home else "reduce",
        )
        contexts.append(context)
        if not as_at_home:
            await context.add_init_script(UNPROCESSED)
        page = await context.new_page()
        page.on("pageerror", lambda failure: failures.append(str(failure)))
        if address is not None:
            await page.goto(address)
        return page

    yield open_one
    for context in contexts:
        await context.close()
    assert failures == [], "a page's script raised"


@pytest.fixture(scope="session")
def make_voice(tmp_path_factory: pytest.TempPathFactory) -> MakeVoice:
    """`make_voice(member, tone_hz)`: a WAV file for `launch_chromium(voice=...)`, known by its tone."""
    folder = tmp_path_factory.mktemp("voices")
    return cache(
        lambda member, tone_hz: write_voice(
            folder / f"{member}-{tone_hz:.0f}.wav", member=member, tone_hz=tone_hz
        )
    )


@pytest.fixture(scope="session")
def make_camera(tmp_path_factory: pytest.TempPathFactory) -> MakeCamera:
    """`make_camera((red, green, blue))`: a film for `launch_chromium(camera=...)`, known by its colour."""
    folder = tmp_path_factory.mktemp("cameras")
    return lambda colour: write_camera(folder / f"{'-'.join(map(str, colour))}.y4m", colour)


@pytest.fixture
def photograph(pytestconfig: pytest.Config) -> Photograph:
    """`await photograph(page, "name.png", full_page=False)`: once the page is drawn as it is now. Under `make pictures`
    it leaves a screenshot in var/screenshots, to look at; elsewhere nobody looks, and each would cost."""
    wanted = pytestconfig.getoption("markexpr") == "pictures"
    folder = Path(__file__).parents[2] / "var" / "screenshots"

    async def take(page: Page, name: str, *, full_page: bool = False) -> None:
        await page.evaluate(DRAWN)
        if wanted:
            await page.screenshot(path=folder / name, full_page=full_page)

    return take
