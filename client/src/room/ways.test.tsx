import { afterEach, describe, expect, it, vi } from "vitest";
import { draw } from "../drawn";
import { LEADER, MEMBER, PRESENTER, SCENES } from "../fixtures";
import { WAYS } from "../ways";
import { ownSteps } from "./OwnStep";

describe("what is up to oneself", () => {
  it.each([
    ["round", 3, ["end_turn", "pass_turn"]],
    ["round", MEMBER, []],
    ["casting", 7, ["answer_invitation", "answer_invitation"]],
    ["casting", MEMBER, []],
    ["scene", 7, ["freeze", "take_off_part"]],
    ["frozen", 7, ["take_off_part"]],
    ["scene", MEMBER, []],
    ["seating", PRESENTER, ["accept_audience"]],
    ["seating", 13, []],
    ["choice", MEMBER, []],
  ])("in %s, of seat %d", (scene, seat, commands) => {
    expect(ownSteps(WAYS[scene]!, seat, "member").map(({ command }) => command)).toEqual(commands);
  });
  it("is to come back, for a presenter whom nobody has answered, and not before the grace is over", () => {
    const asked = { ...SCENES.discussion!, words: [{ seat: PRESENTER, word: "bring_me_back" as const, at: 5_000, returns_at: 25_000 }] };
    const at = (now: number, seat = PRESENTER) => ownSteps(asked, seat, "member", now).map(({ command, fields }) => [command, fields]);
    expect([at(24_999), at(25_000), at(25_000, 2)]).toEqual([[], [["recall", { about: asked.phase!.entry }]], []]);
    expect(ownSteps({ ...asked, words: [] }, PRESENTER, "member", 60_000)).toEqual([]);
  });
  it("is nothing of these for leaders", () => expect(Object.values(WAYS).flatMap((view) => ownSteps(view, LEADER, "leader"))).toEqual([]));
  it("is said in the second person to whom it is about", async () => {
    expect((await draw(SCENES.discussion!, PRESENTER)).text(".centre p")).toBe("The group wonders, and you listen.");
    expect((await draw(SCENES.presentation!, PRESENTER)).text(".centre p")).toBe("You tell. The others listen.");
    expect((await draw(SCENES.presentation!, MEMBER)).text(".centre p")).toContain("tells. The others listen.");
  });
  it("is nothing for whoever was left in the private room: the way back is among the controls", async () => {
    const left = { ...SCENES.discussion!, seats: { ...SCENES.discussion!.seats, [MEMBER]: { ...SCENES.discussion!.seats[MEMBER]!, stepped_out: true as const } } };
    expect(ownSteps(left, MEMBER, "member")).toEqual([]);
    const { page, text } = await draw(left, MEMBER);
    expect(text(".self-line")).toContain("nobody hears or sees you");
    expect(page.querySelector('[data-control="back"]')).not.toBeNull();
  });
  it("is said in the middle to whoever is invited, and to nobody else", async () => {
    expect((await draw(WAYS.casting!, 8)).text(".centre p")).toContain("You are invited to be a double");
    expect((await draw(WAYS.casting!, MEMBER)).text(".centre p")).toContain("Parts are offered.");
  });
  it("lets the invited say no", async () => {
    const { fake, page } = await draw(WAYS.casting!, 8);
    const buttons = [...page.querySelectorAll<HTMLButtonElement>('[data-own-step="answer_invitation"]')];
    expect(buttons.map((button) => button.textContent)).toEqual(["Accept", "Decline"]);
    buttons[1]!.click();
    expect(fake.asked).toEqual([{ type: "answer_invitation", fields: { accept: false, part: "double" } }]);
  });
});

describe("the group's choice", () => {
  it("is a name, that only this page remembers", async () => {
    const { fake, page, press, text } = await draw(WAYS.choice!, MEMBER);
    await press('[data-own-step="name_one"]');
    expect(page.querySelector(`[data-name-one="${LEADER}"]`)).toBeNull();
    await press('[data-name-one="7"]');
    expect(fake.asked).toEqual([{ type: "name_one", fields: { about: 1, seat: 7 } }]);
    await vi.waitFor(() => expect(text('[data-own-step="name_one"]')).toBe("You named Béatrice. Change"));
  });
});

