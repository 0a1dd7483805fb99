// What the page says of being heard, and what the desk offers as a way on, for each situation that stands on the standard
// input (JSON, a list of `Situation` without `nameOf`): a list of {id, heard, desk}. tests/test_truth.py holds it against
// what the server does.
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

let text = "";
for await (const chunk of process.stdin) text += chunk;
const root = fileURLToPath(new URL("..", import.meta.url));
const vite = await createServer({ root, configFile: false, logLevel: "error", appType: "custom", server: { middlewareMode: true, hmr: false, ws: false, watch: null }, optimizeDeps: { noDiscovery: true } });
try {
  const { truth } = await vite.ssrLoadModule("/src/truth.ts");
  const { nextStep, undoable } = await vite.ssrLoadModule("/src/desk/next.ts");
  const said = JSON.parse(text).map((situation) => {
    const { view, you } = situation;
    const { id, heard } = truth({ ...situation, nameOf: String });
    if (!("plan" in view) || !["leader", "co_leader"].includes(you.role)) return { id, heard, desk: null };
    const { command, to, instead, blocked, skipTo, mayClose } = nextStep(view);
    const out = view.seats[you.seat]?.stepped_out === true; // then nothing but the end is offered, and the way back
    const desk = out
      ? { out, next: command === "end" ? command : null, to: null, instead: null, skip: null, again: null, back: null, undo: false, close: false }
      : { out, next: blocked === null ? command : null, to, instead: instead?.key ?? null, skip: skipTo?.key ?? null, again: view.again, back: view.back_to, undo: undoable(view, situation.facts.now) !== null, close: mayClose };
    return { id, heard, desk };
  });
  process.stdout.write(JSON.stringify(said));
} finally {
  await vite.close();
}
