"""Whatever a page says of oneself and of the others lies over nothing and moves no button: every length that the line
about oneself comes to in each language, the head of whoever has pushed back, a lost link's word, the circle's line
behind names, the desk's clock."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

from playwright.async_api import Page, ViewportSize

from server.pages.language import languages, text

ROOT = Path(__file__).parents[2]
VIEWPORTS = [
    ViewportSize(width=width, height=height)
    for width, height in ((1440, 900), (1280, 720), (768, 1024), (360, 740), (740, 360))
]
NAMES = {"name": "Oluwaseun Adebayo", "names": "Oluwaseun Adebayo, Marguerite"}
STEP = 40
"""Of all the lines that differ by fewer letters the longest is looked at."""

# What meets something of another part of the page, or is cut off, with the line about oneself in the words given; and
# which button is elsewhere than with the first of them.
MEETS = """([lines, short, long]) => {
  const parts = [
    ".head b, .head .kept, .head button", ".own-step > :not(.hidden)",
    ".self-line, .own-side button, .own-link", ".controls button",
  ];
  const box = (one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const [whole, words] = [one, range].map((of) => of.getBoundingClientRect());
    const { top, bottom } = whole;
    if (one.matches("button, .seat-round")) return whole;
    return { left: Math.max(whole.left, words.left), right: Math.min(whole.right, words.right), top, bottom };
  };
  const drawn = (selector) => [...document.querySelectorAll(selector)]
    .map((one) => [one.className || one.textContent, box(one)])
    .filter(([, { left, right }]) => left < right);
  const meet = ([, a], [, b]) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2;
  const cut = ([, { left, right, top, bottom }]) => left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
  const [line, words] = [document.querySelector(".own-line"), document.querySelector(".self-line")];
  const said = words.innerHTML;
  const lengths = [["own-line-long", short], ["own-line-longest", long]];
  const places = () => [...document.querySelectorAll(".stage button")].map((one) => {
    const { x, y } = one.getBoundingClientRect();
    return [one.textContent, x, y];
  });
  let first;
  const found = lines.flatMap((told) => {
    words.innerHTML = `<span>${told}</span>`;
    for (const [name, most] of lengths) line.classList.toggle(name, told.length > most);
    const all = parts.map(drawn);
    const seats = drawn(".circle-seats .seat-round, .circle-seats .seat-name, .circle-seats .seat-role");
    const faces = seats.filter(([name]) => name === "seat-round");
    const others = (at) => [...all.slice(at + 1).flat(), ...(at === 2 ? seats : at === 0 ? faces : [])];
    const met = all.flatMap((some, at) => some.flatMap((one) => others(at).filter((other) => meet(one, other))
      .map(([what]) => `${one[0]} meets ${what}`)));
    const now = places();
    first ??= now;
    const moved = now.filter(([, x, y], at) => Math.hypot(x - first[at][1], y - first[at][2]) > 2);
    const named = [[all.flat().filter(cut), "is cut off"], [moved, "has moved"]];
    return [...met, ...named.flatMap(([some, how]) => some.map(([what]) => `${what} ${how}`))]
      .map((what) => `with ${told.length} letters ${what}`);
  });
  words.innerHTML = said;
  for (const [name] of lengths) line.classList.remove(name);
  const high = [...document.querySelectorAll(".head button")].filter(({ scrollHeight }) => scrollHeight > 46);
  return [...found, ...high.map((one) => `${one.textContent} has many lines`)];
}"""
# As if no leader had answered whoever has pushed back, and this were a rehearsal.
LEFT_ALONE = """async (seat) => {
  const { view, rehearsal } = window.restarea.session;
  rehearsal.value = 4;
  view.value = { ...view.value, words: [{ seat, word: "bring_me_back", at: 0, returns_at: 1 }] };
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}"""
# As if whoever sits lowest had pushed back: their chair's name, and what they are, come nearest to the line.
LOWEST_BACK = """async () => {
  const { view } = window.restarea.session;
  const was = view.value.case;
  const low = (seat) => seat.getBoundingClientRect().bottom;
  const [lowest] = [...document.querySelectorAll(".circle-seats .seat")].sort((a, b) => low(b) - low(a));
  const presenter = Number(lowest.dataset.seat);
  view.value = { ...view.value, case: { ...was, presenter, stance: "back_visible" } };
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  return was;
}"""
PRESENTS = "(was) => { const { view } = window.restarea.session; view.value = { ...view.value, case: was }; }"
# As if everybody's link were lost, said so: the words that lie over what somebody is, or far beyond the face.
LOST = """async (words) => {
  const { view } = window.restarea.session;
  const before = view.value;
  const seats = Object.entries(before.seats).map(([seat, one]) => [seat, { ...one, link: "down" }]);
  view.value = { ...before, seats: Object.fromEntries(seats) };
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  const found = [...document.querySelectorAll(".seat:has(.seat-word)")].flatMap((seat) => words.flatMap((said) => {
    const word = seat.querySelector(".seat-word");
    word.textContent = said;
    const [at, face, role] = [word, ...[".seat-round", ".seat-role"].map((part) => seat.querySelector(part))]
      .map((one) => one?.getBoundingClientRect());
    const over = role && role.height > 0 && at.bottom > role.top + 2;
    return over || at.width > face.width * 1.8 ? [`${said} on seat ${seat.dataset.seat}`] : [];
  }));
  view.value = before;
  return found;
}"""
# The faces, names and words that the circle's line goes through: it passes behind what has a ground of its own.
LINE_THROUGH = """() => [...document.querySelectorAll(".circle-seats .seat, .seat-name, .seat-role")]
  .filter((one) => {
    const { backgroundColor, backgroundImage } = getComputedStyle(one);
    return backgroundImage === "none" && backgroundColor === "rgba(0, 0, 0, 0)";
  })
  .map((one) => one.textContent)"""

# How high the next step stands at the desk, with each of the clocks beside each of the phases' names.
NEXT_STEP_PX = """([names, clocks]) => {
  const [clock, next] = [".desk-now > .desk-clock", ".next-button"].map((one) => document.querySelector(one));
  const row = clock.cloneNode();
  clock.replaceWith(row);
  const found = names.flatMap((name) => clocks.map(([kind, words]) => {
    row.innerHTML = `<b>${name}</b><span class="${kind}">${words}</span>`;
    return next.getBoundingClientRect().y;
  }));
  row.replaceWith(clock);
  return [...new Set(found)];
}"""


def messages(language: str, kind: str) -> list[str]:
    source = (ROOT / "server" / "locales" / f"{language}.ftl").read_text()
    return [text(language, key, **NAMES) for key in re.findall(rf"^({kind}-[\w-]+) =", source, re.MULTILINE)]


def lines(language: str) -> list[str]:
    """One of each length that the line about oneself comes to."""
    said = {kind: messages(language, kind) for kind in ("truth", "trouble-camera", "weak")}
    busy = [one for one in said["weak"] if one == text(language, "weak-busy")]
    wholes = {
        " ".join(filter(None, one))
        for one in product(said["truth"], ["", *said["trouble-camera"]], ["", *said["weak"]], ["", *busy])
    }
    of_length = {len(one) // STEP: one for one in sorted(wholes, key=len)}
    return list(of_length.values())


async def nothing_lies_over_anything(page: Page, *, back: int | None = None) -> None:
    """`back`: the seat of whoever reads this page, if they have pushed back; else a leader reads it. Nothing moves
    slowly there afterwards."""
    source = (ROOT / "client" / "src" / "room" / "SelfLine.tsx").read_text()
    limits = [int(re.findall(rf"const {name} = (\d+);", source)[0]) for name in ("SHORT", "LONG")]
    all_lines = [line for language in languages() for line in lines(language)]
    words = [text(language, key) for language in languages() for key in ("room-link-lost", "room-returning")]
    before = page.viewport_size
    await page.emulate_media(reduced_motion="reduce")  # seats that are on their way are nowhere
    was = await page.evaluate(LOWEST_BACK) if back is None else await page.evaluate(LEFT_ALONE, back)
    for viewport in VIEWPORTS:
        await page.set_viewport_size(viewport)
        assert (found := await page.evaluate(MEETS, [all_lines, *limits])) == [], (viewport, found)
        assert (found := await page.evaluate(LOST, words)) == [], (viewport, found)
        assert (found := await page.evaluate(LINE_THROUGH)) == [], (viewport, found)
    if back is None:
        await page.evaluate(PRESENTS, was)
        await page.set_viewport_size(VIEWPORTS[1])
        for language in languages():
            over = text(language, "desk-over-by", planned="25:00", time="12:34")
            waits = text(language, "desk-waiting-for", **NAMES)
            clocks = [("digits", "12:34"), ("digits desk-over", over), ("desk-waits", waits)]
            names = sorted(messages(language, "phase"), key=len)
            ends = names[0], names[-1]
            assert len(await page.evaluate(NEXT_STEP_PX, [ends, clocks])) == 1, language
    if before:
        await page.set_viewport_size(before)