describe("the parts", () => {
  it("are given by whoever presents", async () => {
    const { fake, press } = await draw(WAYS.casting!, PRESENTER);
    await press('[data-act="give-parts"]');
    await press(`[data-invite="${MEMBER}"] [data-part="double"]`);
    expect(fake.asked).toEqual([{ type: "invite_to_part", fields: { about: 6, seat: MEMBER, part: "double" } }]);
  });
  it("are given by nobody else in the circle", async () => expect((await draw(WAYS.casting!, MEMBER)).page.querySelector('[data-act="give-parts"]')).toBeNull());
});

describe("a plate", () => {
  afterEach(() => void vi.unstubAllGlobals());
  const plates = (answer: Response): ReturnType<typeof vi.fn> => {
    const server = vi.fn(() => Promise.resolve(answer));
    vi.stubGlobal("fetch", server);
    return server;
  };
  const write = (page: HTMLElement, text: string): void => {
    const input = page.querySelector<HTMLInputElement>('[data-invite="7"] .plate input')!;
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    page.querySelector('[data-invite="7"] .plate')!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  };
  const casting = { ...WAYS.casting!, scene: WAYS.scene!.scene };

  it("stands on the seat, in place of the word for the part", async () => {
    const { text } = await draw(WAYS.scene!, MEMBER);
    expect(text('[data-seat="7"] .seat-plate')).toBe("the mother");
    expect(text('[data-seat="8"] .seat-plate')).toBe("double");
    expect(text('[data-seat="7"] .hidden')).toContain("the mother");
  });
  it("is written by whoever presents", async () => {
    const server = plates(Response.json({ ok: true }));
    const { page, press } = await draw(casting, PRESENTER);
    await press('[data-act="give-parts"]');
    write(page, " the doctor’s desk ");
    expect(server.mock.calls[0]![0]).toBe("/api/plate");
    expect(JSON.parse(String((server.mock.calls[0]![1] as RequestInit).body))).toEqual({ part: 2, text: "the doctor’s desk" });
  });
  it("says why it was refused", async () => {
    plates(Response.json({ code: "no_cast", detail: "" }, { status: 409 }));
    const { page, press, text } = await draw(casting, PRESENTER);
    await press('[data-act="give-parts"]');
    write(page, "the son");
    await vi.waitFor(() => expect(text('[data-notice="refusal"]')).toContain("No scene is made in this phase."));
  });
});

describe("the outer circle", () => {
  it("sits around the circle, with whoever has the floor marked", async () => {
    const { page, text } = await draw(WAYS.outer!, MEMBER);
    expect(page.querySelectorAll(".outer [data-seat]")).toHaveLength(30);
    expect(page.querySelectorAll(".circle-seats [data-seat]")).toHaveLength(10);
    expect(text(".outer .chair-floor")).toContain("has the floor");
    expect(text(".outer-floor .chair-name")).toBe(text(".outer .chair-floor .chair-name"));
    expect(text('.outer [data-seat="13"] .chair-hand')).toBe("1hand raised, number 1");
  });
  it("shows there too who has stepped out, and no picture of theirs", async () => {
    const { page, change, text } = await draw(WAYS.outer!, MEMBER);
    const { seats, turn } = WAYS.outer!;
    const out = { ...seats, [turn!.seat]: { ...seats[turn!.seat]!, stepped_out: true as const } };
    await change(({ view }) => (view.value = { ...WAYS.outer!, seats: out }));
    expect(text(`.outer [data-seat="${turn!.seat}"].chair-down .chair-out`)).toBe("stepped out");
    expect(page.querySelector(".outer-floor p")).toBeNull();
  });
  it("is not drawn where there is one circle", async () => expect((await draw(WAYS.scene!, MEMBER)).page.querySelector(".outer")).toBeNull());
});
