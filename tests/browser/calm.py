"""How much is on the screen: what `make pictures` counts in the room and writes to docs/calm.md.

Decision 42 lays it beside what others show. May import nothing of the project.
"""

from __future__ import annotations

from playwright.async_api import Page

QUIET = {
    "gathering": "a member, before it begins",
    "discussion": "a member, in the discussion",
    "pushed-back": "the presenter, pushed back",
    "leader-discussion": "the leader, in the discussion",
}
"""The faces of the room that are counted."""
COUNT = """() => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !one.closest(".hidden, [inert]") && one.getBoundingClientRect().width > 1;
  const all = [...document.body.querySelectorAll("*")].filter(shown);
  const texts = (one) => [...one.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data);
  const own = (one) => texts(one).join(" ").trim();

  // Twelfths of the circle of colours; null: grey, paper or nothing.
  const hue = (colour) => {
    const [red, green, blue, alpha = 1] = (colour.match(/[\\d.]+/g) ?? []).map(Number);
    const most = Math.max(red, green, blue), range = most - Math.min(red, green, blue);
    if (!(alpha > 0) || !(range >= 40)) return null;
    if (most === red) return Math.round(2 * ((6 + (green - blue) / range) % 6)) % 12;
    if (most === green) return Math.round(2 * (2 + (blue - red) / range));
    return Math.round(2 * (4 + (red - green) / range)) % 12;
  };
  const colours = (one) => {
    const style = getComputedStyle(one);
    return [
      ...(own(one) ? [style.color] : []), style.backgroundColor,
      ...(style.borderTopWidth === "0px" ? [] : [style.borderTopColor]),
      ...(one instanceof SVGElement ? [style.fill, style.stroke] : []),
    ];
  };

  const ofDesk = (one) => one.closest(".desk") !== null;
  const controls = all.filter((one) => one.matches("button, a[href], input, select, textarea, summary"));
  const endless = ({ playState, effect }) => playState === "running" && effect.getTiming().iterations === Infinity;
  const words = all.filter((one) => !ofDesk(one)).flatMap((one) => own(one).split(/\\s+/));
  return [
    controls.filter((one) => !ofDesk(one)).length,
    controls.filter(ofDesk).length,
    controls.filter((one) => !one.innerText?.trim() && !one.labels?.length).length,
    controls.filter((one) => [...one.querySelectorAll("*")].some((part) => /^\\d+$/.test(own(part)))).length,
    document.getAnimations().filter(endless).length,
    new Set(all.flatMap(colours).map(hue).filter((one) => one !== null)).size,
    words.filter((word) => /\\p{L}/u.test(word)).length,
  ];
}"""
COUNTED = ["controls", "at the desk", "without words", "with a count on it", "moving", "colours", "words"]
HEAD = """\
# How much is on the screen

Counted by `make pictures` in the room's own page, 1440 px wide, with seven people in the circle: what can be pressed
beside the circle and at the leader's desk; how much of that has a sign for a name, or a count on it; what moves without
end; how many colours there are beside paper and grey, in twelfths of the circle of colours; and words, the names of the
people among them, the desk's left out. Cameras were off, and motion was allowed. What others show is in
[decision 42](decisions/0042-calmer-than-three.md).

"""


async def count(page: Page) -> list[int]:
    """By `COUNTED`, in a wide window, with motion."""
    before = page.viewport_size
    await page.set_viewport_size({"width": 1440, "height": 900})
    await page.emulate_media(reduced_motion="no-preference")
    found: list[int] = await page.evaluate(COUNT)
    await page.emulate_media(reduced_motion="reduce")
    if before is not None:
        await page.set_viewport_size(before)
    return found


def calm(found: dict[str, list[int]]) -> str:
    rows = [["seen by", *COUNTED], ["---", *["---:"] * len(COUNTED)]]
    rows += [[QUIET[face], *map(str, counts)] for face, counts in found.items()]
    return HEAD + "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"
