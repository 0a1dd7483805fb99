import { act } from "preact/test-utils";
import { describe, expect, it, vi } from "vitest";
import type { Answer } from "../commands";
import { draw } from "../drawn";
import { circle, CO_LEADER, LEADER, MEMBER, NOW_MS, PRESENTER, SCENES, type FakeVisit } from "../fixtures";
import type { CircleView, PhaseKind } from "../protocol";
import { endsAbout_ms } from "./next";
import { WAYS } from "../ways";

const press = (element: Element, type: string, init: object = {}): void => void element.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, ...init }));

describe("a round, at the desk", () => {
  it("names who is still to be asked, in order", async () => {
    const { text, page } = await draw(WAYS.round!);
    expect(text("[data-round]")).toBe("Still to be asked: Anna, Yusuf, Béatrice, Lin, Marguerite");
    expect(page.querySelector('[data-act="begin_round"]')).toBeNull();
  });
  it("asks everyone anew when it is over", async () => {
    const { fake, press, text } = await draw(WAYS.asked!);
    expect(text("[data-round]")).toBe("Everyone has been asked.");
    await press('[data-act="begin_round"]');
    expect(fake.asked).toEqual([{ type: "begin_round", fields: { about: 6 } }]);
  });
  it("reminds the leaders of what the format says, and nobody else", async () => {
    expect((await draw(WAYS.round!)).text(".prompts")).toBe("Two minutes each; passing is always allowed");
    expect((await draw(WAYS.round!, MEMBER)).page.querySelector(".prompts")).toBeNull();
  });
});

describe("the group's choice, at the desk", () => {
  it("counts who has named somebody, and never whom; closing it is one touch", async () => {
    const { fake, press, text } = await draw(WAYS.choice!);
    expect(text(".offers")).toContain("4 people have named somebody.");
    expect(text(".next-note")).toContain("First close the choice of the group.");
    await press('[data-act="close_choice"]');
    expect(fake.asked).toEqual([{ type: "close_choice", fields: { about: 1 } }]);
  });
  it("is over once somebody is chosen, and says who", async () => {
    const chosen = { ...WAYS.choice!, case: { ...WAYS.choice!.case, presenter: PRESENTER } };
    const { page, text } = await draw(chosen);
    expect(page.querySelector('[data-act="close_choice"]')).toBeNull();
    expect(text(".centre p")).toContain("is going to present.");
    expect((await draw(chosen, MEMBER)).page.querySelector('[data-own-step="name_one"]')).toBeNull();
  });
  it("leads on where nobody has a case", async () => {
    expect((await draw({ ...SCENES.case_call!, offers: [] })).text('[data-step="skip"]')).toBe("Without a presenter: Joint discussion");
  });
});

describe("a scene, at the desk", () => {
  it("reverses two parts", async () => {
    const { fake, press } = await draw(WAYS.scene!);
    await press('[data-player="4"] [data-act="swap"]');
    await press('[data-player="4"] [data-swap="7"]');
    expect(fake.asked).toEqual([{ type: "swap_parts", fields: { seat: PRESENTER, other: 7, part: 1 } }]);
  });
  it("never offers a part to whoever directs", async () => {
    const { page, press } = await draw(WAYS.casting!);
    await press('[data-act="give-parts"]');
    const invited = [...page.querySelectorAll<HTMLElement>("[data-invite]")].map((row) => Number(row.dataset["invite"]));
    expect(invited).not.toContain(LEADER);
    expect(invited).not.toContain(CO_LEADER);
    expect(invited).not.toContain(PRESENTER);
    expect(invited).toContain(MEMBER);
  });
  it("stops, and goes on", async () => {
    const running = await draw(WAYS.scene!);
    await running.press('[data-act="freeze"]');
    expect(running.fake.asked).toEqual([{ type: "freeze", fields: { about: 6 } }]);
    const frozen = await draw(WAYS.frozen!);
    expect(frozen.text(".scene")).toContain("The scene is stopped.");
    await frozen.press('[data-act="unfreeze"]');
    expect(frozen.fake.asked).toEqual([{ type: "unfreeze", fields: { about: 6 } }]);
  });
  it("takes a part off", async () => {
    const { fake, press } = await draw(WAYS.scene!);
    await press('[data-player="8"] [data-act="take_off_part"]');
    expect(fake.asked).toEqual([{ type: "take_off_part", fields: { seat: 8 } }]);
  });
});

