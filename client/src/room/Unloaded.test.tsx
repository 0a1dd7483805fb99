import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { AT_HAND, draw } from "../drawn";
import { LEADER, MEMBER, SCENES } from "../fixtures";
import { OnDemand } from "../onDemand";

const never = <T,>(): OnDemand<T> => new OnDemand<T>("/static/part.js", () => Promise.reject(new TypeError("it did not come")));
let status: number | null = null;
beforeEach(() => {
  status = null;
  vi.useFakeTimers();
  vi.stubGlobal("fetch", () => (status === null ? Promise.reject(new TypeError("no network")) : Promise.resolve(new Response(null, { status }))));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const tried = () => act(async () => void (await vi.advanceTimersByTimeAsync(60_000)));

it("is asked for anew once a lost connection is another, and not while the first one comes", async () => {
  const desk = never<typeof AT_HAND.desk.part.value & object>();
  const asked: string[] = [];
  for (const way of ["load", "anew"] as const) vi.spyOn(desk, way).mockImplementation(async () => void asked.push(way));
  const { change } = await draw(SCENES.discussion!, LEADER, undefined, "", false, { ...AT_HAND, desk });
  for (const connection of ["connecting", "up", "lost", "up"] as const) await change((set) => (set.connection.value = connection));
  expect(asked).toEqual(["load", "load", "load", "load", "anew"]);
});

it("without its desk a leader's room stands, says so in the desk's place, and tries again by a press", async () => {
  const desk = never<typeof AT_HAND.desk.part.value & object>();
  const { page, press, text } = await draw(SCENES.discussion!, LEADER, undefined, "", false, { ...AT_HAND, desk });
  expect(page.querySelector(".circle")).not.toBeNull();
  expect(text(".desk-coming [data-unloaded=coming]")).toBe("The desk is being loaded.");
  await tried();
  expect(text("[data-unloaded=missing] p")).toBe("The desk, or this part of it, could not be loaded. The room goes on; to begin and to lead, try again.");
  const again = vi.spyOn(desk, "load").mockImplementation(async () => void (desk.part.value = AT_HAND.desk.part.value));
  await press("[data-unloaded] button");
  expect(again).toHaveBeenCalledOnce();
  expect([page.querySelector("[data-unloaded]"), page.querySelectorAll(".desk").length]).toEqual([null, 1]);
  expect(page.querySelector("[data-step=pause]")).not.toBeNull();
});

it("of a server that was renewed meanwhile the page is to be opened again", async () => {
  const desk = never<typeof AT_HAND.desk.part.value & object>();
  status = 404;
  const { text, press } = await draw(SCENES.discussion!, LEADER, undefined, "", false, { ...AT_HAND, desk });
  await tried();
  expect(text("[data-unloaded=gone] p")).toContain("The server has been renewed");
  const reload = vi.spyOn(location, "reload").mockImplementation(() => undefined);
  await press("[data-unloaded] button");
  expect(reload).toHaveBeenCalledOnce();
});

it("what is folded away is asked for once the page is connected, and a press that needs it is answered all the same", async () => {
  const folded = never<typeof AT_HAND.folded.part.value & object>();
  const asked = vi.spyOn(folded, "anew").mockResolvedValue();
  const { page, press, text, change } = await draw(SCENES.discussion!, LEADER, undefined, "", false, { ...AT_HAND, folded });
  expect(asked).toHaveBeenCalledOnce();
  await change((set) => (set.connection.value = "lost"));
  expect(asked, "not before it is connected").toHaveBeenCalledOnce();
  await change((set) => (set.connection.value = "up"));
  expect(asked, "anew: what stalls comes by the old way").toHaveBeenCalledTimes(2);
  asked.mockRestore();
  void folded.load();
  await tried();
  expect(text(".own [data-unloaded=missing]")).toContain("Try again");
  await press("[data-act=removing]");
  await press("[data-act=remove]");
  expect(text("dialog[open] [data-unloaded]")).toContain("could not be loaded");
  await press("dialog[open] .choices button");
  expect(page.querySelector("dialog[open]")).toBeNull();
});

it("a member is told of no desk", async () => {
  const { page } = await draw(SCENES.discussion!, MEMBER);
  expect(page.querySelector(".desk, [data-unloaded]")).toBeNull();
});
