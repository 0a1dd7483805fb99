import { describe, expect, it } from "vitest";
import { signal } from "@preact/signals";
import type { Answer, CommandType } from "../protocol";
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
  return { asked, answers, connection, asking: new Asking({ command, connection }) };
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
