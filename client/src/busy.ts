/** Whether this computer holds things up: the page itself comes late, its encoder is short of it, or the system says so. */
import type { Signal } from "@preact/signals";

const LOOKS_MS = 1000;
/** Later than that a page is not on time; a single look may be, for a tab that opens or a disk that wakes. */
const LATE_MS = 300;
const LOOKS = 10;
const LATE_LOOKS = 3;
/** A browser's statistics cost something themselves. */
const ASKED_EVERY = 5;

/** Not in every browser, and never on a page that nobody sees. */
interface Pressure {
  new (told: (records: { state: string }[]) => void): { observe(source: "cpu", options: { sampleInterval: number }): Promise<void>; disconnect(): void };
}

/** `late`: measured on this page. `pressed`: the system's word, of no doubt, but not that anything here is late: facts that do not
 * come are then the network's. `starved`: the encoder's word alone. It says so also where the link is what is short, and then the page is on time. */
export type Busy = "late" | "pressed" | "starved" | null;

/** Until it is ended. A page in the background is made late by the browser, and says nothing of the computer. */
export function watchBusy(busy: Signal<Busy>, pc: () => RTCPeerConnection | null, now = () => performance.now()): () => void {
  let late: boolean[] = [];
  let [due, look, starved, pressed] = [now() + LOOKS_MS, 0, false, false];
  const unpress = watchPressure((is) => (pressed = is));
  const timer = setInterval(() => {
    const at = now();
    late = document.hidden ? [] : [...late.slice(1 - LOOKS), at - due > LATE_MS];
    due = at + LOOKS_MS;
    look += 1;
    if (look % ASKED_EVERY === 0) void encoderStarves(pc()).then((it) => (starved = it), () => (starved = false));
    if (late.filter(Boolean).length >= LATE_LOOKS) busy.value = "late";
    else busy.value = pressed && !document.hidden ? "pressed" : starved ? "starved" : null;
  }, LOOKS_MS);
  return () => {
    clearInterval(timer);
    unpress();
  };
}

/** A computer whose fans are loud and whose clock is throttled already. */
function watchPressure(tell: (critical: boolean) => void): () => void {
  const { PressureObserver } = globalThis as { PressureObserver?: Pressure };
  if (PressureObserver === undefined) return () => undefined;
  const observer = new PressureObserver((records) => tell(records[records.length - 1]?.state === "critical"));
  observer.observe("cpu", { sampleInterval: LOOKS_MS }).catch(() => undefined); // not allowed here: then it is not known
  return () => observer.disconnect();
}

async function encoderStarves(pc: RTCPeerConnection | null): Promise<boolean> {
  if (pc === null) return false;
  const all = [...((await pc.getStats()) as ReadonlyMap<string, { type: string; qualityLimitationReason?: string }>).values()];
  return all.some(({ type, qualityLimitationReason }) => type === "outbound-rtp" && qualityLimitationReason === "cpu");
}
