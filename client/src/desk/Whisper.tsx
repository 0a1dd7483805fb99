/** A word between the leaders, for as long as the button is held: meanwhile nobody else hears whoever whispers, and afterwards their
    microphone is off, however it ended and whatever it was before. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { isLeading, type CircleView } from "../protocol";
import { useParts } from "../room/parts";
import { seatedIn, whisperersTo } from "../seats";
import { t } from "../text";
import { keyed, keyIn, KEYS } from "./keys";

const HELD = [" ", "Enter"];
/** A microphone that only has to be turned on is turned on by the whisper. */
const USABLE = ["on", "opening", "off"];

export function Whisper({ view }: { view: CircleView }) {
  const { session, asking, microphone } = useParts();
  const held = useSignal(false);
  const over = useSignal(false);
  const presses = useRef(0);
  const own = session.you.value?.seat ?? 0;
  const whispers = view.whispering?.includes(own) ?? false;
  const hold = (on: boolean): void => {
    if (held.value === on || (on && !able)) return;
    held.value = on;
    if (on) void begin();
    else end();
  };
  /** Until the room has it the group would hear it: nothing is said before. */
  const begin = async (): Promise<void> => {
    const press = ++presses.current;
    microphone.close();
    over.value = false;
    const answer = await session.command("whisper", { on: true });
    if (!answer.ok) asking.tell(answer.code);
    else if (held.value && press === presses.current) void microphone.open();
  };
  /** The microphone first: not a word of it may reach the group. */
  const end = (): void => {
    mute();
    // What ends it is good whenever it comes.
    void session.command("whisper", { on: false }, true).then((answer) => !answer.ok && asking.tell(answer.code));
  };
  const mute = (): void => {
    held.value = false;
    microphone.close();
    over.value = true;
  };
  const others = seatedIn(view).filter((seat) => seat !== own && isLeading(view.seats[seat]?.role ?? "member"));
  const out = session.out.value;
  const near = others.filter((seat) => !out && view.seats[seat]?.link === "up" && !view.seats[seat]?.stepped_out);
  const reached = near.length > 0;
  const state = microphone.state.value;
  const able = reached && USABLE.includes(state);
  const drawn = (others.length > 0 || whispers) && view.stage === "running" && view.phase?.within !== "leaders";
  const connected = session.connection.value === "up";
  // A whisper that nobody holds the button of is over: the page has just come, or come back, or the button is gone.
  useEffect(() => {
    if ((!drawn || !connected) && held.value) mute(); // a desk at rest hears of no release
    if (connected && whispers && !held.value) end();
  }, [drawn, connected, whispers]);
  useEffect(() => {
    if (state === "on") over.value = false;
  }, [state]);
  // Whoever lets go has let go, whatever has become of the others' links meanwhile: the release is always listened
  // for, and the button is not disabled while it is held. A window that loses the focus would never hear of it.
  useEffect(() => {
    const release = (): void => hold(false);
    const up = (event: KeyboardEvent): void => void (event.key.toLowerCase() === KEYS.whisper && release());
    addEventListener("blur", release);
    document.addEventListener("keyup", up);
    return () => {
      removeEventListener("blur", release);
      document.removeEventListener("keyup", up);
      release();
    };
  }, []);
  // Its key is held as the button is, wherever the focus is.
  useEffect(() => {
    if (!drawn || !connected || !able) return;
    const down = (event: KeyboardEvent): void => void (keyIn(event) === KEYS.whisper && hold(true));
    document.addEventListener("keydown", down);
    return () => document.removeEventListener("keydown", down);
  }, [drawn, connected, able]);
  if (!drawn) return null;
  const silent = !able && (out ? "desk-go-back-first" : reached ? "desk-whisper-unheard" : whispers ? "desk-whisper-lost" : "desk-whisper-nobody");
  const lost = whispers && !able;
  const [other] = whisperersTo(view, own);
  return (
    <section class="whisper">
      <button
        class={lost ? "gate look" : whispers ? "gate on" : "gate"}
        data-act="whisper"
        {...keyed("whisper")}
        aria-pressed={whispers}
        disabled={!able && !whispers && !held.value}
        onPointerDown={(event) => { if (event.button === 0) { event.currentTarget.setPointerCapture?.(event.pointerId); hold(true); } }}
        onPointerUp={() => hold(false)}
        onPointerCancel={() => hold(false)}
        onLostPointerCapture={() => hold(false)}
        onKeyDown={(event) => { if (HELD.includes(event.key)) { event.preventDefault(); if (!event.repeat) hold(true); } }}
        onKeyUp={(event) => HELD.includes(event.key) && hold(false)}
        onBlur={() => hold(false)}
        onContextMenu={(event) => event.preventDefault()}
      >
        <span>{t(whispers ? "desk-whisper-on" : "desk-whisper")}<small>{silent ? t(silent) : t("desk-whisper-text", { names: near.map((seat) => session.nameOf(seat)).join(", ") })}</small></span>
      </button>
      <p class="desk-soft" role="status">{lost ? t("desk-whisper-lost-short") : over.value && state === "off" && t("desk-whisper-over")}</p>
      {!lost && other !== undefined && <p class="desk-soft">{t("room-whispers-to-you", { name: session.nameOf(other) })}</p>}
    </section>
  );
}