describe("once more", () => {
  it("leads back to an earlier phase where the format lets it", async () => {
    const { fake, press, text } = await draw(WAYS.again!);
    expect(text('[data-step="again"]')).toBe("Once more: The presenter returns");
    await press('[data-step="again"]');
    expect(fake.asked).toEqual([{ type: "advance", fields: { about: 6, running: true, to: "return" } }]);
  });
  it("names whoever gives a part up, and stops no scene where none is played", async () => {
    const { page, press } = await draw(WAYS.scene!);
    await press('[data-act="swap"]');
    expect(page.querySelector("dialog[open]")!.textContent).not.toContain("{");
    const after = { ...WAYS.scene!, plan: WAYS.scene!.plan.map((one) => (one.key === WAYS.scene!.phase!.key ? { ...one, kind: "de_roling" as const } : one)) };
    expect((await draw(after)).page.querySelector('[data-ask="freeze"], [data-step="freeze"]')).toBeNull();
    expect((await draw(after)).page.textContent).not.toContain("Stop the scene");
  });
  it("is not offered elsewhere", async () => expect((await draw(WAYS.scene!)).page.querySelector('[data-step="again"]')).toBeNull());
  it("shows who was invited to a part and has not answered", async () => {
    expect((await draw(WAYS.casting!)).text('[data-invited="8"]')).toContain("invited: double");
  });
});

describe("two circles, at the desk", () => {
  it("takes one press for each, while the circles are seated and there are chairs", async () => {
    const { fake, page, press } = await draw(WAYS.seating!);
    await press('[data-outer="13"] [data-act="to-inner"]');
    expect(fake.asked.map(({ fields }) => fields)).toEqual([{ seat: 13, circle: "inner" }]);
    expect(page.querySelector("dialog[open]")).toBeNull();
    fake.answer = { ok: false, code: "circle_full", detail: "" };
    await press('[data-outer="14"] [data-act="to-inner"]');
    await vi.waitFor(() => expect(page.querySelector('dialog[open] [data-instead-of="6"]')).not.toBeNull());
  });
  it("gives the empty chair, or somebody's place", async () => {
    const { fake, press } = await draw(WAYS.outer!);
    await press('[data-outer="13"] [data-act="to-inner"]');
    await press('[data-outer="13"] [data-act="empty-chair"]');
    await press('[data-outer="14"] [data-act="to-inner"]');
    await press('[data-outer="14"] [data-instead-of="6"]');
    await press('[data-inner="7"] [data-act="move_seat"]');
    expect(fake.asked.map(({ fields }) => fields)).toEqual([
      { seat: 13, circle: "inner" }, { seat: 14, circle: "inner", instead_of: 6 }, { seat: 7, circle: "outer" },
    ]);
  });
  it("says that the inner circle is heard, and not all", async () => {
    expect((await draw(WAYS.seating!)).text(".gate small")).toContain("the inner circle is heard");
    expect((await draw(WAYS.round!)).text(".gate small")).not.toContain("inner circle");
    const seats = Object.fromEntries(Object.entries(WAYS.seating!.seats).map(([seat, one]) => [seat, { ...one, circle: "outer" as const }]));
    expect((await draw({ ...WAYS.seating!, seats })).text(".gate small")).toContain("Nobody sits in the inner circle yet");
  });
  it("never moves the presenter", async () => expect((await draw(WAYS.seating!)).page.querySelector(`[data-inner="${PRESENTER}"]`)).toBeNull());
  it("waits until the presenter accepts the audience", async () => {
    const { page, press, text, fake } = await draw(WAYS.seating!);
    expect(text(".next-note")).toContain("The audience is not accepted yet.");
    expect(page.querySelector('[data-step="skip"]')).toBeNull();
    await press('.next-note [data-act="close-case"]');
    await press('.next-note [data-act="close_case"]');
    expect(fake.asked.map(({ type }) => type)).toEqual(["close_case"]);
  });
});

