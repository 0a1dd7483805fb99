"""A page whose network lets out nothing but TLS comes into the circle through coturn, as we say how to set it up."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Page, expect

from tests.browser.conftest import LaunchChromium, OpenPage, of_one_test
from tests.browser.ears import receives
from tests.browser.group import CAMERA, CONNECTED, MICROPHONE, Person
from tests.browser.house import House
from tests.browser.test_path_check import SAID, found
from tests.certificate import key_digest
from tests.coturn import SECRET, Coturn, coturn, own_address

# As if the network let neither UDP nor any port of the media server through.
TLS_ONLY = """() => {
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration) {
      super({ ...configuration, iceTransportPolicy: "relay" });
    }
  };
}"""

# The ways that the browser had, the one that it chose, and those by which the server sent it anything to speak of.
PATH = """async () => {
  const found = [...(await window.restarea.pc().getStats()).values()];
  const transport = found.find((one) => one.type === "transport");
  const pairs = found.filter((one) => one.type === "candidate-pair");
  const kind = (local) => local.candidateType === "relay" ? local.relayProtocol : `direct ${local.protocol}`;
  const way = (pair) => kind(found.find((one) => one.id === pair.localCandidateId));
  return {
    had: [...new Set(found.filter((one) => one.type === "local-candidate").map(kind))].sort(),
    chosen: way(pairs.find((one) => one.id === transport.selectedCandidatePairId)),
    used: pairs.filter((one) => one.packetsReceived > 20).map(way),
  };
}"""
USERNAME = "() => window.restarea.pc()?.getConfiguration().iceServers[0]?.username"
ANEW = f"(before) => ({CONNECTED})() && ({USERNAME})() !== before"


@dataclass(frozen=True)
class Site:
    house: House
    turn: Coturn


@of_one_test
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    """A server and a TURN server that leads to it."""
    address = own_address()
    async with coturn(tmp_path, address) as turn:
        settings = {"turn_host": turn.host, "turn_port": str(turn.port), "turn_secret": SECRET}
        async with House(tmp_path, advertise=address, **settings) as house:
            yield Site(house, turn)


async def path(page: Page) -> dict[str, str | list[str]]:
    return dict(await page.evaluate(PATH))


async def test_where_only_tls_goes_out_one_is_in_the_circle_through_turn_and_the_others_stay_direct(
    site: Site, launch_chromium: LaunchChromium, open_page: OpenPage
) -> None:
    browser = await launch_chromium(
        flags=(f"--ignore-certificate-errors-spki-list={key_digest(site.turn.certificate)}",)
    )
    links = await site.house.open(seats=6)
    looking = await open_page(
        browser=browser
    )  # somebody at the door, whose browser looks at the way meanwhile
    await looking.add_init_script(f"({TLS_ONLY})()")
    await looking.goto(links.join)
    leader = Person("Irène Faure", await open_page(browser=browser))
    await leader.take_seat(links.lead, MICROPHONE, CAMERA)
    member = Person("Mina Okafor", await open_page(browser=browser))
    await member.page.add_init_script(f"({TLS_ONLY})()")
    await member.take_seat(links.join, MICROPHONE, CAMERA)
    await leader.row(member.name, "Admit").click()
    await receives(leader.page, member.seat)
    await receives(member.page, leader.seat)
    assert await path(member.page) == {"had": ["tls"], "chosen": "tls", "used": ["tls"]}
    direct = await path(leader.page)  # which is offered the relay, too
    assert await leader.page.evaluate(USERNAME)
    assert (direct["chosen"], direct["used"]) == ("direct udp", ["direct udp"])

    assert await found(looking) == "good"
    await expect(looking.locator(SAID)).to_contain_text("your network lets only web pages through")

    # Back with credentials of now, through the same relay.
    before = await member.page.evaluate(USERNAME)
    await member.page.evaluate("() => window.restarea.media.start()")
    await member.page.wait_for_function(ANEW, arg=before)
    await receives(member.page, leader.seat)
    assert (await path(member.page))["chosen"] == "tls"
