// Builds the pages' scripts and styles into server/static, and runs the client's tests.
// A page is a folder of src/ with a main.tsx; the server finds its hashed files in manifest.json under "src/<page>/main.tsx".
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = fileURLToPath(new URL(".", import.meta.url));
const pages = readdirSync(`${here}src`).filter((page) => existsSync(`${here}src/${page}/main.tsx`));

// The socket carries text alone, and no page loads what would carry bytes as well.
const OURS = [
  ["/socket.io-parser/", /^\.\/binary\.js$/, "noBinary.ts"],
  ["/engine.io-parser/", /^\.\/(commons|encodePacket|decodePacket)\.js$/, "textPackets.ts"],
];
const textAlone = {
  name: "text-alone",
  enforce: "pre",
  resolveId(file, importer) {
    const found = OURS.find(([from, named]) => named.test(file) && importer?.includes(from));
    return found ? `${here}src/${found[2]}` : null;
  },
};

export default defineConfig({
  root: here,
  base: "/static/",
  plugins: [textAlone],
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
      input: Object.fromEntries(pages.map((page) => [page, `${here}src/${page}/main.tsx`])),
    },
  },
  // A test waits for what comes and not for a time; in `make test` it may have to wait for its turn of the processor.
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    passWithNoTests: true,
    testTimeout: 60_000,
    server: { deps: { inline: ["socket.io-parser", "engine.io-parser"] } },
  },
});
