/** The leaders' desk: beside the circle, or on a narrow window a sheet over it, one touch away. Leaders only. */
import { useSignal, type Signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { planned, type CircleView } from "../protocol";
import { seatedIn, waitingIn } from "../seats";
import { Rehearsal } from "../room/Kept";
import { useParts } from "../room/parts";
import { t } from "../text";
import { Accidents } from "./Accidents";
import { CircleRows } from "./CircleRows";
import { PhaseClock } from "./PhaseClock";
import { Awaited, Door, Few } from "./Door";
import { EndSession } from "./EndSession";
import { InFold } from "./InFold";
import { isWriting, keyChoice } from "./keys";
import { useKeys } from "./Keys";
import { LastMark } from "./LastMark";
import { Own } from "./Own";
import { OwnVoice } from "./OwnVoice";
import { Floor } from "./Floor";
import { FromCircle } from "./FromCircle";
import { nextStep } from "./next";
import { NextButton, NextNote } from "./NextButton";
import { Offers } from "./Offers";
import { Places } from "./Places";
import { Plan } from "./Plan";
import { Prompts } from "./Prompts";
import { useAtRest } from "./rest";
import { Scene } from "./Scene";
import { SmallSteps } from "./SmallSteps";
import { UndoStep } from "./StepBack";
import { SecondOpen } from "./Second";
import { Whisper } from "./Whisper";
import { ofPresenter, Words } from "./Words";
import "./Desk.css";

/** As many are seen at a glance; of more, what is to be done comes before the list of them. */
const MANY = 16;

export function Desk({ view }: { view: CircleView }) {
  const { alone, session, folded } = useParts();
  const connected = session.connection.value === "up";
  const open = useSignal(false);
  const ending = useSignal(false);
  const keys = useSignal(false);
  const naming = useSignal(false);
  const desk = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const atRest = useAtRest();
  useDialogKept(desk, open);
  const entry = view.phase?.entry ?? 0;
  const many = seatedIn(view).length > MANY;
  const people = <CircleRows view={view} naming={naming} />;
  useEffect(() => {
    if (connected) void folded.anew(); // after what the room stands on
  }, [connected]);
  useKeys(desk, keys, entry, () => (open.value = true));
  useEffect(() => {
    if (body.current) body.current.scrollTop = 0; // what a new phase asks for stands at the top
  }, [entry]);
  return (
    <aside
      ref={desk}
      class={`desk${open.value ? " desk-open" : ""}${keyChoice.value.on && keyChoice.value.shown ? " keys-shown" : ""}${atRest ? " desk-cut" : ""}`}
      aria-label={t("desk-title")}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
        if (isWriting(event.target)) (event.target as HTMLElement).blur(); // out of it: the next letter is a key again
        else if (naming.value) {
          naming.value = false;
          desk.current?.querySelector<HTMLElement>("[data-act=naming]")?.focus();
        }
        else open.value = false;
      }}
    >
      {!alone && <Handle view={view} open={open.value} onToggle={() => (open.value = !open.value)} />}
      <div class="desk-body" id="desk-body" ref={body} inert={atRest}>
        <section class="desk-now">
          <PhaseClock view={view} />
          <NextButton view={view} onEnd={() => (ending.value = true)} />
          <SmallSteps view={view} />
          <NextNote view={view} />
          {alone && <Rehearsal />}
        </section>
        <Prompts view={view} />
        {view.phase === null && <Door view={view} />}
        <Awaited view={view} />
        <Few view={view} />
        <FromCircle><Offers view={view} /></FromCircle>
        {!many && people}
        <FromCircle>
          <Scene view={view} />
          <Floor view={view} />
        </FromCircle>
        {!alone && <Whisper view={view} />}
        <FromCircle><Places view={view} /></FromCircle>
        <Plan view={view} />
        {many && people}
        <Own view={view} keys={keys} naming={naming} />
        <EndSession view={view} asking={ending.value} onAsk={(on) => (ending.value = on)} isNext={nextStep(view).command === "end"} />
      </div>
      {atRest && <p class="desk-rest">{t("desk-at-rest")}</p>}
      <div class="desk-calls" inert={atRest}>
        {view.phase !== null && <Door view={view} />}
        <Words view={view} />
        <Accidents view={view} />
        <UndoStep view={view} />
        <LastMark view={view} />
        {!alone && <SecondOpen />}
      </div>
      {!alone && open.value && <OwnVoice view={view} />}
      <InFold open={keys.value} onClose={() => (keys.value = false)} draw={({ KeysDialog }) => <KeysDialog open={keys} view={view} />} />
    </aside>
  );
}

/** As in Desk.css. */
const SHEET = "(max-width: 999px)";

/** A window that becomes narrow closes the sheet over nothing that is asked: a dialog in it would be open and unseen. */
function useDialogKept(desk: RefObject<HTMLElement | null>, open: Signal<boolean>): void {
  useEffect(() => {
    const sheet = matchMedia(SHEET);
    const look = (): void => {
      if (sheet.matches && desk.current?.querySelector("dialog[open]")) open.value = true;
    };
    sheet.addEventListener("change", look);
    return () => sheet.removeEventListener("change", look);
  }, []);
}

/** What can be seen of the closed sheet: the clock, or that the session is to be begun; and what waits for the leader. Of the open
    one, where all that waits is seen, the phase and its time. */
function Handle({ view, open, onToggle }: { view: CircleView; open: boolean; onToggle: () => void }) {
  const { session } = useParts();
  const words = (view.words ?? []).filter(({ noted_by }) => noted_by === undefined);
  const last = words[words.length - 1];
  const waits = [
    ofPresenter(view, session),
    waitingIn(view).length > 0 && t("desk-waiting-count", { count: waitingIn(view).length }),
    view.offers.length > 0 && planned(view)?.offers && t("desk-offers-count", { count: view.offers.length }),
    view.hands.length > 0 && t("desk-hands-count", { count: view.hands.length }),
  ].filter(Boolean);
  if (open) {
    return (
      <button class="desk-handle" aria-expanded="true" aria-controls="desk-body" onClick={onToggle}>
        <span class="desk-grip" aria-hidden="true" />
        <b>{t("desk-close")}</b>
        <PhaseClock view={view} inline />
      </button>
    );
  }
  return (
    <button class={last ? "desk-handle look" : "desk-handle"} aria-expanded="false" aria-controls="desk-body" onClick={onToggle}>
      <span class="desk-grip" aria-hidden="true" />
      <b>{t("desk-open")}</b>
      <span>{last ? t(`desk-word-${last.word}`, { name: session.nameOf(last.seat) }) : waits.join(" · ") || (view.phase === null ? t("desk-next-begin") : view.paused ? t("room-paused") : <PhaseClock view={view} brief />)}</span>
    </button>
  );
}
