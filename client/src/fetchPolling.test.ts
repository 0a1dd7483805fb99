import { Transport } from "engine.io-client";
import { afterEach, expect, it, vi } from "vitest";
import { XHR } from "./fetchPolling";

afterEach(() => vi.unstubAllGlobals());

type Answer = () => Promise<Response>;
const OPENED = '0{"sid":"one"}';
const says = (text: string, status = 200): Answer => async () => new Response(text, { status });

/** Opened by what the server answers in turn; then it answers no more. What was asked, and what came of it. */
async function opened(...answers: Answer[]): Promise<{ asked: string[]; told: unknown[]; way: Transport }> {
  const [asked, told] = [[] as string[], [] as unknown[]];
  vi.stubGlobal("fetch", (address: string, { method = "GET", body = "" }: { method?: string; body?: string }) => {
    asked.push(`${method} ${new URL(address).pathname} ${body}`.trim());
    return answers.shift()?.() ?? new Promise(() => undefined);
  });
  const way = new XHR({ path: "/socket.io/", hostname: "localhost", port: "80", query: {}, socket: { binaryType: "arraybuffer" } } as never) as Transport;
  way.on("packet", (packet) => told.push(packet)).on("error", () => told.push("error"));
  way.open();
  await settled();
  return { asked, told, way };
}
const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

it("asks again as soon as it is answered, and posts what is sent", async () => {
  const { asked, told, way } = await opened(says(OPENED), says("42[1]"), () => new Promise(() => undefined), says("ok"));
  expect(told).toEqual([{ type: "open", data: '{"sid":"one"}' }, { type: "message", data: "2[1]" }]);
  expect(way.writable).toBe(true);
  way.send([{ type: "message", data: "2" }] as never);
  expect(way.writable, "one after the other").toBe(false);
  await settled();
  expect([way.writable, asked]).toEqual([true, ["GET /socket.io/", "GET /socket.io/", "GET /socket.io/", "POST /socket.io/ 42"]]);
});

it.each<[string, Answer]>([
  ["is refused", says("no", 400)],
  ["does not come", async () => Promise.reject(new TypeError("no network"))],
  ["is cut off", async () => new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError("cut")) }))],
])("is told at once where an answer %s", async (_what, answer) => {
  expect((await opened(answer)).told).toEqual(["error"]);
  const { told, way } = await opened(says(OPENED), () => new Promise(() => undefined), answer);
  way.send([{ type: "message", data: "2" }] as never);
  await settled();
  expect(told.slice(1)).toEqual(["error"]);
});
