"""What a screen reader would say of a page: each text that comes into one of its live regions, in order."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Page

LIVE = """() => {
  const last = new WeakMap();
  const text = (region) => {
    const copy = region.cloneNode(true);
    copy.querySelectorAll('[aria-hidden=true]').forEach((part) => part.remove());
    copy.querySelectorAll('p, button').forEach((part) => { part.prepend(' / '); part.append(' / '); });
    return copy.textContent.split('/').map((part) => part.replace(/\\s+/g, ' ').trim()).filter(Boolean).join(' / ');
  };
  const REGIONS = '[role=status], [role=alert], [aria-live]';
  new MutationObserver((changes) => {
    const touched = new Set();
    for (const { target, addedNodes, type } of changes) {
      if (type === 'childList' && addedNodes.length === 0) continue;
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest(REGIONS);
      if (region) touched.add(region);
      for (const node of addedNodes) if (node instanceof Element) {
        if (node.matches('[role=alert]')) touched.add(node);
        node.querySelectorAll('[role=alert]').forEach((one) => touched.add(one));
      }
    }
    for (const region of touched) {
      const said = text(region);
      if (said && said !== last.get(region)) window.spoken(said, region.className);
      last.set(region, said);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}"""


LINK = ("own-link", "path-said")
"""Regions that tell how good the link is."""


class Spoken:
    """`await Spoken.of(page)` before the page is opened."""

    def __init__(self) -> None:
        self.all: list[tuple[str, str]] = []
        """The words, and the class of the region."""

    @classmethod
    async def of(cls, page: Page) -> Spoken:
        spoken = cls()

        def note(_: Any, words: str, region: str) -> None:
            spoken.all.append((words, region))

        await page.expose_binding("spoken", note)
        await page.add_init_script(f"({LIVE})()")
        return spoken

    @property
    def script(self) -> list[str]:
        """Without what is said of the link, which is this machine's."""
        return [words for words, region in self.all if region not in LINK and "connection is" not in words]
