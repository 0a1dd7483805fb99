/** @jsxImportSource preact */
/** Draws one scene of the fixtures; see gallery.html. Never built into a page. */
import "../src/style/tokens.css";
import "../src/style/base.css";
import { render } from "preact";
import * as desk from "../src/desk/Desk";
import * as folded from "../src/desk/folded";
import { LONG_NAMES, NAMES, SCENES, visit } from "../src/fixtures";
import { atHand } from "../src/onDemand";
import { partsOf } from "../src/room/parts";
import { Room } from "../src/room/Room";
import { speak } from "../src/text";
import { WAYS } from "../src/ways";

const asked = new URLSearchParams(location.search);
const catalogues = import.meta.glob<string>("../../server/locales/*.ftl", { eager: true, query: "?raw", import: "default" });
const lang = asked.get("lang") ?? "en";
speak(lang, catalogues[`../../server/locales/${lang}.ftl`] ?? "");
const scene = asked.get("scene") ?? "discussion";
const seat = Number(asked.get("seat") ?? 1);
const shown = visit({ ...SCENES, ...WAYS }[scene === "lost" ? "discussion" : scene] ?? { stage: scene === "ended" ? "ended" : "gathering" }, seat, asked.get("names") === "long" ? LONG_NAMES : NAMES);
if (scene === "lost") shown.set.connection.value = "lost";
if (scene === "replaced") shown.set.connection.value = "replaced";
if (asked.has("rehearsal")) shown.set.rehearsal.value = 1;
if (asked.has("kept")) shown.set.keeping.value = "aggregate";
if (asked.has("pictures")) showPictures();
if (asked.has("mic")) shown.set.microphone.value = asked.get("mic") as "off";
const parts = partsOf(shown, { languages: { fr: "Français", de: "Deutsch" } }, false, { desk: atHand(desk), folded: atHand(folded) });
render(<Room parts={parts} />, document.getElementById("gallery")!);
Object.assign(window, { gallery: { set: shown.set, busy: shown.busy, scenes: { ...SCENES, ...WAYS } } });
if (asked.has("refused")) { shown.answer = { ok: false, code: "conflict", detail: "" }; void parts.asking.ask("raise_hand", {}); }

function showPictures(): void {
  const slots = new Map();
  for (let one = 1; one <= 16; one++) {
    if (one % 4 !== 3) slots.set(one, { seat: one, audio: new MediaStream(), video: painted(one) });
  }
  shown.set.slots.value = slots;
  shown.set.camera.value = painted(seat).getVideoTracks()[0] ?? null;
  shown.set.cameraState.value = "on";
}

/** A soft portrait: shoulders, a head, a window behind. */
function painted(one: number): MediaStream {
  const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 180 });
  const pen = canvas.getContext("2d")!;
  const hue = (one * 47) % 360;
  setInterval(() => {
    pen.fillStyle = `hsl(${hue} 22% 62%)`; pen.fillRect(0, 0, 320, 180);
    pen.fillStyle = `hsl(${hue} 30% 80%)`; pen.fillRect(30, 10, 70, 90);
    pen.fillStyle = `hsl(${(hue + 150) % 360} 25% 34%)`; pen.beginPath(); pen.ellipse(160, 190, 78, 66, 0, 0, 7); pen.fill();
    pen.fillStyle = `hsl(24 38% ${78 - ((one * 13) % 45)}%)`; pen.beginPath(); pen.ellipse(160 + Math.sin(Date.now() / 900) * 3, 84, 36, 46, 0, 0, 7); pen.fill();
    pen.fillStyle = `hsl(26 30% ${12 + ((one * 7) % 30)}%)`; pen.beginPath(); pen.ellipse(160, 58, 39, 28, 0, 3.1, 6.35); pen.fill();
  }, 80);
  return canvas.captureStream(12);
}