describe("the whisper", () => {
  it("lasts as long as the button is held", async () => {
    const { fake, page } = await draw(WAYS.again!);
    const button = page.querySelector('[data-act="whisper"]')!;
    press(button, "pointerdown");
    press(button, "pointerdown");
    press(button, "pointerup");
    expect(fake.asked.map(({ fields }) => fields)).toEqual([{ on: true }, { on: false }]);
  });
  it("is held by a key as well, and let go when the window is left", async () => {
    const { fake, page } = await draw(WAYS.again!);
    const button = page.querySelector('[data-act="whisper"]')!;
    button.dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true }));
    button.dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true, repeat: true }));
    window.dispatchEvent(new Event("blur"));
    expect(fake.asked.map(({ fields }) => fields)).toEqual([{ on: true }, { on: false }]);
  });
  it("ends where it was begun before a reload, or its release was lost with the link", async () => {
    const alone = { ...WAYS.whispers!, seats: { ...WAYS.whispers!.seats, [CO_LEADER]: { ...WAYS.whispers!.seats[CO_LEADER]!, standing: "left" as const } } };
    const { fake, change } = await draw(alone);
    expect(fake.asked.map(({ fields }) => fields)).toEqual([{ on: false }]);
    await change((set) => void (set.connection.value = "lost"));
    await change((set) => void (set.connection.value = "up"));
    expect(fake.asked).toHaveLength(2);
  });
  it("ends with its button, when the leaders' own phase begins", async () => {
    const { fake, page, change } = await draw(WAYS.again!);
    press(page.querySelector('[data-act="whisper"]')!, "pointerdown");
    await change((set) => void (set.view.value = { ...SCENES.debrief!, whispering: [LEADER] }));
    expect(fake.asked.map(({ fields }) => fields)).toEqual([{ on: true }, { on: false }]);
  });
  it("is held on where the other leader goes in the middle of it: nobody else puts one on the air", async () => {
    const { fake, page, change } = await draw(WAYS.again!);
    press(page.querySelector('[data-act="whisper"]')!, "pointerdown");
    const left = { ...WAYS.again!, whispering: [LEADER], seats: { ...WAYS.again!.seats, [CO_LEADER]: { ...WAYS.again!.seats[CO_LEADER]!, standing: "left" as const } } };
    await change((set) => void (set.view.value = left));
    expect(fake.asked.map(({ fields }) => fields)).toEqual([{ on: true }]);
    expect(page.querySelector(".whisper")!.textContent).toContain("Nobody hears you now");
    expect(page.querySelector(".whisper [role=status]")!.textContent).toBe("Nobody hears your whisper any more.");
    press(page.querySelector('[data-act="whisper"]')!, "pointerup");
    expect(fake.asked.map(({ fields }) => fields)).toEqual([{ on: true }, { on: false }]);
  });
  const down = { ...WAYS.again!, seats: { ...WAYS.again!.seats, [CO_LEADER]: { ...WAYS.again!.seats[CO_LEADER]!, link: "down" as const } } };
  const key = (type: string): KeyboardEvent => new KeyboardEvent(type, { key: "w", bubbles: true });
  it.each([
    ["key", () => document.body.dispatchEvent(key("keydown")), () => document.body.dispatchEvent(key("keyup"))],
    ["pointer", (button: Element) => press(button, "pointerdown"), (button: Element) => press(button, "pointerup")],
    ["pointer that the browser takes away", (button: Element) => press(button, "pointerdown"), (button: Element) => press(button, "pointercancel")],
  ])("held by a %s ends when it is let go, though the other leader's link is down just then", async (_, begin, release) => {
    for (const whispering of [[LEADER], []]) { // the room has told of the whisper when the link goes, or not yet
      const { fake, page, change } = await draw(WAYS.again!);
      const button = page.querySelector<HTMLButtonElement>('[data-act="whisper"]')!;
      begin(button);
      await change((set) => void (set.view.value = { ...down, whispering }));
      expect(button.disabled, "a button that is disabled hears of no release").toBe(false);
      release(button);
      expect(fake.asked.map(({ fields }) => fields)).toEqual([{ on: true }, { on: false }]);
      await change((set) => void (set.view.value = WAYS.again!));
      expect(fake.asked).toHaveLength(2);
    }
  });
  it("is begun by no key while it reaches nobody", async () => {
    const { fake } = await draw(down);
    document.body.dispatchEvent(key("keydown"));
    document.body.dispatchEvent(key("keyup"));
    expect(fake.asked).toEqual([]);
  });
  const word = (type: "keydown" | "keyup") => (): boolean => document.body.dispatchEvent(key(type));
  const pointer = (type: string) => (button: Element): void => press(button, type);
  it.each([
    ["its key", word("keydown"), word("keyup")],
    ["a pointer", pointer("pointerdown"), pointer("pointerup")],
    ["a pointer that the browser takes away", pointer("pointerdown"), pointer("pointercancel")],
    ["a pointer that is lost", pointer("pointerdown"), pointer("lostpointercapture")],
    ["the window that is left", pointer("pointerdown"), () => dispatchEvent(new Event("blur"))],
  ])("held by a microphone on or off, and let go by %s, leaves the microphone off and says so", async (_, begin, release) => {
    for (const before of ["on", "off"] as const) {
      const { fake, page, text, change } = await draw(WAYS.again!);
      await change((set) => void (set.microphone.value = before));
      const button = page.querySelector('[data-act="whisper"]')!;
      begin(button);
      expect(fake.set.microphone.value, "before the room has it, the group would hear it").toBe("off");
      await change((set) => void (set.view.value = WAYS.whispers!));
      expect(text(".self-line")).toContain("You whisper: only the leaders hear you.");
      let first = "";
      fake.session.command = (_type, fields) => {
        first = `${JSON.stringify(fields)} with the microphone ${fake.set.microphone.value}`;
        return Promise.resolve({ ok: true });
      };
      await act(async () => void release(button));
      expect(first, "the microphone goes first").toBe('{"on":false} with the microphone off');
      await change((set) => void (set.view.value = WAYS.again!));
      expect(text(".whisper [role=status]")).toBe("The whisper is over, and your microphone is off.");
      await change((set) => void (set.microphone.value = "on"));
      expect(text(".whisper [role=status]"), "one's own press opens it").toBe("");
    }
  });
  it.each([
    ["the connection is lost", (set: FakeVisit["set"]) => void (set.connection.value = "lost")],
    ["the leaders' own phase begins", (set: FakeVisit["set"]) => void (set.view.value = SCENES.debrief!)],
  ])("leaves the microphone off where %s in the middle of it", async (_, happens) => {
    const { fake, page, change } = await draw(WAYS.again!);
    press(page.querySelector('[data-act="whisper"]')!, "pointerdown");
    await change((set) => void (set.view.value = WAYS.whispers!));
    expect(fake.set.microphone.value).toBe("on");
    await change(happens);
    expect(fake.set.microphone.value).toBe("off");
  });
  it("that was let go, or refused, before the room's answer came opens no microphone", async () => {
    const { fake, page, change } = await draw(WAYS.again!);
    const answers: ((answer: Answer) => void)[] = [];
    fake.session.command = () => new Promise((settle) => answers.push(settle));
    const button = page.querySelector('[data-act="whisper"]')!;
    press(button, "pointerdown");
    press(button, "pointerup");
    press(button, "pointerdown");
    await change(() => answers[0]!({ ok: true })); // of the first press; the second has no answer yet
    expect(fake.set.microphone.value).toBe("off");
    await change(() => answers[2]!({ ok: false, code: "not_allowed", detail: "" }));
    expect(fake.set.microphone.value).toBe("off");
  });
  it("is begun by neither press nor key where the microphone cannot be used, and says why", async () => {
    const { fake, page, text, change } = await draw(WAYS.again!);
    await change((set) => void (set.microphone.value = "denied"));
    const button = page.querySelector<HTMLButtonElement>('[data-act="whisper"]')!;
    expect(button.disabled).toBe(true);
    expect(text('[data-act="whisper"]')).toContain("Your microphone cannot be used");
    press(button, "pointerdown");
    press(button, "pointerup");
    document.body.dispatchEvent(key("keydown"));
    document.body.dispatchEvent(key("keyup"));
    expect(fake.asked).toEqual([]);
    await change((set) => void (set.microphone.value = "on"));
    expect(button.disabled).toBe(false);
  });
  it("names whom it reaches, and is not offered while it reaches nobody", async () => {
    const away = { ...WAYS.again!, seats: { ...WAYS.again!.seats, [CO_LEADER]: { ...WAYS.again!.seats[CO_LEADER]!, link: "down" as const } } };
    expect((await draw(WAYS.again!)).text('[data-act="whisper"]')).toContain("Only Henrik hears you");
    const { page, text } = await draw(away);
    expect(text('[data-act="whisper"]')).toContain("No other leader can hear you now.");
    expect(page.querySelector<HTMLButtonElement>('[data-act="whisper"]')!.disabled).toBe(true);
  });
  it("is told to the other leader", async () => {
    expect((await draw(WAYS.whisper!)).text(".whisper")).toContain("Henrik whispers to you.");
  });
});

