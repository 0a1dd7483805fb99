import { signal, type Signal } from "@preact/signals";
import { render } from "preact";
import { act } from "preact/test-utils";
import { describe, expect, it, vi } from "vitest";
import { draw } from "../drawn";
import { circle, CO_LEADER, factsOf, LEADER, MEMBER, PRESENTER, SCENES } from "../fixtures";
import type { Quality } from "../protocol";
import { telephoneLink } from "../Telephone";
import { t } from "../text";
import { WAYS } from "../ways";
import { restOf } from "./Ending";
import { GOES_MS } from "./Notice";
import { ownLink } from "./OwnLink";
import { PartsContext } from "./parts";
import { SelfLine } from "./SelfLine";

describe("a number for when the link fails", () => {
  it("stands where the room is not reached, and nowhere else", async () => {
    const { page, change } = await draw(SCENES.discussion!, MEMBER, undefined, "+44 (0)20 7946-0000");
    expect(page.querySelector("[data-telephone]")).toBeNull();
    await change((set) => (set.connection.value = "lost"));
    expect(page.querySelector("[data-telephone] a")!.getAttribute("href")).toBe("tel:+442079460000");
    expect(page.querySelector("[data-telephone]")!.textContent).toBe("If the link fails, ring +44 (0)20 7946-0000");
  });
  it("counts for how much the line holds", async () => {
    const refused = signal({ id: "truth-media-refused", args: {}, heard: false, tone: "look" as const });
    for (const [telephone, long] of [["", false], ["+44 (0)20 7946-0000", true]] as const) {
      const { page, parts } = await draw(SCENES.discussion!, MEMBER, undefined, telephone);
      await act(() => render(<PartsContext.Provider value={{ ...parts, truth: refused }}><SelfLine /></PartsContext.Provider>, page));
      expect(page.querySelector(".own-line-long") !== null).toBe(long);
    }
  });
  it("is dialled as it is meant", () => {
    expect(["020 7946 0000", "(0)20/7946", "+1 555-0100"].map(telephoneLink)).toEqual(["tel:02079460000", "tel:0207946", "tel:+15550100"]);
  });
});

