/** A word to the leaders alone: the presenter's own two, distress, leaving early; and apart from it, what everyone is told.
    Whoever waits to be let in has it, too. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { planned, type CircleView, type SeatId, type Word } from "../protocol";
import { isLed } from "../returning";
import { phaseName, t } from "../text";
import { useAtRest } from "../desk/rest";
import { Dialog } from "./Dialog";
import { useParts } from "./parts";
import { mayTakeBack, TakeCaseBack } from "./TakeCaseBack";

const PRESENTERS: readonly Word[] = ["bring_me_back", "need_a_pause"];
const EVERYONES: readonly Word[] = ["distress", "leave_early"];
/** What no step of the group answers: that a leader has put it away is told. */
const ANSWERED: readonly Word[] = [...EVERYONES, "need_a_pause"];

/** `view` is null in the waiting room. */
export function QuietWord({ view }: { view: CircleView | null }) {
  const { session } = useParts();
  const open = useSignal(false);
  const told = useSaid();
  useTold(told, view?.paused);
  const { said, noted } = told ?? NOTHING;
  const presents = view !== null && view.case.presenter === session.you.value?.seat;
  const back = view?.case.stance !== "in_circle"; // who sits in the circle needs nobody to bring them back
  const words = [...(presents ? PRESENTERS.filter((word) => back || word !== "bring_me_back") : []), ...EVERYONES];
  const close = (): void => void (open.value = false);
  const cut = useAtRest();
  return (
    <>
      <button aria-disabled={cut} class={said.length > 0 ? "on" : ""} data-control="word" onClick={() => (open.value = !cut)}>{t(said.length === 0 ? "room-word" : said.every((word) => word in noted) ? "room-word-seen" : "room-word-stands")}</button>
      <Dialog open={open.value} title={t("room-word")} onClose={close}>
        {view !== null && <Meanwhile />}
        <Told to="leaders" also={words.includes("bring_me_back") && view?.returns_after_ms ? t("room-word-return", { seconds: Math.ceil(view.returns_after_ms / 1000) }) : ""}>{words.map((word) => <WordButton key={word} word={word} told={told} onSaid={close} />)}</Told>
        {!isLed(session.view.value) && <p>{t("room-word-waiting")}</p>}
        {view !== null && (
          <Told to="all">
            {mayTakeBack(view, session.you.value?.seat) && <TakeCaseBack view={view} onDone={close} />}
            <LeavingEarly view={view} onSaid={close} />
          </Told>
        )}
        <div class="choices"><button class="quiet" onClick={close}>{t("room-close")}</button></div>
      </Dialog>
    </>
  );
}

/** On a phone the dialog lies over the phase and the line about oneself: both stand in it as well. */
export function Meanwhile() {
  const { session, truth } = useParts();
  const phase = session.circle.value && planned(session.circle.value);
  return <p class="meanwhile">{phase && <b>{phaseName(phase)}</b>} {t(truth.value.id, truth.value.args)}</p>;
}

/** Who is told stands above each part: nobody may take the one for the other. */
function Told({ to, also, children }: { to: "leaders" | "all"; also?: string; children: ComponentChildren }) {
  return (
    <section data-told={to}>
      <h3>{t(`room-word-${to}`)}</h3>
      <p>{t(`room-word-${to}-text`)} {also}</p>
      <div class="choices">{children}</div>
    </section>
  );
}

export interface Said {
  said: readonly Word[];
  /** What a leader has seen, and who. */
  noted: Readonly<Partial<Record<Word, SeatId>>>;
}

const NOTHING: Said = { said: [], noted: {} };

/** What one has told the leaders and they have not put away; null until the server has said so. */
export function useSaid(): Said | null {
  const facts = useParts().session.facts.value;
  const last = useRef<Said | null>(null);
  if (facts) last.current = { said: facts.you.words, noted: facts.you.noted ?? {} }; // lossy: what stood last stands until something else is told
  return last.current;
}

/** What no step answers stands until a leader has heeded it; that, and before it that a leader has seen it, one learns. What stood
    already when the page was opened is no news. */
export function useTold(told: Said | null, paused = false): void {
  const { asking } = useParts();
  const before = useRef<Said | null>(null);
  const seen = told && Object.keys(told.noted) as Word[];
  useEffect(() => {
    const { current } = before;
    before.current = told;
    if (told === null || current === null) return;
    const gone = current.said.filter((word) => ANSWERED.includes(word) && !told.said.includes(word));
    if (gone.some((word) => word !== "need_a_pause" || !paused)) asking.tell("noted");
    else if (seen?.some((word) => !(word in current.noted))) asking.tell("seen");
    else if (asking.refusal.value === "seen" && Object.keys(current.noted).some((word) => !(word in told.noted))) asking.putAway(); // it is past
  }, [told?.said.join(), seen?.join()]);
}

interface WordProps {
  word: Word;
  told: Said | null;
  onSaid?: () => void;
  /** Where nothing beside it says who is told. */
  label?: string;
}

/** What a leader has seen, and gone on, may be said again. */
export function WordButton({ word, told, onSaid, label = `room-word-${word}` }: WordProps) {
  const { session, asking } = useParts();
  const say = async (): Promise<void> => {
    if (await asking.ask("tell_leaders", { word })) onSaid?.();
  };
  const { said, noted } = told ?? NOTHING;
  const [isSaid, by] = [said.includes(word), noted[word]];
  const name = by === undefined ? "" : session.nameOf(by) || t("room-word-a-leader"); // at the door nobody's name is known
  const words = by !== undefined ? "room-word-seen-by" : `room-word-${isLed(session.view.value) ? "said" : "waits"}-${word}`;
  return (
    <button class={isSaid ? "on" : word === "bring_me_back" ? "main" : ""} data-word={word} disabled={isSaid && by === undefined} onClick={() => void say()}>
      {isSaid ? t(words, { name, word }) : t(label)}
    </button>
  );
}

/** Said to all, it stands beside one's name. */
function LeavingEarly({ view, onSaid }: { view: CircleView; onSaid: () => void }) {
  const { session, asking } = useParts();
  if (view.seats[session.you.value?.seat ?? 0]?.leaving_early) return <button class="on" disabled>{t("room-early-said")}</button>;
  const say = async (): Promise<void> => {
    if (await asking.ask("say_leaving_early", {})) onSaid();
  };
  return <button data-word="say_leaving_early" onClick={() => void say()}>{t("room-early-all")}</button>;
}