describe("a leader whom the other has left in the private room", () => {
  it("comes back by one press", async () => {
    const left = { ...SCENES.discussion!, seats: { ...SCENES.discussion!.seats, [LEADER]: { ...SCENES.discussion!.seats[LEADER]!, stepped_out: true as const } } };
    const { fake, page, press, text } = await draw(left);
    expect(text('[data-accident="private"]')).toContain("You have stepped out");
    expect(page.querySelector('.desk [data-act="leave_private_room"]'), "it is in sight on a phone, too").toBeNull();
    await press('.controls [data-control="back"]');
    expect(fake.asked.map(({ type }) => type)).toEqual(["leave_private_room"]);
  });
});

describe("a presenter whose link is down for long", () => {
  it("is waited for, or not; closing the case is asked", async () => {
    const { fake, page, press } = await draw(SCENES.overdue!);
    await press('[data-act="close-case"]');
    expect(page.querySelector("dialog[open]")!.textContent).toContain("Close this case?");
    expect(fake.asked).toEqual([]);
    await press('[data-act="close_case"]');
    await press('[data-act="go_on"]');
    expect(fake.asked.map(({ type }) => type)).toEqual(["close_case", "go_on"]);
  });
});

describe("who leads", () => {
  it("takes the lead again by one touch", async () => {
    const { fake, press, text } = await draw(WAYS.taken!);
    expect(text(".lead-line")).toContain("Henrik leads.");
    await press('[data-act="pass_lead"]');
    expect(fake.asked).toEqual([{ type: "pass_lead", fields: { about: 1, seat: LEADER } }]);
  });
});