describe("the room's faces", () => {
  it("waits, without a circle", async () => {
    const { page, text } = await draw({ stage: "gathering" }, MEMBER);
    expect(text("h1")).toBe("Welcome, Marguerite");
    expect(page.querySelector(".circle")).toBeNull();
  });
  it("comes to rest when it is open elsewhere", async () => {
    const { page, change } = await draw(SCENES.discussion!, MEMBER);
    await change((set) => (set.connection.value = "replaced"));
    expect(page.querySelector('[data-rest="replaced"]')).not.toBeNull();
    expect(page.querySelector("audio")).toBeNull();
  });
  it("leaves the leaders among themselves", async () => {
    expect((await draw(SCENES.debrief!, MEMBER)).page.querySelector('[data-rest="outside"]')).not.toBeNull();
    const { seats } = SCENES.debrief!;
    const aside = { ...SCENES.debrief!, seats: { ...seats, [MEMBER]: { ...seats[MEMBER]!, stepped_out: true as const } } };
    const inside = { ...aside, private: { inside: [CO_LEADER, MEMBER], asking: null, agreed: [] } };
    expect((await draw(inside, MEMBER)).page.querySelector('[data-control="microphone"]')).not.toBeNull();
    expect((await draw(aside, MEMBER)).page.querySelector('[data-rest="outside"]'), "there is no circle to go back to").not.toBeNull();
    const leader = (await draw(SCENES.debrief!)).page;
    expect(leader.querySelectorAll(".seat-absent")).toHaveLength(6);
  });
  it("numbers a case from the second on", async () => {
    const { change, text } = await draw(SCENES.discussion!, MEMBER);
    expect(text(".head b")).toBe("Restarea");
    await change((set) => (set.view.value = { ...SCENES.discussion!, case: { ...SCENES.discussion!.case, number: 2 } }));
    expect(text(".head b")).toBe("Second case");
  });
  it("says all the time what is kept of the session, also to whoever waits", async () => {
    const { change, text } = await draw(SCENES.discussion!, MEMBER);
    expect(text("[data-keeping=nothing]")).toBe("Nothing is recorded");
    await change((set) => (set.keeping.value = "aggregate"));
    expect(text(".head [data-keeping=aggregate]")).toBe("Kept: sums, no names");
    await change((set) => (set.together.value = true));
    expect(text(".head [data-keeping=aggregate]")).toBe("Kept: sums, no names. Together with this group’s earlier records");
    const waiting = await draw(SCENES.gathering!, MEMBER);
    expect(waiting.page.querySelector("[data-keeping]")).not.toBeNull();
  });
  it("tells whoever goes before the end where what is kept will be seen", async () => {
    const { page, change } = await draw(SCENES.debrief!, MEMBER);
    expect(page.querySelector('[data-control="record"]')).toBeNull();
    await change(({ keeping }) => (keeping.value = "aggregate"));
    expect(page.querySelector('[data-rest="outside"] [data-control="record"]')!.textContent).toContain("once the leaders have ended it");
    const { seats } = SCENES.debrief!;
    await change(({ view, you }) => {
      view.value = { ...SCENES.debrief!, seats: { ...seats, [MEMBER]: { ...seats[MEMBER]!, standing: "left" } } };
      you.value = { ...you.value!, standing: "left" };
    });
    expect(page.querySelector('[data-rest="left"] [data-control="record"]')!.textContent).toContain("once the leaders have ended it");
  });
  it("does not tell a leader whose seat was freed that they have left, nor to wait", async () => {
    const { change, text } = await draw(SCENES.discussion!, CO_LEADER);
    await change(({ you }) => (you.value = { ...you.value!, standing: "left" }));
    expect(text("[data-rest] h1")).toBe(t("room-leader-left-title"));
    expect(text("[data-rest]")).not.toContain("wait to be let in");
  });

  it("leads to a certificate and to questions, where there are any; whoever is outside or has left reads when", async () => {
    const { page, change } = await draw(SCENES.debrief!, MEMBER, { certificates: 1, hours: 0, feedback: true });
    const led = () => [...page.querySelectorAll("a")].map((link) => [link.getAttribute("href"), link.textContent]);
    const later = [["/certificate", t("room-later-certificate")], ["/feedback", t("room-later-feedback")]];
    expect(led()).toEqual(later);
    await change((set) => (set.view.value = { ...SCENES.debrief!, stage: "ended" }));
    expect(led()).toEqual([["/certificate", t("room-ended-certificate")], ["/feedback", t("room-ended-feedback")]]);
  });
  it.each([
    ["seated", "running", "up", null, null],
    ["seated", "running", "lost", null, null],
    ["seated", "ended", "up", null, "ended"],
    ["removed", "running", "refused", "removed", "removed"],
    ["left", "running", "up", null, "left"],
    ["seated", "running", "refused", "protocol", "outdated"],
    ["seated", "running", "refused", "no_session", "no-place"],
    ["seated", "running", "replaced", null, "replaced"],
  ])("%s, %s, %s, %s: %s", (standing, stage, connection, refusal, rest) => {
    expect(restOf(standing, stage, connection, refusal)).toBe(rest);
  });
  it.each([["running", SCENES.discussion!], ["waiting", { stage: "gathering" as const }], ["outside", SCENES.debrief!]])("says that the connection is lost, once: %s", async (_where, view) => {
    const { page, change } = await draw(view, MEMBER);
    const said = () => page.textContent!.split("connection is lost").length - 1;
    expect(said()).toBe(0);
    await change((set) => (set.connection.value = "lost"));
    expect(said()).toBe(1);
    await change((set) => (set.connection.value = "up"));
    expect(said()).toBe(0);
  });
  it("says beside it how good one's own link is", async () => {
    const { page, change, text } = await draw(SCENES.discussion!, MEMBER);
    expect(text(".own-link")).toBe("Link: good");
    const told = (quality: Quality) => change(({ facts }) => (facts.value = { ...facts.value!, you: { ...facts.value!.you, quality } }));
    await told("weak");
    expect(text(".own-link")).toBe("Link: weak");
    await told("very_weak");
    expect(text(".own-link")).toBe("Link: very weak");
    expect(page.querySelector(".own-link .link-mark")?.getAttribute("data-level")).toBe("very_weak");
    expect(page.querySelector(".own-link")?.getAttribute("role")).toBe("status");
    await change((set) => (set.facts.value = null));
    expect(text(".own-link")).toBe("");
    await change((set) => (set.connection.value = "lost"));
    expect(text(".own-link")).toBe("Link: lost");
  });
  it.each([
    ["up", "lost", "down"],
    ["lost", "up", "down"],
    ["connecting", "up", null],
    ["up", "connecting", null],
    ["up", "refused", null],
    ["up", "up", "good"],
  ] as const)("own link, page %s, media %s: %s", (connection, media, level) => {
    expect(ownLink(connection, media, factsOf(SCENES.discussion!, MEMBER))).toBe(level);
  });
});

