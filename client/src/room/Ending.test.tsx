import { describe, expect, it } from "vitest";
import { draw } from "../drawn";
import { LEADER, SCENES } from "../fixtures";
import { t } from "../text";

describe("the end", () => {
  it("leads a leader on to their groups and to what they have led, once the session has ended", async () => {
    const { page, change } = await draw(SCENES.debrief!, LEADER, { certificates: 0, hours: 12, feedback: false });
    expect(page.querySelector('[data-control="groups"]')).toBeNull();
    await change((set) => (set.view.value = { ...SCENES.debrief!, stage: "ended" }));
    const led = [...page.querySelectorAll("nav a")].map((link) => [link.getAttribute("href"), link.textContent]);
    expect(led).toEqual([["/groups", t("room-ended-groups")], ["/hours", t("room-ended-hours")]]);
  });
});
