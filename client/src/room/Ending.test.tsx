import { describe, expect, it } from "vitest";
import { draw } from "../drawn";
import { LEADER, MEMBER, SCENES } from "../fixtures";
import { t } from "../text";

describe("the last page of a session", () => {
  it("asks, before it offers to close, where something may be kept of a session that has ended", async () => {
    const { page, change, text } = await draw(SCENES.discussion!, MEMBER, { certificates: 1, hours: 0, feedback: false });
    await change((set) => (set.view.value = { ...SCENES.discussion!, stage: "ended" }));
    expect(page.querySelector('[data-control="record"]')).toBeNull();
    expect(page.textContent).toContain(t("room-ended-close"));
    for (const keeping of ["aggregate", "seat_timeline"] as const) {
      await change((set) => (set.keeping.value = keeping));
      expect(page.textContent).toContain(t(`room-ended-kept-${keeping}`));
      expect(text("[data-rest]"), "no clock time: whoever learns late has less of it").not.toMatch(/\d:\d\d/);
      expect(page.querySelectorAll('[data-control="record"]').length).toBe(1);
      const ways = [...page.querySelectorAll("a")].map((one) => one.getAttribute("href"));
      expect([ways[0], page.querySelector("a.main")!.getAttribute("href")]).toEqual(["/record", "/record"]);
      expect(text("[data-rest] > :last-child")).toBe(t("room-ended-close-then"));
    }
  });

  it("leads a leader on to their groups and to what they have led, once the session has ended", async () => {
    const noted = { certificates: 0, hours: 12, feedback: false };
    const rehearsal = await draw(SCENES.debrief!, LEADER, noted);
    await rehearsal.change((set) => (set.view.value = { ...SCENES.debrief!, stage: "ended" }));
    expect(rehearsal.page.querySelector('[data-control="groups"]'), "who has no groups is led to none").toBeNull();
    const { page, change } = await draw(SCENES.debrief!, LEADER, noted, "", true);
    expect(page.querySelector('[data-control="groups"]')).toBeNull();
    await change((set) => (set.view.value = { ...SCENES.debrief!, stage: "ended" }));
    const led = [...page.querySelectorAll("nav a")].map((link) => [link.getAttribute("href"), link.textContent]);
    expect(led).toEqual([["/groups", t("room-ended-groups")], ["/hours", t("room-ended-hours")]]);
  });
});
