import type { Signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { draw } from "../drawn";
import { circle, CO_LEADER, factsOf, LEADER, MEMBER, PRESENTER, SCENES } from "../fixtures";
import type { CircleView } from "../protocol";
import { t } from "../text";
import { WAYS } from "../ways";

describe("out of the circle, or aside from it", () => {
  it("shows a step out as what it is, and goes back by one press, as one is: listening", async () => {
    const refused = await draw(SCENES.discussion!, MEMBER);
    refused.fake.answer = { ok: false, code: "stepped_out", detail: "" };
    await refused.press('[data-control="leave"]');
    await refused.press('[data-control="step-out"]');
    expect(refused.fake.set.microphone.value, "who is still there stays heard").toBe("on");
    const { fake, page, press, change, text } = await draw(SCENES.discussion!, MEMBER);
    await press('[data-control="leave"]');
    await press('[data-control="step-out"]');
    expect([fake.set.microphone.value, fake.set.cameraState.value]).toEqual(["off", "off"]);
    const { seats } = SCENES.discussion!;
    await change(({ view }) => (view.value = { ...SCENES.discussion!, seats: { ...seats, [MEMBER]: { ...seats[MEMBER]!, stepped_out: true } } }));
    expect(text(`[data-seat="${MEMBER}"] .seat-word`)).toBe("stepped out");
    expect(text(".self-line")).toContain("You have stepped out: you hear nobody");
    expect(page.querySelector('[data-control="hand"]')).toBeNull();
    await press('[data-control="back"]');
    expect(fake.asked.map(({ type }) => type)).toEqual(["step_out", "leave_private_room"]);
    expect([fake.set.microphone.value, fake.set.cameraState.value], "as the page has shown it").toEqual(["off", "off"]);
  });
  it("shows no device as one that reaches somebody while nobody hears or sees one", async () => {
    const { page, change } = await draw(SCENES.discussion!, CO_LEADER);
    const { seats } = SCENES.discussion!;
    const shown = () => ["microphone", "camera"].map((kind) => page.querySelector(`[data-control=${kind}]`)!).map((one) => [one.getAttribute("data-state"), one.className]);
    await change(({ cameraState }) => (cameraState.value = "on"));
    expect(shown()).toEqual([["on", "on"], ["on", "on"]]);
    const out = { ...SCENES.discussion!, seats: { ...seats, [CO_LEADER]: { ...seats[CO_LEADER]!, stepped_out: true as const } } };
    await change(({ view }) => (view.value = out));
    expect(shown(), "which is still to be turned off").toEqual([["on", ""], ["on", ""]]);
    await change(({ view }) => (view.value = { ...out, private: { inside: [CO_LEADER, MEMBER], asking: null, agreed: [] } }));
    expect(shown(), "in a talk one is heard").toEqual([["on", "on"], ["on", "on"]]);
  });
  it("leads a leader back from under the open desk, too", async () => {
    const { page, press, fake, change } = await draw(SCENES.aside!, CO_LEADER);
    await press(".desk-handle");
    await press('.desk-voice [data-control="back"]');
    expect(fake.asked.map(({ type }) => type)).toEqual(["leave_private_room"]);
    await change(({ view }) => (view.value = SCENES.discussion!));
    expect(page.querySelector('[data-control="back"]')).toBeNull();
  });
  it("tells a leader who has left them there, until they are back", async () => {
    const { seats } = SCENES.discussion!;
    const out = (...those: number[]) => ({ ...SCENES.discussion!, paused: true, seats: Object.fromEntries(Object.entries(seats).map(([seat, one]) => [seat, those.includes(Number(seat)) ? { ...one, stepped_out: true as const } : one])) });
    const { text, change, page } = await draw({ ...out(LEADER, MEMBER), private: { inside: [LEADER, MEMBER], asking: null, agreed: [] } });
    await change(({ view }) => (view.value = out(LEADER)));
    const told = "Marguerite has ended the talk. You are alone here: go back.";
    expect([text(".centre"), text('[data-accident="private"]')].map((one) => one.includes(told))).toEqual([true, true]);
    expect(page.querySelector('[data-control="back"]')!.className).toBe("main");
    await change(({ view }) => (view.value = out()));
    await change(({ view }) => (view.value = out(LEADER)));
    expect(text(".centre"), "gone out alone").not.toContain(told);
  });
  it("tells a member who has ended the talk, and that they may stay; once the circle has closed, that nobody hears them", async () => {
    const { seats } = SCENES.discussion!;
    const left = Object.fromEntries(Object.entries(seats).map(([seat, one]) => [seat, Number(seat) === MEMBER ? { ...one, stepped_out: true as const } : one]));
    const talk = { seats: { ...left, [CO_LEADER]: { ...seats[CO_LEADER]!, stepped_out: true as const } }, private: { inside: [MEMBER, CO_LEADER], asking: null, agreed: [] } };
    const { change, text, press, fake } = await draw({ ...SCENES.discussion!, ...talk }, MEMBER);
    await change(({ view }) => (view.value = { ...SCENES.discussion!, seats: left, private: null }));
    expect(text(".centre > p")).toBe("Henrik has ended the talk. Stay as long as you need.");
    await press('[data-control="back"]');
    expect(fake.asked.map(({ type }) => type)).toEqual(["leave_private_room"]);
    await change(({ view }) => (view.value = SCENES.discussion!));
    expect(text(".centre > p")).not.toContain("ended the talk");
    const debrief = await draw({ ...SCENES.debrief!, ...talk }, MEMBER);
    await debrief.change(({ view }) => (view.value = { ...SCENES.debrief!, seats: left, private: null }));
    expect(debrief.text('[data-rest="outside"] h1 + p')).toBe("Henrik has ended the talk: nobody hears you now.");
  });
  it("says to a member of nobody who is gone that they have ended it: whether they left or were removed is not theirs to know", async () => {
    const { seats } = SCENES.discussion!;
    const all: CircleView["seats"] = { ...seats, [MEMBER]: { ...seats[MEMBER]!, stepped_out: true as const } };
    const { [CO_LEADER]: leader, ...others } = all;
    const alone = "You are alone here. Stay as long as you need.";
    for (const [scene, where, told] of [[SCENES.discussion!, ".centre > p", alone], [SCENES.debrief!, '[data-rest="outside"] h1 + p', `${t("room-outside-text")} ${t("room-ended-close")}`]] as const) {
      const { change, text, fake } = await draw({ ...scene, seats: { ...others, [CO_LEADER]: { ...leader!, stepped_out: true } }, private: { inside: [MEMBER, CO_LEADER], asking: null, agreed: [] } }, MEMBER);
      const { [CO_LEADER]: _gone, ...known } = fake.session.people.value;
      await change(({ view }) => (view.value = { ...scene, seats: others, private: null }));
      await change(() => ((fake.session.people as Signal<Record<string, string>>).value = known));
      expect(text(where)).toBe(told);
    }
  });
  const out = (scene: CircleView, those: number[], inside: number[] = [], seats = scene.seats): CircleView => ({
    ...scene, paused: true, private: inside.length > 0 ? { inside, asking: null, agreed: [] } : null,
    seats: Object.fromEntries(Object.entries(seats).map(([seat, one]) => [seat, those.includes(Number(seat)) ? { ...one, stepped_out: true as const } : one])),
  });
  it("says nothing of a talk that ended before the circle closed: the words are those of the closing", async () => {
    const { text, change } = await draw(out(SCENES.discussion!, [MEMBER, CO_LEADER], [MEMBER, CO_LEADER]), MEMBER);
    await change(({ view }) => (view.value = out(SCENES.discussion!, [MEMBER])));
    expect(text(".centre > p")).toContain("Henrik has ended the talk");
    await change(({ view }) => (view.value = out(SCENES.debrief!, [MEMBER])));
    expect(text('[data-rest="outside"]')).not.toContain("ended the talk");
    expect(text('[data-rest="outside"]')).toContain(t("room-outside-text"));
  });
  it("keeps what a leader outside is told while others go apart and come back, until they are in a talk again", async () => {
    const { text, change } = await draw(out(SCENES.discussion!, [LEADER, MEMBER], [LEADER, MEMBER]));
    const told = "Marguerite has ended the talk. You are alone here: go back.";
    for (const now of [out(SCENES.discussion!, [LEADER]), out(SCENES.discussion!, [LEADER, CO_LEADER, 3], [CO_LEADER, 3]), out(SCENES.discussion!, [LEADER, 3]), out(SCENES.discussion!, [LEADER])]) {
      await change(({ view }) => (view.value = now));
      expect([text(".centre"), text('[data-accident="private"]')].map((one) => one.includes(told))).toEqual([true, true]);
    }
    await change(({ view }) => (view.value = out(SCENES.discussion!, [LEADER, 3], [LEADER, 3])));
    expect(text(".centre")).not.toContain("ended the talk");
  });
  it("says of nobody that they have ended the talk who was removed, or lost", async () => {
    const gone = (standing: "left" | "removed", scene = SCENES.discussion!): CircleView => out(scene, [LEADER], [], { ...scene.seats, [MEMBER]: { ...scene.seats[MEMBER]!, standing } });
    const talk = out(SCENES.discussion!, [LEADER, MEMBER], [LEADER, MEMBER]);
    const cases: [CircleView, CircleView, string][] = [
      [talk, gone("removed"), "You are alone here: go back."],
      [talk, gone("left"), "Marguerite has ended the talk. You are alone here: go back."],
      [{ ...talk, seats: { ...talk.seats, [MEMBER]: { ...talk.seats[MEMBER]!, link: "down" } } }, gone("left"), "You are alone here: go back."],
    ];
    for (const [before, after, told] of cases) {
      const { text, change } = await draw(before);
      await change(({ view }) => (view.value = after));
      expect([text(".centre > p"), text('[data-accident="private"] p')]).toEqual([told, told]);
    }
    const { [CO_LEADER]: freed, ...seats } = SCENES.discussion!.seats;
    const lost = out(SCENES.discussion!, [MEMBER, CO_LEADER], [MEMBER, CO_LEADER], { ...seats, [CO_LEADER]: { ...freed!, link: "down" } });
    const { text, change } = await draw(lost, MEMBER);
    await change(({ view }) => (view.value = out(SCENES.discussion!, [MEMBER], [], seats)));
    expect(text(".centre > p")).toBe("You are alone here. Stay as long as you need.");
    const debrief = await draw({ ...SCENES.debrief!, private: lost.private!, seats: lost.seats }, MEMBER);
    await debrief.change(({ view }) => (view.value = out(SCENES.debrief!, [MEMBER], [], seats)));
    expect(debrief.text('[data-rest="outside"] h1 + p')).toBe(`${t("room-outside-text")} ${t("room-ended-close")}`);
  });
  it("marks as out none of those for whom the meeting is over", async () => {
    const { seats } = SCENES.debrief!;
    const { page, text, change } = await draw({ ...SCENES.debrief!, seats: { ...seats, [MEMBER]: { ...seats[MEMBER]!, stepped_out: true } } });
    expect(text(`[data-seat="${MEMBER}"]`)).not.toContain("stepped out");
    expect(page.querySelector(`[data-seat="${MEMBER}"].seat-absent`)).not.toBeNull();
    await change(({ view }) => (view.value = { ...SCENES.debrief!, seats: { ...seats, [CO_LEADER]: { ...seats[CO_LEADER]!, stepped_out: true } } }));
    expect(text(`[data-seat="${CO_LEADER}"] .seat-word`)).toBe("stepped out");
  });
  it("does not let whoever leads step out while the clock runs, and says what to do", async () => {
    const { fake, page, press, text } = await draw(SCENES.discussion!);
    await press('[data-control="leave"]');
    expect(page.querySelector('[data-control="step-out"]'), "what cannot be pressed is not offered").toBeNull();
    expect(text("dialog[open]")).toContain("pause first");
    expect(text("dialog[open]")).not.toContain(t("room-leave-text-out"));
    await press('dialog[open] [data-act="end"]');
    await press('dialog[open] dialog[open] [data-act="end-now"]');
    expect(fake.asked, "to end it is one question away, here too").toEqual([{ type: "end", fields: {} }]);
  });
  it("speaks of another leader who could lead only to whoever leads beside one in the circle", async () => {
    const { seats } = SCENES.discussion!;
    const beside = async (other: object) => {
      const { press, text } = await draw({ ...SCENES.discussion!, seats: { ...seats, [CO_LEADER]: { ...seats[CO_LEADER]!, ...other } } });
      await press('[data-control="leave"]');
      return text("dialog[open]");
    };
    expect(await beside({})).toContain(t("room-leave-pause-first"));
    for (const gone of [{ stepped_out: true }, { link: "down" }, { role: "member" }]) {
      const said = await beside(gone);
      expect(said).toContain(t("room-leave-pause"));
      expect(said).not.toContain("another leader");
    }
  });
  it("says in the line about oneself, on the seat and aloud who whispers to a leader", async () => {
    const { page, text } = await draw(WAYS.whisper!);
    expect(text("[data-whispered]").trim()).toBe("Henrik whispers to you.");
    expect(text(`[data-seat="${CO_LEADER}"].seat-whispers .seat-role`)).toBe("whispers to you");
    expect(page.querySelector('.whisper [role="status"]')!.textContent, "it is announced once, and not here").toBe("");
    expect((await draw(WAYS.whispers!)).page.querySelector("[data-whispered]")).toBeNull();
  });
  it("leaves whoever is outside of the leaders' room a word to them", async () => {
    const { fake, press, change, text } = await draw(SCENES.debrief!, MEMBER);
    const word = '[data-rest="outside"] [data-word="distress"]';
    await press(word);
    expect(fake.asked).toEqual([{ type: "tell_leaders", fields: { word: "distress" } }]);
    const facts = factsOf(SCENES.debrief!, MEMBER);
    await change((set) => (set.facts.value = { ...facts, you: { ...facts.you, words: ["distress"] } }));
    expect(text(word), "sent, and not known to be read").toBe("Sent to the leaders: you are not well");
    await change((set) => (set.facts.value = { ...facts, you: { ...facts.you, words: ["distress"], noted: { distress: LEADER } } }));
    expect(text(word)).toContain("has seen it");
  });
  it("does not say that leaders talk where none is, but when it ends and whom else to ask", async () => {
    const debrief = SCENES.debrief!;
    const { change, text } = await draw(debrief, MEMBER, undefined, "+44 20 7946 0991");
    expect(text('[data-rest="outside"]')).toContain(t("room-outside-text"));
    expect(text('[data-rest="outside"]')).not.toContain("7946");
    await change(({ view }) => (view.value = { ...debrief, lead: null, waits_for: ["no_leader"] }));
    expect(text('[data-rest="outside"]')).not.toContain(t("room-outside-text"));
    for (const said of [t("room-outside-text-alone"), t("room-outside-word-alone"), "+44 20 7946 0991"]) expect(text('[data-rest="outside"]')).toContain(said);
    const aside = Object.fromEntries(Object.entries(debrief.seats).map(([seat, one]) => [seat, seat === String(LEADER) ? { ...one, stepped_out: true as const } : one]));
    await change(({ view }) => (view.value = { ...debrief, seats: aside, waits_for: ["no_leader"] }));
    expect(text('[data-rest="outside"]'), "whoever has only stepped out reads a word").toContain(t("room-outside-text"));
    const nobody = Object.fromEntries(Object.entries(aside).map(([seat, one]) => [seat, seat === String(CO_LEADER) ? { ...one, stepped_out: true as const } : one]));
    await change(({ view }) => (view.value = { ...debrief, seats: nobody, waits_for: ["no_leader"] }));
    expect(text('[data-rest="outside"]'), "and not that leaders talk who are all out").toContain(t("room-outside-text-out"));
    expect(text('[data-rest="outside"]')).toContain(t("room-outside-word"));
    const lost = { ...aside, [CO_LEADER]: { ...aside[CO_LEADER]!, link: "down" as const } };
    await change(({ view }) => (view.value = { ...debrief, seats: lost, waits_for: ["no_leader"] }));
    expect(text('[data-rest="outside"]'), "one is out, and the other gone").toContain(t("room-outside-text-out"));
    const last = await draw({ ...debrief, seats: { 1: debrief.seats[1]! } }, LEADER);
    await last.press('[data-control="leave"]');
    expect(last.text("dialog[open]")).toContain(t("room-leave-text-debrief"));
  });
  it.each(["down", "coming"] as const)("does not say that the only leader is out whose link is %s: they are there without sound", async (link) => {
    const { [CO_LEADER]: other, ...seats } = SCENES.debrief!.seats;
    const { text, change } = await draw({ ...SCENES.debrief!, lead: LEADER, seats: { ...seats, [LEADER]: { ...seats[LEADER]!, link } } }, MEMBER);
    expect(text('[data-rest="outside"] [role="status"]')).toBe(`${t("room-outside-text")} ${t("room-ended-close")}`);
    await change(({ view }) => (view.value = { ...SCENES.debrief!, lead: LEADER, seats: { ...seats, [LEADER]: { ...seats[LEADER]!, link }, [CO_LEADER]: { ...other!, stepped_out: true } } }));
    expect(text('[data-rest="outside"] [role="status"]')).toBe(`${t("room-outside-text")} ${t("room-ended-close")}`);
  });
  it.each([
    ["whoever leads, while the clock runs", LEADER, SCENES.discussion!, "room-leave-title-now"],
    ["whoever leads, in a pause", LEADER, SCENES.paused!, "room-leave-title"],
    ["another leader", CO_LEADER, SCENES.discussion!, "room-leave-title"],
  ] as const)("asks %s only what they may choose", async (_who, seat, scene, title) => {
    const { page, press, text } = await draw(scene, seat);
    await press('[data-control="leave"]');
    expect(text("dialog[open] h2")).toBe(t(title));
    expect(page.querySelector("[data-control=step-out]") !== null).toBe(title === "room-leave-title");
  });
  it("offers a member who is out already no step out, alone or in a talk", async () => {
    const { seats } = SCENES.discussion!;
    const alone = { ...SCENES.discussion!, seats: { ...seats, [MEMBER]: { ...seats[MEMBER]!, stepped_out: true as const } } };
    const { press, text, change } = await draw(SCENES.discussion!, MEMBER);
    await press('[data-control="leave"]');
    for (const said of ["room-leave-text", "room-leave-text-out"]) expect(text("dialog[open]")).toContain(t(said));
    for (const private_ of [null, { inside: [MEMBER, CO_LEADER], asking: null, agreed: [] }]) {
      await change(({ view }) => (view.value = { ...alone, private: private_ }));
      expect(text("dialog[open]")).toContain(t("room-leave-text"));
      expect(text("dialog[open]")).not.toContain(t("room-leave-text-out"));
    }
  });
  it.each([
    ["presentation", true], ["discussion", true], ["return", true], ["joint_discussion", true], ["closing", false], ["leaving", false], ["debrief", false],
  ] as const)("says to the presenter in the phase %s that the case ends, and how to take it back: %s", async (kind, goesOn) => {
    const talk = { inside: [PRESENTER, CO_LEADER], asking: null, agreed: [] };
    const { page, press, text } = await draw({ ...circle(kind, { case: { number: 1, presenter: PRESENTER, stance: "in_circle" } }), private: talk }, PRESENTER);
    await press('[data-control="leave"]');
    expect([text("dialog[open]").includes(t("room-leave-presents")), page.querySelector('dialog[open] [data-word="withdraw_case"]') !== null]).toEqual([goesOn, goesOn]);
  });
});
