import { describe, expect, it } from "vitest";
import { draw } from "../drawn";
import { factsOf, LEADER, MEMBER, SCENES } from "../fixtures";
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

  it("leads to what is noted only whoever has been there for long enough, as the server says: at the end, after leaving, and outside of the debrief", async () => {
    const { page, change } = await draw(SCENES.debrief!, MEMBER, { certificates: 1, hours: 0, feedback: true });
    const offered = async (attended: boolean, turn: Parameters<typeof change>[0]): Promise<string[]> => {
      await change((set) => { set.attended.value = attended; turn(set); });
      return ["certificate", "feedback"].filter((one) => page.querySelector(`a[href="/${one}"]`));
    };
    const both = ["certificate", "feedback"];
    expect(await offered(true, () => undefined)).toEqual(both);
    expect(page.querySelector("[data-rest=outside]")).not.toBeNull();
    expect(await offered(false, () => undefined)).toEqual([]);
    const leaves = (set: Parameters<Parameters<typeof change>[0]>[0]) => { set.you.value = { ...set.you.value!, standing: "left" }; set.view.value = { stage: "running" }; };
    expect(await offered(false, leaves)).toEqual([]);
    expect(await offered(true, leaves)).toEqual(both);
    expect(page.querySelector("[data-rest=left]")).not.toBeNull();
    const ends = (set: Parameters<Parameters<typeof change>[0]>[0]) => { set.facts.value = null; set.view.value = { stage: "ended" }; };
    expect(await offered(true, ends), "what was offered stays").toEqual(both);
    expect(page.querySelector("[data-rest=ended]")).not.toBeNull();
    expect(await offered(false, ends)).toEqual([]);
  });

  it("asks whoever has told the leaders outside of the debrief that they are not well to stay, for as long as that stands and one of them may come", async () => {
    const { page, change, text } = await draw(SCENES.debrief!, MEMBER);
    const main = (): boolean => page.querySelector('[data-control="leave-now"]')!.classList.contains("main");
    const says = (): boolean[] => ["room-ended-close", "room-outside-stay"].map((one) => text('[data-rest="outside"] [role="status"]').includes(t(one)));
    const facts = factsOf(SCENES.debrief!, MEMBER);
    const words = (...those: "distress"[]) => change((set) => (set.facts.value = { ...facts, you: { ...facts.you, words: those } }));
    expect([...says(), main()]).toEqual([true, false, true]);
    await words("distress");
    expect([...says(), main()]).toEqual([false, true, false]);
    await change((set) => (set.view.value = { ...SCENES.debrief!, lead: null, seats: { [MEMBER]: SCENES.debrief!.seats[MEMBER]! }, waits_for: ["no_leader"] }));
    expect([...says(), main()], "nobody is there who reads it").toEqual([true, false, true]);
    await change((set) => (set.view.value = SCENES.debrief!));
    await words();
    expect([...says(), main()], "put away").toEqual([true, false, true]);
  });

  it("says after a rehearsal how to hold another, and during it how fast its phases run; a real meeting says neither", async () => {
    const { page, change, text } = await draw(SCENES.discussion!, LEADER);
    expect(page.querySelector("[data-rehearsal]")).toBeNull();
    await change((set) => (set.rehearsal.value = 4));
    expect([...page.querySelectorAll("[data-rehearsal]")].map((one) => one.textContent), "once").toEqual(["Rehearsal: phases run 4 times as fast"]);
    await change((set) => (set.rehearsal.value = 1));
    expect(text(".head [data-rehearsal]")).toBe("Rehearsal");
    await change((set) => [set.connection.value, set.refusal.value] = ["refused", "no_session"]);
    expect(text("[data-rest=no-place] [data-rehearsed]"), "another has been begun in its place").toBe(t("room-ended-rehearsal"));
    await change((set) => (set.connection.value = "up"));
    expect(page.querySelector("[data-rehearsed]")).toBeNull();
    await change((set) => (set.view.value = { ...SCENES.discussion!, stage: "ended" }));
    expect(text("[data-rehearsed]")).toBe(t("room-ended-rehearsal"));
    await change((set) => (set.keeping.value = "aggregate"));
    expect(page.textContent).toContain(t("room-ended-kept-rehearsal"));
    const last = [...page.querySelectorAll("[data-rest] > p")].slice(-3).map((one) => one.textContent);
    expect(last, "Ctrl-C destroys what is to be looked at").toEqual([t("room-ended-record"), t("room-ended-close-then"), t("room-ended-rehearsal")]);
    expect(page.textContent, "it has no hour").not.toContain(t("room-ended-kept-aggregate"));
    await change((set) => (set.rehearsal.value = null));
    expect(page.querySelector("[data-rehearsed]")).toBeNull();
    await change((set) => (set.view.value = SCENES.discussion!));
    await change((set) => (set.you.value = { ...set.you.value!, standing: "left" }));
    expect(text('[data-control="record"]')).toBe(t("room-later-record"));
    await change((set) => (set.rehearsal.value = 4));
    expect(text('[data-control="record"]'), "no hour either").toBe(t("room-later-rehearsal"));
  });

  it("says to whoever was turned away that they were not let in, and to whoever was removed that their place is closed", async () => {
    for (const [standing, rest] of [["waiting", "turned-away"], ["seated", "removed"]] as const) {
      const { change, text } = await draw({ stage: "running" }, MEMBER);
      await change((set) => (set.you.value = { ...set.you.value!, standing }));
      await change((set) => (set.you.value = { ...set.you.value!, standing: "removed" }));
      expect(text("[data-rest]")).toContain(t(`room-${rest}-title`));
      expect(text("[data-rest]")).toContain(t(`room-${rest}-text`));
    }
  });

  it("says to who has left that the group goes on only while it does, and to who waits that it has closed", async () => {
    for (const [seat, rest] of [[MEMBER, "left"], [LEADER, "leader-left"]] as const) {
      const { change, page, text } = await draw(SCENES.discussion!, seat);
      const leaves = (closed: boolean) => change((set) => { set.you.value = { ...set.you.value!, standing: "left" }; set.view.value = { stage: "running", closed }; });
      await leaves(false);
      expect(text("[data-rest]")).toContain(t(`room-${rest}-text`));
      expect(text("[data-rest]").includes("While no leader is there, the clock waits."), "which only a leader brings about").toBe(seat === LEADER);
      const again = () => page.querySelector("[data-control=come-back]")?.getAttribute("href");
      expect(again()).toBe("/join");
      await leaves(true);
      expect(again(), "a leader may come back to the debrief").toBe(seat === LEADER ? "/join" : undefined);
      expect(text("[data-rest] p")).toBe(t(`room-${rest}-closed`));
      expect(text("[data-rest]")).not.toContain("goes on");
    }
    const { text } = await draw({ stage: "running", closed: true }, MEMBER);
    expect(text(".waiting")).toContain(t("room-waiting-closed"));
    expect(text(".waiting")).not.toContain(t("room-waiting-unheard"));
  });

  it("can be read in another language by whoever has left, who has no seat that stays", async () => {
    const { page, parts, change } = await draw(SCENES.discussion!, MEMBER);
    parts.languages["de"] = "Deutsch";
    await change((set) => { set.you.value = { ...set.you.value!, standing: "left" }; set.view.value = { stage: "running" }; });
    expect([...page.querySelectorAll("[data-rest=left] .languages > *")].map((one) => one.textContent)).toEqual(["Deutsch"]);
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
