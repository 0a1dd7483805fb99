/** A word to the leaders alone: the presenter's own two, distress, leaving early; and apart from it, what everyone is told.
    Whoever waits to be let in has it, too. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import type { CircleView, Word } from "../protocol";
import { t } from "../text";
import { Dialog } from "./Dialog";
import { useParts } from "./parts";
import { TakeCaseBack } from "./TakeCaseBack";

const PRESENTERS: readonly Word[] = ["bring_me_back", "need_a_pause"];
const EVERYONES: readonly Word[] = ["distress", "leave_early"];

/** `view` is null in the waiting room. */
export function QuietWord({ view }: { view: CircleView | null }) {
  const { session } = useParts();
  const open = useSignal(false);
  const said = useSaid();
  const seen = session.facts.value?.you.noted ?? {};
  const presents = view !== null && view.case.presenter === session.you.value?.seat;
  const back = view?.case.stance !== "in_circle"; // who sits in the circle needs nobody to bring them back
  const words = [...(presents ? PRESENTERS.filter((word) => back || word !== "bring_me_back") : []), ...EVERYONES];
  const unread = view === null || view.lead === null;
  const close = (): void => void (open.value = false);
  return (
    <>
      <button class={said.length > 0 ? "on" : ""} data-control="word" onClick={() => (open.value = true)}>{t(said.length === 0 ? "room-word" : said.every((word) => word in seen) ? "room-word-seen" : "room-word-stands")}</button>
      <Dialog open={open.value} title={t("room-word")} onClose={close}>
        <Told to="leaders">{words.map((word) => <WordButton key={word} word={word} isSaid={said.includes(word)} unread={unread} onSaid={close} />)}</Told>
        {unread && <p>{t("room-word-waiting")}</p>}
        {view !== null && (
          <Told to="all">
            <LeavingEarly view={view} onSaid={close} />
            {presents && <TakeCaseBack view={view} onDone={close} />}
          </Told>
        )}
        <div class="choices"><button class="quiet" onClick={close}>{t("room-close")}</button></div>
      </Dialog>
    </>
  );
}

/** Who is told stands above each part: nobody may take the one for the other. */
function Told({ to, children }: { to: "leaders" | "all"; children: ComponentChildren }) {
  return (
    <section data-told={to}>
      <h3>{t(`room-word-${to}`)}</h3>
      <p>{t(`room-word-${to}-text`)}</p>
      <div class="choices">{children}</div>
    </section>
  );
}

/** What one has told the leaders and they have not noted yet. */
export function useSaid(): readonly Word[] {
  const { session } = useParts();
  const facts = session.facts.value;
  const last = useRef<readonly Word[]>([]);
  if (facts) last.current = facts.you.words; // lossy: what stood last stands until something else is told
  const seen = useRef<readonly string[]>([]);
  if (facts) seen.current = Object.keys(facts.you.noted ?? {});
  useTold(last.current, seen.current);
  return last.current;
}

/** What everyone may say stands until a leader has heeded it; that, and before it that a leader has seen it, one learns. */
function useTold(said: readonly Word[], seen: readonly string[]): void {
  const { asking } = useParts();
  const before = useRef({ said, seen });
  useEffect(() => {
    const { current } = before;
    if (current.said.some((word) => EVERYONES.includes(word) && !said.includes(word))) asking.tell("noted");
    else if (seen.some((word) => !current.seen.includes(word))) asking.tell("seen");
    before.current = { said, seen };
  }, [said.join(), seen.join()]);
}

interface WordProps {
  word: Word;
  isSaid: boolean;
  /** Perhaps no leader is here who could read it. */
  unread: boolean;
  onSaid?: () => void;
  /** Where nothing beside it says who is told. */
  label?: string;
}

export function WordButton({ word, isSaid, unread, onSaid, label = `room-word-${word}` }: WordProps) {
  const { session, asking } = useParts();
  const say = async (): Promise<void> => {
    if (await asking.ask("tell_leaders", { word })) onSaid?.();
  };
  const by = session.facts.value?.you.noted?.[word];
  const name = by === undefined ? "" : session.nameOf(by) || t("room-word-a-leader"); // at the door nobody's name is known
  const said = by !== undefined ? "room-word-seen-by" : unread && EVERYONES.includes(word) ? `room-word-waits-${word}` : `room-word-said-${word}`;
  return (
    <button class={isSaid ? "on" : word === "bring_me_back" ? "main" : ""} data-word={word} disabled={isSaid} onClick={() => void say()}>
      {isSaid ? t(said, { name }) : t(label)}
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
