import { afterEach, describe, expect, it, vi } from "vitest";
import { draw } from "../drawn";
import { LEADER, MEMBER, SCENES } from "../fixtures";
import { dayAndTime, t } from "../text";

const ENDED = Date.UTC(2026, 10, 29, 18, 4, 30);

afterEach(() => void vi.useRealTimers());

describe("the last page of a session", () => {
  it("asks, before it offers to close, where something may be kept of a session that has ended", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: ENDED });
    const { page, change, text } = await draw(SCENES.discussion!, MEMBER, { certificates: 1, hours: 0, feedback: false, record: 20 });
    await change((set) => (set.view.value = { ...SCENES.discussion!, stage: "ended" }));
    expect(page.querySelector('[data-control="record"]')).toBeNull();
    expect(page.textContent).toContain(t("room-ended-close"));
    const time = dayAndTime(ENDED + 20 * 3_600_000);
    for (const keeping of ["aggregate", "seat_timeline"] as const) {
      await change((set) => (set.keeping.value = keeping));
      expect(page.textContent).toContain(t(`room-ended-asks-${keeping}`, { time }));
      expect(page.querySelectorAll('[data-control="record"]').length).toBe(1);
      const ways = [...page.querySelectorAll("a")].map((one) => one.getAttribute("href"));
      expect([ways[0], page.querySelector("a.main")!.getAttribute("href")]).toEqual(["/record", "/record"]);
      expect(text("[data-rest] > :last-child")).toBe(t("room-ended-close-then"));
    }
  });

  it("leads a leader on to their groups and to what they have led, once the session has ended", async () => {
    const { page, change } = await draw(SCENES.debrief!, LEADER, { certificates: 0, hours: 12, feedback: false, record: 20 });
    expect(page.querySelector('[data-control="groups"]')).toBeNull();
    await change((set) => (set.view.value = { ...SCENES.debrief!, stage: "ended" }));
    const led = [...page.querySelectorAll("nav a")].map((link) => [link.getAttribute("href"), link.textContent]);
    expect(led).toEqual([["/groups", t("room-ended-groups")], ["/hours", t("room-ended-hours")]]);
  });
});
