// What the page says of being heard, for each situation that stands on the standard input (JSON, a list of `Situation`
// without `nameOf`), as a list of {id, heard}. tests/test_truth.py holds it against what the server does.
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

let text = "";
for await (const chunk of process.stdin) text += chunk;
const root = fileURLToPath(new URL("..", import.meta.url));
const vite = await createServer({ root, configFile: false, logLevel: "error", appType: "custom", server: { middlewareMode: true, hmr: false, ws: false, watch: null }, optimizeDeps: { noDiscovery: true } });
try {
  const { truth } = await vite.ssrLoadModule("/src/truth.ts");
  const said = JSON.parse(text).map((situation) => truth({ ...situation, nameOf: String }));
  process.stdout.write(JSON.stringify(said.map(({ id, heard }) => ({ id, heard }))));
} finally {
  await vite.close();
}
