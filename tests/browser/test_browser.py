"""The browser under the browser tests: does Chromium run here, with a fake camera, microphone and loopback ICE?"""

from __future__ import annotations

from collections.abc import AsyncIterator

from aiohttp import web

from tests.browser.conftest import of_one_test
from tests.browser.eyes import look

GATHER = """async () => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
  const connection = new RTCPeerConnection({ iceServers: [] });
  for (const track of stream.getTracks()) connection.addTrack(track, stream);
  const candidates = [];
  const gathered = new Promise((done) => {
    connection.onicecandidate = ({ candidate }) => (candidate ? candidates.push(candidate.candidate) : done());
  });
  await connection.setLocalDescription();
  await gathered;
  connection.close();
  return { tracks: stream.getTracks().map((track) => track.kind).sort(), candidates: candidates.length };
}"""

SHOW_CAMERA = """async () => {
  const video = Object.assign(document.createElement("video"), { muted: true });
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: true });
  document.body.append(video);
  await video.play();
}"""

LOUDEST_HZ = """async (seconds) => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const context = new AudioContext({ sampleRate: 48000 });
  const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
  context.createMediaStreamSource(stream).connect(analyser);
  const bins = new Float32Array(analyser.frequencyBinCount);
  const energy = new Float64Array(analyser.frequencyBinCount);
  const end = context.currentTime + seconds;
  while (context.currentTime < end) {
    await new Promise((next) => requestAnimationFrame(next));
    analyser.getFloatFrequencyData(bins);
    bins.forEach((decibel, bin) => { energy[bin] += 10 ** (decibel / 10); });
  }
  await context.close();
  return energy.indexOf(Math.max(...energy)) * 48000 / 8192;
}"""


@of_one_test
async def empty_site() -> AsyncIterator[str]:
    """An address on loopback that answers an empty page: only a secure context has cameras."""
    application = web.Application()
    application.router.add_get("/", _empty_page)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    await runner.cleanup()


async def _empty_page(_: web.Request) -> web.Response:
    return web.Response(text="<!doctype html><title>empty</title>", content_type="text/html")


async def test_chromium_renders_a_page(open_page) -> None:
    page = await open_page("data:text/html,<title>a quiet room</title><h1>circle</h1>")
    assert await page.title() == "a quiet room"
    assert await page.get_by_role("heading").inner_text() == "circle"


async def test_a_page_has_fake_devices_and_candidates_on_loopback(open_page, empty_site) -> None:
    page = await open_page(empty_site)
    found = await page.evaluate(GATHER)
    assert found["tracks"] == ["audio", "video"]
    assert found["candidates"] > 0


async def test_two_browsers_have_voices_that_are_told_apart_by_their_tones(
    launch_chromium, open_page, make_voice, empty_site
) -> None:
    for member, tone_hz in ((0, 1_000.0), (1, 1_700.0)):
        home = await launch_chromium(voice=make_voice(member, tone_hz))
        page = await open_page(empty_site, browser=home)
        assert abs(await page.evaluate(LOUDEST_HZ, 2) - tone_hz) < 20


async def test_a_browser_has_a_camera_that_is_told_by_its_colour(
    launch_chromium, open_page, make_camera, empty_site
) -> None:
    cameras = {1: (200, 40, 40), 2: (40, 160, 60), 3: (40, 70, 210)}
    for seat in (1, 3):
        home = await launch_chromium(camera=make_camera(cameras[seat]))
        page = await open_page(empty_site, browser=home)
        await page.evaluate(SHOW_CAMERA)
        assert await look(page, cameras) == {0: seat}
