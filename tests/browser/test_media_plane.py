"""Real Chromium on the media plane alone: a whole circle of slots, and reach that decides what arrives."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

from aiohttp import web
from playwright.async_api import Page

from server.media.plane import Plane, SdpError
from server.rehearsal.mediafile import bundled, load
from server.rehearsal.peer import LightPeer
from tests.browser.conftest import OpenPage, of_one_test
from tests.browser.road import plane_on_a_road

ROOM = "circle"
SEATS = 14

JOIN = """async ({seat, seats}) => {
  const pc = window.pc = new RTCPeerConnection({iceServers: []});
  const media = await navigator.mediaDevices.getUserMedia({audio: true, video: {width: 320, height: 180}});
  const line = (kind, direction) => {
    const transceiver = pc.addTransceiver(kind, {direction});
    const heard = direction === "recvonly" ? ["audio/opus", "audio/red"] : ["audio/opus"];
    const wanted = kind === "audio" ? heard : ["video/VP8", "video/rtx"];
    const codecs = RTCRtpReceiver.getCapabilities(kind).codecs;
    transceiver.setCodecPreferences(codecs.filter(codec => wanted.includes(codec.mimeType)));
    return transceiver;
  };
  const audio = line("audio", "sendonly"), video = line("video", "sendonly");
  window.slots = [];
  for (let n = 0; n < seats; n++) window.slots.push([line("audio", "recvonly"), line("video", "recvonly")]);
  const offer = await pc.createOffer();  // before it gathers: 30 m-lines with candidates would be 55 kB
  await pc.setLocalDescription(offer);
  const response = await fetch(`/offer/${seat}`, {method: "POST", body: offer.sdp});
  if (!response.ok) throw new Error(await response.text());
  await pc.setRemoteDescription({type: "answer", sdp: await response.text()});
  await audio.sender.replaceTrack(media.getAudioTracks()[0]);
  await video.sender.replaceTrack(media.getVideoTracks()[0]);
  await new Promise((done, failed) => {
    const look = () => pc.connectionState === "connected" ? done() : pc.connectionState === "failed" && failed();
    pc.onconnectionstatechange = look;
    look();
  });
  return offer.sdp.length;
}"""

# What a slot has received so far.
RECEIVED = """async (seat) => {
  const [audio, video] = window.slots[seat - 1];
  const found = {audio: 0, energy: 0, repaired: 0, concealed: 0, samples: 0, video: 0, frames: 0};
  for (const [kind, transceiver] of [["audio", audio], ["video", video]]) {
    for (const report of (await transceiver.receiver.getStats()).values()) {
      if (report.type !== "inbound-rtp") continue;
      found[kind] = report.packetsReceived;
      if (kind === "audio") {
        found.energy = report.totalAudioEnergy;
        found.repaired = report.fecPacketsReceived ?? 0;
        found.concealed = report.concealedSamples - report.silentConcealedSamples;
        found.samples = report.totalSamplesReceived;
      }
      if (kind === "video") found.frames = report.framesDecoded;
    }
  }
  return found;
}"""

# Chromium decodes only what somebody plays.
PLAY = """(seat) => {
  const element = document.createElement("video");
  element.autoplay = true;
  element.srcObject = new MediaStream(window.slots[seat - 1].map(transceiver => transceiver.receiver.track));
  document.body.append(element);
}"""

GROWS = """async ({seat, received, key, from, by}) => {
  const read = eval(received);
  for (let n = 0; n < 400; n++) {
    if ((await read(seat))[key] >= from + by) return true;
    await new Promise(done => setTimeout(done, 25));
  }
  return false;
}"""


@dataclass(frozen=True)
class Hears:
    audio: frozenset[int] = frozenset()
    video: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Circle:
    plane: Plane
    address: str


@of_one_test
async def circle() -> AsyncIterator[Circle]:
    async with served(Plane()) as circle:
        yield circle


@of_one_test
async def lossy_circle() -> AsyncIterator[Circle]:
    async with served(plane_on_a_road(loss=0.2)) as circle:
        yield circle


@of_one_test
async def circle_without_udp() -> AsyncIterator[Circle]:
    async with served(Plane(), udp=False) as circle:
        yield circle


@asynccontextmanager
async def served(plane: Plane, *, udp: bool = True) -> AsyncIterator[Circle]:
    """A page that joins, and its answers; without `udp` they offer no way but TCP."""
    await plane.start("0.0.0.0", 0)
    plane.open_room(ROOM, SEATS)

    async def page(request: web.Request) -> web.Response:
        return web.Response(text="<!doctype html><title>circle</title>", content_type="text/html")

    async def offer(request: web.Request) -> web.Response:
        try:
            answer = await plane.answer(ROOM, int(request.match_info["seat"]), await request.text())
        except SdpError as error:
            return web.Response(text=str(error), status=400)
        lines = answer.splitlines(keepends=True)
        return web.Response(text="".join(line for line in lines if udp or " 1 udp " not in line))

    app = web.Application()
    app.add_routes([web.get("/", page), web.post("/offer/{seat}", offer)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    yield Circle(plane, f"http://{host}:{port}/")
    await runner.cleanup()
    await plane.stop()


async def grows(page: Page, seat: int, key: str, *, by: float, start: float = 0) -> bool:
    wanted = {"seat": seat, "received": RECEIVED, "key": key, "from": start, "by": by}
    return bool(await page.evaluate(GROWS, wanted))


async def received(page: Page, seat: int) -> dict[str, Any]:
    return dict(await page.evaluate(RECEIVED, seat))


async def test_two_pages_hear_and_see_each_other_as_far_as_reach_allows(
    open_page: OpenPage, circle: Circle
) -> None:
    one, two = await open_page(circle.address), await open_page(circle.address)
    for seat, page in ((1, one), (9, two)):
        assert await page.evaluate(JOIN, {"seat": seat, "seats": SEATS}) < 48_000
    await one.evaluate(PLAY, 9)
    await two.evaluate(PLAY, 1)
    assert not any((await received(one, 9)).values())

    both = {1: frozenset({9}), 9: frozenset({1})}
    await circle.plane.set_reach(ROOM, {seat: Hears(others, others) for seat, others in both.items()})
    for page, seat in ((one, 9), (two, 1)):
        assert await grows(page, seat, "audio", by=25)
        assert await grows(page, seat, "energy", by=1e-6)
        assert await grows(page, seat, "frames", by=10)

    # Seat 1 is pushed back: it hears, and nobody receives its sound; its picture stays.
    await circle.plane.set_reach(ROOM, {1: Hears(both[1], both[1]), 9: Hears(video=both[9])})
    assert await grows(
        one, 9, "audio", start=(await received(one, 9))["audio"], by=10
    )  # what was on its way has come
    silent, heard = await received(two, 1), await received(one, 9)
    assert await grows(one, 9, "audio", start=heard["audio"], by=50)
    assert await grows(two, 1, "frames", start=silent["frames"], by=10)
    assert (await received(two, 1))["audio"] == silent["audio"]

    # And back, in the same slot: the sound goes on, and so do the packets' numbers.
    await circle.plane.set_reach(ROOM, {seat: Hears(others, others) for seat, others in both.items()})
    assert await grows(two, 1, "audio", start=silent["audio"], by=25)
    assert await grows(two, 1, "energy", start=silent["energy"], by=1e-6)
    assert circle.plane.counters["exception"] == 0
    assert circle.plane.forwarded(ROOM).drops.get("error", 0) == 0


async def test_a_picture_that_has_begun_long_ago_is_seen_by_who_comes_in(
    open_page: OpenPage, circle: Circle
) -> None:
    """The camera's only key frame is past. The page decodes its picture by the one that the server asks for."""
    media = load(bundled()[0])
    endless = replace(media, pictures=media.pictures[:1] + media.pictures[1:] * 1_000)
    camera = LightPeer(SEATS, media=endless)
    await camera.connect(await circle.plane.answer(ROOM, 9, camera.offer()))
    camera.show(True)
    sees = Hears(video=frozenset({9}))
    await circle.plane.set_reach(ROOM, {1: sees, 2: sees})
    for seat in (1, 2):
        page = await open_page(circle.address)
        await page.evaluate(JOIN, {"seat": seat, "seats": SEATS})
        await page.evaluate(PLAY, 9)
        assert await grows(page, 9, "frames", by=10)
    await camera.close()


