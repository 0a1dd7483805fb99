import { describe, expect, it } from "vitest";
import { signal } from "@preact/signals";
import { circle as view } from "../fakes";
import type { Answer, CommandType } from "../commands";
import type { CircleView } from "../protocol";
import type { Connection } from "../session";
import { Asking } from "./asking";

function server() {
  const asked: CommandType[] = [];
  const answers: ((answer: Answer) => void)[] = [];
  const command = (type: CommandType) => {
    asked.push(type);
    return new Promise<Answer>((settle) => answers.push(settle));
  };
  const connection = signal<Connection>("up");
  const circle = signal<CircleView | null>(view());
  return { asked, answers, connection, circle, asking: new Asking({ command, connection, circle }) };
}

describe("asking", () => {
  it("does not ask the same twice while it is under way", async () => {
    const { asked, answers, asking } = server();
    const first = asking.ask("raise_hand", {});
    expect(await asking.ask("raise_hand", {})).toBe(false);
    expect(asking.busy("raise_hand")).toBe(true);
    answers[0]!({ ok: true });
    expect(await first).toBe(true);
    expect(asking.busy("raise_hand")).toBe(false);
    void asking.ask("raise_hand", {});
    expect(asked).toEqual(["raise_hand", "raise_hand"]);
  });

  it("asks nothing over a lost connection, and says so", async () => {
    const { asked, connection, asking } = server();
    connection.value = "lost";
    expect(await asking.ask("recall", { about: 5 })).toBe(false);
    expect([asked, asking.refusal.value]).toEqual([[], "unsent"]);
    connection.value = "up";
    void asking.ask("recall", { about: 5 });
    expect([asked, asking.refusal.value]).toEqual([["recall"], null]);
  });

  it("tells of what was not sent what has become of it, once the connection is back", async () => {
    const pushedBack = view({ case: { number: 1, presenter: 3, stance: "back_visible" } });
    for (const [after, told] of [[pushedBack, "was_unsent"], [view(), null]] as const) {
      const { connection, circle, asking } = server();
      circle.value = pushedBack;
      connection.value = "lost";
      await asking.ask("recall", { about: 5 });
      expect([asking.refusal.value, ...asking.wishes.value.map(({ type }) => type)]).toEqual(["unsent", "recall"]);
      circle.value = after; // what was missed comes before the connection counts as back
      connection.value = "up";
      expect(asking.refusal.value).toBe(told);
    }
  });

  it("says which presses wait for their answer over a lost connection, and then which of them came too late", async () => {
    const { answers, connection, asking } = server();
    const told = () => [asking.refusal.value, ...asking.wishes.value.map(({ type }) => type)];
    const settled = (...answered: Answer[]) => answered.forEach((answer, at) => answers[at]!(answer));
    const lapsed: Answer = { ok: false, code: "lapsed", detail: "" };
    const asked = [asking.ask("raise_hand", {}), asking.ask("admit", { seat: 3 }), asking.ask("pause", { about: 5 })];
    expect(told()).toEqual([null]);
    connection.value = "lost";
    expect(told()).toEqual(["unanswered", "raise_hand", "admit", "pause"]);
    connection.value = "up";
    settled({ ok: true });
    await asked[0];
    expect(told()).toEqual(["unanswered", "admit", "pause"]);
    settled({ ok: true }, lapsed, lapsed);
    await Promise.all(asked);
    expect(told()).toEqual(["lapsed", "admit", "pause"]);
  });

  it("says nothing more of what was done before the connection was lost", async () => {
    const { answers, connection, asking } = server();
    const asked = asking.ask("raise_hand", {});
    connection.value = "lost";
    connection.value = "up";
    answers[0]!({ ok: true });
    await asked;
    expect(asking.refusal.value).toBeNull();
  });

  it("says calmly of what somebody else has done that it is done, and of anything else that things have changed", async () => {
    const plan = ["discussion", "return", "closing"].map((key) => ({ ...view().plan[0]!, key }));
    const at = (entry: number, index: number) => view({ plan, phase: { ...view().phase!, entry, index, key: plan[index]!.key } });
    for (const [after, told] of [[at(6, 1), "done_already"], [at(7, 2), "conflict"], [at(5, 0), "conflict"]] as const) {
      const { answers, circle, asking } = server();
      circle.value = at(5, 0);
      const asked = asking.ask("advance", { about: 5, running: true });
      circle.value = after; // the newer view comes with the conflict
      answers[0]!({ ok: false, code: "conflict", detail: "" });
      await asked;
      expect(asking.refusal.value).toBe(told);
    }
  });

  it("asks about two seats at a time", () => {
    const { asked, asking } = server();
    void asking.ask("admit", { seat: 3 });
    void asking.ask("admit", { seat: 4 });
    expect(asked).toHaveLength(2);
  });

  it("keeps a refusal until it is put away or the next wish is spoken", async () => {
    const { answers, asking } = server();
    const asked = asking.ask("begin", {});
    answers[0]!({ ok: false, code: "already_begun", detail: "" });
    expect(await asked).toBe(false);
    expect(asking.refusal.value).toBe("already_begun");
    asking.putAway();
    expect(asking.refusal.value).toBeNull();
  });
});