it("tells a screen reader the phase by the format's own name for it", async () => {
  const { page, fake } = await draw(WAYS.again!, MEMBER);
  const announced = fake.announced as Signal<typeof fake.announced.value>;
  await act(async () => void (announced.value = { number: 1, told: [{ id: "announce-phase", phase: WAYS.again!.plan[0]! }, { id: "announce-paused" }] }));
  expect([...page.querySelectorAll("[data-announced] p")].map((one) => one.textContent)).toEqual(["Now: Group work", "The session is paused."]);
});

describe("what one can do about oneself", () => {
  it("names the action, and does it", async () => {
    const { fake, press, text } = await draw(SCENES.discussion!, MEMBER);
    expect(text('[data-control="microphone"]')).toBe("Turn microphone off");
    await press('[data-control="microphone"]');
    expect(fake.set.microphone.value).toBe("off");
    expect(text('[data-control="microphone"]')).toBe("Turn microphone on");
    expect(text(".self-line")).toBe("Your microphone is off. You listen.");
  });
  it("raises a hand, and lowers one that is up", async () => {
    const down = await draw(SCENES.discussion!, MEMBER);
    await down.press('[data-control="hand"]');
    expect(down.fake.asked).toEqual([{ type: "raise_hand", fields: {} }]);
    const up = await draw(SCENES.discussion!, 7);
    await up.press('[data-control="hand"]');
    expect(up.fake.asked).toEqual([{ type: "lower_hand", fields: {} }]);
  });
  it("offers no hand to whoever is pushed back", async () => {
    const { page, text } = await draw(SCENES.discussion!, PRESENTER);
    expect(page.querySelector<HTMLButtonElement>('[data-control="hand"]')!.disabled).toBe(true);
    expect(text(".self-line")).toBe("The group does not hear you now: you have pushed back.");
  });
  it.each([
    ["the presenter, who tells", "presentation", PRESENTER, true],
    ["the presenter, who answers", "questions", PRESENTER, true],
    ["whoever asks", "questions", 6, true],
    ["whoever listens", "presentation", MEMBER, false],
    ["one of two leaders among themselves", "debrief", LEADER, false],
  ])("offers %s no hand: %s, seat %d, %s", async (_who, scene, seat, none) => {
    const { page } = await draw(SCENES[scene]!, seat);
    expect(page.querySelector<HTMLButtonElement>('[data-control="hand"]')!.disabled).toBe(none);
  });
  it("offers a leader who is alone in the debrief no hand", async () => {
    const { seats } = SCENES.debrief!;
    const { page } = await draw({ ...SCENES.debrief!, seats: { ...seats, [CO_LEADER]: { ...seats[CO_LEADER]!, standing: "left" } } });
    expect(page.querySelector<HTMLButtonElement>('[data-control="hand"]')!.disabled).toBe(true);
  });
  it("gives an observer no microphone", async () => {
    const observed = circle("discussion");
    observed.seats["2"]!.role = "observer";
    const { page, change } = await draw(observed, MEMBER);
    await change((set) => (set.microphone.value = "off"));
    expect([...page.querySelectorAll<HTMLElement>(".controls > button")].map((b) => b.dataset.control)).toEqual(["camera", "word", "leave"]);
  });
  it("gives an observer one with a part in the scene, and a hand to ask for it", async () => {
    const watching = { ...WAYS.scene!, seats: { ...WAYS.scene!.seats, "2": { ...WAYS.scene!.seats["2"]!, role: "observer" as const } } };
    const controls = async (view: typeof watching) => {
      const { page, change } = await draw(view, MEMBER);
      await change((set) => (set.microphone.value = "off"));
      return [...page.querySelectorAll<HTMLElement>(".controls > button")].map((b) => b.dataset.control);
    };
    const without = Object.fromEntries(Object.entries(watching.scene!.cast).filter(([seat]) => seat !== String(MEMBER)));
    expect(await controls({ ...watching, scene: { ...watching.scene!, cast: without } })).toEqual(["camera", "hand", "word", "leave"]);
    const cast = { ...without, [MEMBER]: { number: 9, part: "double" as const } };
    expect(await controls({ ...watching, scene: { ...watching.scene!, cast } })).toEqual(["microphone", "camera", "hand", "word", "leave"]);
  });
  it("lets whoever must go tell the leaders first, alone", async () => {
    const { fake, page, press } = await draw(SCENES.discussion!, MEMBER);
    await press('[data-control="leave"]');
    await press('dialog[open] [data-word="leave_early"]');
    expect(fake.asked).toEqual([{ type: "tell_leaders", fields: { word: "leave_early" } }]);
    expect(page.querySelector('[data-control="leave-now"]')).not.toBeNull();
  });
  it("asks before leaving", async () => {
    const { fake, press } = await draw(SCENES.discussion!, MEMBER);
    await press('[data-control="leave"]');
    expect(fake.asked).toEqual([]);
    await press('[data-control="leave-now"]');
    expect(fake.asked).toEqual([{ type: "leave", fields: {} }]);
  });
  it("tells why the server refused, and puts it away", async () => {
    const { fake, page, press, text } = await draw(SCENES.discussion!, MEMBER);
    fake.answer = { ok: false, code: "too_fast", detail: "" };
    await press('[data-control="hand"]');
    expect(text('[data-notice="refusal"]')).toContain("That was too fast");
    await press('[data-notice="refusal"] button');
    expect(page.querySelector('[data-notice="refusal"]')).toBeNull();
  });
  it("lets what merely informs go by itself, and keeps what is to be asked again", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      for (const [code, stays] of [["too_fast", false], ["noted", false], ["unreachable", true]] as const) {
        const { page, parts } = await draw(SCENES.discussion!, MEMBER);
        const shown = () => page.querySelector(`[data-code="${code}"]`) !== null;
        await act(() => parts.asking.tell(code));
        await act(() => void vi.advanceTimersByTime(GOES_MS - 1));
        expect(shown()).toBe(true);
        await act(() => void vi.advanceTimersByTime(1));
        expect([code, shown()]).toEqual([code, stays]);
      }
    } finally {
      vi.useRealTimers();
    }
  });
  it("says of what was not sent that it was not, in place of the lost connection", async () => {
    const { page, press, change } = await draw(SCENES.discussion!, MEMBER);
    await change((set) => (set.connection.value = "lost"));
    await press('[data-control="hand"]');
    expect([...page.querySelectorAll<HTMLElement>(".notice")].map((one) => one.dataset["notice"])).toEqual(["refusal"]);
  });
});