it("whoever has taken the lead reads that they lead until the phase is over, and no page that is opened later says it", async () => {
  const view = { ...SCENES.discussion!, leads: 2 };
  const { change, text } = await draw(view);
  const see = async (next: CircleView): Promise<string> => {
    await change((set) => (set.view.value = next));
    return text(".accidents");
  };
  expect(text(".accidents")).toBe("");
  expect(await see({ ...view, lead: CO_LEADER, leads: 3 })).toContain("leads.");
  expect(await see({ ...view, leads: 4 })).toBe("You lead now.");
  expect(await see({ ...view, leads: 4, hands: [3] })).toBe("You lead now.");
  expect(await see({ ...view, leads: 4, phase: { ...view.phase!, entry: view.phase!.entry + 1 } })).toBe("");
});

describe("when the circle closes", () => {
  it("follows from what is now and what comes, and slides while a phase runs over", () => {
    const { phase } = WAYS.scene!;
    expect(endsAbout_ms(WAYS.scene!, NOW_MS)).toBe(phase!.ends_at! + 600_000);
    expect(endsAbout_ms(WAYS.scene!, phase!.ends_at! + 5_000)).toBe(phase!.ends_at! + 605_000);
    expect(endsAbout_ms({ ...WAYS.scene!, phase: null }, 0)).toBeNull();
  });
  it("counts as many cases, and as many push backs, as there are as a rule", () => {
    const again = (kind: PhaseKind, from: string, to: string, more: Partial<CircleView> = {}) => {
      const view = circle(kind, more);
      const plan = view.plan.map((phase) => (phase.key === from ? { ...phase, again: { to, most: 3, typical: 2 } } : phase));
      return (endsAbout_ms({ ...view, plan }, view.phase!.began_at) ?? 0) - view.phase!.ends_at!;
    };
    const case_ms = (1 + 7 + 3 + 25 + 5 + 5 + 3) * 60_000;
    const second = { case: { number: 2, presenter: PRESENTER, stance: "in_circle" as const } };
    expect(again("arrival", "closing", "case_call")).toBe(2 * case_ms);
    expect(again("closing", "closing", "case_call")).toBe(case_ms);
    expect(again("closing", "closing", "case_call", second)).toBe(0);
    const discussion_ms = (25 + 5) * 60_000;
    const once = { past: [{ index: 4, began_at: 0, ended_at: 9 }] };
    expect(again("questions", "return", "discussion")).toBe(2 * discussion_ms + (5 + 3) * 60_000);
    expect(again("discussion", "return", "discussion")).toBe(5 * 60_000 + discussion_ms + (5 + 3) * 60_000);
    expect(again("discussion", "return", "discussion", once)).toBe((5 + 5 + 3) * 60_000);
    expect(again("return", "return", "discussion", once)).toBe(discussion_ms + (5 + 3) * 60_000);
  });
});
