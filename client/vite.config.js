// Builds the pages' scripts and styles into server/static, and runs the client's tests.
// A page is a folder of src/ with a main.tsx; the server finds its hashed files in manifest.json under "src/<page>/main.tsx".
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = fileURLToPath(new URL(".", import.meta.url));
const pages = readdirSync(`${here}src`).filter((page) => existsSync(`${here}src/${page}/main.tsx`));

// What no page needs of others' code is not loaded: the socket carries text alone, to this server; and no message calls a function.
const OURS = [
  ["/engine.io-client/", /^\.\/contrib\/parseuri\.js$/, "ownServer.ts"],
  ["/@fluent/bundle/", /^\.\/builtins\.js$/, "noFunctions.ts"],
  ["/@fluent/bundle/", /^\.\/types\.js$/, "noDates.ts"],
  ["/engine.io-client/", /^\.\/(transports\/)?polling-xhr(\.node)?\.js$/, "fetchPolling.ts"],
  ["/socket.io-client/", /^socket\.io-parser$/, "packets.ts"],
  ["/socket.io-parser/", /^\.\/(is-)?binary\.js$/, "noBinary.ts"],
  ["/engine.io-parser/", /^\.\/(commons|encodePacket|decodePacket)\.js$/, "textPackets.ts"],
];
const ours = {
  name: "ours",
  enforce: "pre",
  resolveId(file, importer) {
    const found = OURS.find(([from, named]) => named.test(file) && importer?.includes(from));
    return found ? `${here}src/${found[2]}` : null;
  },
};

// What a page loads apart from itself; the server gives it the address.
const PARTS = { desk: "src/desk/Desk.tsx", folded: "src/desk/folded.ts" };

// What several pages need: of passkeys a small file, of join another, and the room's own with what desks need of it. So a part asks
// for nothing that its page has not: one that did not come at first comes whole by another address.
function fileOf(module, files) {
  const [seen, entries] = [new Set(), new Set()];
  const up = (id) => {
    if (seen.has(id)) return;
    const { isEntry = false, importers = [] } = files.getModuleInfo(seen.add(id) && id) ?? {};
    if (isEntry) entries.add(id.slice(`${here}src/`.length).split("/")[0]);
    importers.forEach(up);
  };
  up(module);
  const also = entries.size > 1;
  return also && entries.has("passkeys") ? "small" : also && entries.has("join") ? "shared" : entries.has("room") ? "gathered" : null;
}
const grouped = (name, priority) => ({ name: (module, files) => (fileOf(module, files) === name ? name : null), priority });

export default defineConfig({
  root: here,
  base: "/static/",
  plugins: [ours],
  resolve: {
    alias: [
      { find: /^\.\/webtransport\.js$/, replacement: `${here}src/noWebTransport.ts` },
    ],
  },
  server: { fs: { allow: [fileURLToPath(new URL("..", import.meta.url))] } },
  build: {
    outDir: fileURLToPath(new URL("../server/static", import.meta.url)),
    emptyOutDir: true,
    manifest: "manifest.json",
    target: "es2022",
    // The content security policy allows neither data: addresses nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        ...Object.fromEntries(pages.map((page) => [page, `${here}src/${page}/main.tsx`])),
        ...Object.fromEntries(Object.entries(PARTS).map(([part, file]) => [part, `${here}${file}`])),
      },
      preserveEntrySignatures: "exports-only",
      // The socket's packages do not say so themselves: what a file of theirs does by being there is for what is used of it.
      treeshake: { moduleSideEffects: [{ test: /\/(socket|engine)\.io-[\w-]+\//, sideEffects: false }] },
      output: { codeSplitting: { groups: ["gathered", "shared", "small"].map(grouped) } },
    },
  },
  // A test waits for what comes and not for a time; in `make test` it may have to wait for its turn of the processor.
  test: {
    environment: "happy-dom",
    // A process and a document for each file took two thirds of the processor's time. Files leave nothing to each other: they
    // pass in any order (`vitest run --sequence.shuffle.files`).
    isolate: false,
    include: ["src/**/*.test.{ts,tsx}"],
    passWithNoTests: true,
    testTimeout: 60_000,
    server: { deps: { inline: ["socket.io-parser", "engine.io-parser"] } },
  },
});