describe("the quiet word", () => {
  it("is the presenter's, and goes to the leaders", async () => {
    const { fake, press } = await draw(SCENES.discussion!, PRESENTER);
    await press('[data-control="word"]');
    await press('[data-word="bring_me_back"]');
    expect(fake.asked).toEqual([{ type: "tell_leaders", fields: { word: "bring_me_back" } }]);
  });
  it("is said once", async () => {
    const { page, press } = await draw(SCENES.word!, PRESENTER);
    await press('[data-control="word"]');
    expect(page.querySelector<HTMLButtonElement>('[data-word="bring_me_back"]')!.disabled).toBe(true);
    expect(page.querySelector<HTMLButtonElement>('[data-word="need_a_pause"]')!.disabled).toBe(false);
  });
  it("gives a member the two words that are everyone's, and shows nobody else's", async () => {
    const { fake, page, press, change, text } = await draw(SCENES.word!, MEMBER);
    await press('[data-control="word"]');
    const words = [...page.querySelectorAll<HTMLButtonElement>("[data-word]")];
    expect(words.map((word) => word.dataset["word"])).toEqual(["distress", "leave_early", "say_leaving_early"]);
    expect(words.every((word) => !word.disabled)).toBe(true);
    await press('[data-word="distress"]');
    expect(fake.asked).toEqual([{ type: "tell_leaders", fields: { word: "distress" } }]);
    const facts = fake.set.facts.value!;
    await change((set) => (set.facts.value = { ...facts, you: { ...facts.you, words: ["distress"] } }));
    expect(text('[data-control="word"]')).toBe("Word sent");
    await press('[data-control="word"]');
    expect(page.querySelector<HTMLButtonElement>('[data-word="distress"]')!.disabled).toBe(true);
    await change((set) => (set.facts.value = null));
    expect(text('[data-control="word"]')).toBe("Word sent");
    await change((set) => (set.facts.value = facts));
    expect(text('[data-control="word"]')).toBe("A quiet word");
    expect(text('[data-notice="refusal"]')).toContain("have noted what you told them");
  });
  it("lets whoever must leave early say so to all, beside their name", async () => {
    const { fake, page, press, change } = await draw(SCENES.discussion!, MEMBER);
    const said = () => page.querySelector(`.circle-seats [data-seat="${MEMBER}"] .seat-role`)?.textContent;
    expect(said()).toBeUndefined();
    await press('[data-control="word"]');
    await press('[data-word="say_leaving_early"]');
    expect(fake.asked).toEqual([{ type: "say_leaving_early", fields: {} }]);
    const { seats } = SCENES.discussion!;
    await change((set) => (set.view.value = { ...SCENES.discussion!, seats: { ...seats, [MEMBER]: { ...seats[MEMBER]!, leaving_early: true } } }));
    expect(said()).toBe("leaves early");
    await press('[data-control="word"]');
    expect(page.querySelector('[data-word="say_leaving_early"]')).toBeNull();
  });
  it("offers to be brought back to who has pushed back, and not before", async () => {
    const words = async (scene: string) => {
      const { page, press } = await draw(SCENES[scene]!, PRESENTER);
      await press('[data-control="word"]');
      return [...page.querySelectorAll<HTMLElement>("[data-word]")].map((word) => word.dataset["word"]);
    };
    expect(await words("presentation")).toEqual(["need_a_pause", "distress", "leave_early", "withdraw_case", "say_leaving_early"]);
    expect(await words("discussion")).toContain("bring_me_back");
  });
  it("keeps what the leaders alone are told apart from what everyone is, with one main thing at most", async () => {
    const parts = async (scene: string, seat: number) => {
      const { page, press } = await draw(SCENES[scene]!, seat);
      await press('[data-control="word"]');
      expect(page.querySelectorAll("dialog[open] .main").length).toBeLessThanOrEqual(1);
      return [...page.querySelectorAll<HTMLElement>("[data-told]")].map((part) => [part.querySelector("h3")!.textContent, ...[...part.querySelectorAll<HTMLElement>("[data-word]")].map((word) => word.dataset["word"])]);
    };
    expect(await parts("discussion", PRESENTER)).toEqual([
      ["To the leaders alone", "bring_me_back", "need_a_pause", "distress", "leave_early"], ["To everyone", "withdraw_case", "say_leaving_early"],
    ]);
    expect(await parts("discussion", MEMBER)).toEqual([["To the leaders alone", "distress", "leave_early"], ["To everyone", "say_leaving_early"]]);
    expect(await parts("gathering", MEMBER)).toEqual(await parts("discussion", MEMBER));
  });
  it.each([["waiting", { stage: "gathering" as const }, true], ["waiting with a leader", { stage: "gathering" as const, led: true }, false], ["early", circle(null, { lead: null }), true], ["with a leader", circle(null), false]])("says whether a leader can have read it: %s", async (_where, view, unread) => {
    const { page, press, change } = await draw(view, MEMBER);
    const facts = factsOf(SCENES.gathering!, MEMBER);
    await change((set) => (set.facts.value = { ...facts, you: { ...facts.you, words: ["distress", "leave_early"] } }));
    await press('[data-control="word"]');
    const word = unread ? "room-word-waits" : "room-word-said";
    const said = [...page.querySelectorAll("dialog[open] [data-word]:disabled")].map((one) => one.textContent);
    expect(said).toEqual([t(`${word}-distress`), t(`${word}-leave_early`)]);
    expect(page.querySelector("dialog[open]")!.textContent.includes(t("room-word-waiting"))).toBe(unread);
    await press('dialog[open] .choices > .quiet');
    await press('[data-control="leave"]');
    expect(page.querySelector('dialog[open] [data-word="leave_early"]')!.textContent).toBe(t(`${word}-leave_early`));
  });
  it("is there for whoever waits, as the ways to leave are", async () => {
    const { page, press, fake, change, text } = await draw({ stage: "gathering" });
    await press('[data-control="word"]');
    expect([...page.querySelectorAll<HTMLElement>("dialog[open] [data-word]")].map((one) => one.dataset["word"])).toEqual(["distress", "leave_early"]);
    await press('[data-word="distress"]');
    expect(fake.asked).toEqual([{ type: "tell_leaders", fields: { word: "distress" } }]);
    const facts = factsOf(SCENES.gathering!, MEMBER);
    await change((set) => (set.facts.value = { ...facts, you: { ...facts.you, words: ["distress"] } }));
    expect(text('[data-control="word"]')).toBe("Word sent");
    await press('[data-control="leave"]');
    expect([...page.querySelectorAll<HTMLElement>("dialog[open] .choices > button")].map(({ dataset }) => dataset["control"] ?? dataset["word"])).toEqual([undefined, "step-out", "leave_early", "leave-now"]);
    await press('[data-control="step-out"]');
    expect(fake.set.microphone.value).toBe("off");
    expect(text('[data-code="stepped_away"]')).toContain("Microphone and camera are off");
  });
  it("is not the only way to take the case back: whoever presents finds it where one leaves, and nobody else does", async () => {
    const { fake, page, press, text } = await draw(SCENES.presentation!, PRESENTER);
    await press('[data-control="leave"]');
    expect(text("dialog[open]")).toContain("if you leave, your case ends");
    await press('[data-word="withdraw_case"]');
    await press('[data-act="withdraw-now"]');
    expect(fake.asked).toEqual([{ type: "withdraw_case", fields: { about: SCENES.presentation!.case.number } }]);
    await vi.waitFor(() => expect(page.querySelector('[data-control="leave-now"]'), "the dialog is closed").toBeNull());
    const other = await draw(SCENES.presentation!, MEMBER);
    await other.press('[data-control="leave"]');
    expect(other.page.querySelector('[data-word="withdraw_case"]')).toBeNull();
    expect(other.text("dialog[open]")).not.toContain("your case ends");
  });
  it("lets the presenter take the case back", async () => {
    const { fake, press } = await draw(SCENES.discussion!, PRESENTER);
    await press('[data-control="word"]');
    await press('[data-word="withdraw_case"]');
    expect(fake.asked).toEqual([]);
    await press('[data-act="withdraw-now"]');
    expect(fake.asked).toEqual([{ type: "withdraw_case", fields: { about: SCENES.discussion!.case.number } }]);
  });
});

describe("what is up to oneself now", () => {
  it.each([
    ["case_call", MEMBER, "offer_case", { about: 1 }],
    ["case_call", 7, "withdraw_offer", { about: 1 }],
    ["questions", 6, "end_turn", { about: 3 }],
  ])("in %s, seat %d: %s", async (scene, seat, type, fields) => {
    const { fake, press } = await draw(SCENES[scene]!, seat);
    await press("[data-own-step]");
    expect(fake.asked).toEqual([{ type, fields }]);
  });
  it("lets a recalled presenter push back again", async () => {
    const recalled = circle("discussion", { case: { number: 1, presenter: PRESENTER, stance: "in_circle" } });
    const { fake, press } = await draw(recalled, PRESENTER);
    await press("[data-own-step]");
    expect(fake.asked).toEqual([{ type: "push_back", fields: { about: 5 } }]);
  });
  it("is nothing for a leader in the case call", async () => {
    expect((await draw(SCENES.case_call!)).page.querySelector("[data-own-step]")).toBeNull();
  });
});