async def test_on_a_lossy_link_a_page_repairs_a_voice_from_the_packets_after_it(
    open_page: OpenPage, lossy_circle: Circle
) -> None:
    """The page's own reports say that it loses much; then each packet it gets carries the two before it."""
    voice = LightPeer(SEATS, media=load(bundled()[0]))
    page = await open_page(lossy_circle.address)
    await page.evaluate(JOIN, {"seat": 1, "seats": SEATS})
    await page.evaluate(PLAY, 9)
    await voice.connect(await lossy_circle.plane.answer(ROOM, 9, voice.offer()))
    voice.speak(True)
    voice.show(True)
    await lossy_circle.plane.set_reach(ROOM, {1: Hears(frozenset({9}), frozenset({9}))})
    start = await received(page, 9)
    assert await grows(page, 9, "energy", start=start["energy"], by=1e-6)
    async with asyncio.timeout(20):
        gained = {"repaired": 0, "audio": 1}
        # Opus's own repairs are at most one a packet.
        while gained["repaired"] < 1.5 * gained["audio"]:
            before = await received(page, 9)
            assert await grows(page, 9, "audio", start=before["audio"], by=25)
            gained = {key: now - before[key] for key, now in (await received(page, 9)).items()}
    assert lossy_circle.plane.forwarded(ROOM).drops.get("error", 0) == 0
    await voice.close()


PROTOCOL = """async () => {
  const found = [...(await window.pc.getStats()).values()];
  const transport = found.find((one) => one.type === "transport");
  const pair = found.find((one) => one.id === transport.selectedCandidatePairId);
  return found.find((one) => one.id === pair.localCandidateId).protocol;
}"""


async def test_where_no_udp_goes_out_pages_hear_and_see_each_other_over_tcp(
    open_page: OpenPage, circle_without_udp: Circle
) -> None:
    circle = circle_without_udp
    one, two = await open_page(circle.address), await open_page(circle.address)
    for seat, page, other in ((1, one, 9), (9, two, 1)):
        await page.evaluate(JOIN, {"seat": seat, "seats": SEATS})
        await page.evaluate(PLAY, other)
        assert await page.evaluate(PROTOCOL) == "tcp"
    both = {1: frozenset({9}), 9: frozenset({1})}
    await circle.plane.set_reach(ROOM, {seat: Hears(others, others) for seat, others in both.items()})
    for page, seat in ((one, 9), (two, 1)):
        assert await grows(page, seat, "energy", by=1e-6)
        assert await grows(page, seat, "frames", by=10)
    await circle.plane.set_reach(ROOM, {1: Hears(both[1], both[1]), 9: Hears(video=both[9])})
    silent = await received(two, 1)
    assert await grows(two, 1, "frames", start=silent["frames"], by=10)
    silent = await received(two, 1)
    assert await grows(two, 1, "frames", start=silent["frames"], by=10)
    assert (await received(two, 1))["audio"] == silent["audio"]
    assert circle.plane.counters["exception"] == 0
    assert circle.plane.forwarded(ROOM).drops.get("error", 0) == 0
