/** What people told the leaders in private, with the step that answers it beside it. */
import { pushedBack, type CircleView, type SeatId } from "../protocol";
import { type SessionFace, useParts } from "../room/parts";
import { tick } from "../room/tick";
import { mayStepOut, otherLeader } from "../returning";
import { t } from "../text";
import { Ask } from "./Accidents";
import { clock } from "./duration";
import { keyed } from "./keys";
import { presenterOut, recallLabel } from "./next";
import { on } from "./on";
import { firstPress, settling, useSettled } from "./press";

type Sent = NonNullable<CircleView["words"]>[number];

export function Words({ view }: { view: CircleView }) {
  void tick.value;
  const said = ofPresenter(view, useParts().session);
  return (
    <div role="status">
      {(view.words ?? []).map((sent) => <Card key={`${sent.seat} ${sent.word}`} sent={sent} view={view} />)}
      {said && <p class="desk-soft" data-of-presenter>{said}</p>}
    </div>
  );
}

/** Who presented and has left, or has come back by themselves; until the phase is over, or it is so no more: whoever looked away
    finds out. "" of nobody. */
export function ofPresenter(view: CircleView, session: SessionFace): string {
  const seat = view.presenter_left ?? (view.came_alone ? view.case.presenter : null);
  return seat === null ? "" : t(view.presenter_left != null ? "desk-presenter-left" : "desk-came-alone", { name: session.nameOf(seat) });
}

interface CardProps {
  sent: Sent;
  view: CircleView;
}

/** The answers stay the same ones when it is seen: a second press is still meant for the first. */
function Card({ sent, view }: CardProps) {
  const { session } = useParts();
  const { seat, word, noted_by } = sent;
  const seen = noted_by !== undefined;
  return (
    <section class={seen ? "word word-seen" : "word"} data-word={word}>
      {seen && <Seen key="seen" sent={sent} view={view} leader={session.nameOf(noted_by)} />}
      {!seen && <p key="said"><b>{t(`desk-word-${word}`, { name: session.nameOf(seat) })}</b></p>}
      {!seen && <Ago key="ago" sent={sent} view={view} />}
      <p key="answer" class="choices"><WordAnswer sent={sent} view={view} /></p>
      <Returning key="returns" sent={sent} view={view} />
      {!seen && word === "distress" && <p key="steps">{t(waits(view, seat) ? "desk-word-distress-waiting" : "desk-word-distress-steps")}</p>}
    </section>
  );
}

/** It wants nothing now: who asked what and who has seen it, and behind it what becomes of it. */
function Seen({ sent, view, leader }: CardProps & { leader: string }) {
  const { session } = useParts();
  return (
    <details>
      <summary><span><b>{t(`desk-word-${sent.word}`, { name: session.nameOf(sent.seat) })}</b> · {t("desk-word-seen-by", { name: leader })}</span></summary>
      <Ago sent={sent} view={view} />
      <p>{t("desk-word-seen-text", { name: leader, word: sent.word })}</p>
    </details>
  );
}

function Ago({ sent, view }: CardProps) {
  void tick.value; // here, since a parent that is drawn again draws no child whose own words are the same
  const { session } = useParts();
  return <p class="digits" aria-hidden="true">{t(toAll(view, sent) ? "desk-ago-all" : "desk-ago", { time: clock(session.now() - sent.at) })}</p>;
}

/** What happens if nobody brings them back, seen or not, and when: drawn against the server's clock, and said aloud
    once, and once when it is time. */
function Returning({ sent: { seat, at, returns_at }, view }: CardProps) {
  void tick.value;
  const { session } = useParts();
  if (returns_at === undefined || pushedBack(view) !== seat || presenterOut(view) || view.seats[seat]?.link !== "up") return null; // nor can whose link is down
  const [name, left_ms] = [session.nameOf(seat), returns_at - session.now()];
  const said = (ms: number): string => ms > 0 ? t("desk-word-returns-in", { name, seconds: Math.ceil(ms / 1000) }) : t("desk-word-returns-now", { name });
  return (
    <p class="word-returns digits">
      <span aria-hidden="true">{said(left_ms)}</span>
      <span class="hidden">{said(left_ms > 0 ? returns_at - at : 0)}</span>
    </p>
  );
}

function toAll(view: CircleView, { seat, word }: Sent): boolean {
  return word === "leave_early" && view.seats[seat]?.leaving_early === true;
}

/** At the door: they are let in before anything else can be done for them. */
function waits(view: CircleView, seat: SeatId): boolean {
  return view.seats[seat]?.standing === "waiting";
}

/** Whoever leads stays with the circle: another leader who is there may go, by name, whatever their role is called. */
function whoElse(view: CircleView, session: SessionFace): string | null {
  const other = otherLeader(view, session.you.value?.seat);
  return other === undefined ? null : t("desk-private-other-leader", { name: session.nameOf(other) });
}

/** One press for whoever leads as well: the circle pauses, and they go. */
function StepOut({ seat, pauses, brief }: { seat: SeatId; pauses: boolean; brief: boolean }) {
  const { asking } = useParts();
  return (
    <button class="small" data-act="open_private_room" {...keyed("answer")} {...firstPress(() => void asking.ask("open_private_room", { seat, pause: pauses }))}>
      {t(`desk-private-${pauses ? "pause-" : ""}open${brief ? "-brief" : ""}`)}
    </button>
  );
}

/** First that it is seen, which whoever said it learns at once, and the card stays; then it may be put away. */
function See({ sent: { seat, word, noted_by } }: { sent: Sent }) {
  const { asking } = useParts();
  const type = noted_by === undefined ? "note_word" : "heed_word";
  const settled = useSettled(type); // the second stands where the first did
  return (
    <button class="small" data-act={type} {...keyed("answer")} {...settling(settled, () => void asking.ask(type, { seat, word }))}>
      {t(type === "note_word" ? "desk-word-seen" : "desk-word-set-aside", { word })}
    </button>
  );
}

function WordAnswer({ sent, view }: CardProps) {
  const { session } = useParts();
  const about = view.phase?.entry ?? 0;
  const { seat, word } = sent;
  switch (word) {
    case "bring_me_back":
      return pushedBack(view) === null ? null : (
        <>
          {presenterOut(view)
            ? <span class="desk-soft">{t("desk-presenter-out", { name: session.nameOf(seat) })}</span>
            : <Ask type="recall" fields={{ about }} label={recallLabel(view)} by="answer" off={session.out.value} />}
          {sent.noted_by === undefined && <See sent={sent} />}
        </>
      );
    case "need_a_pause":
      return (
        <>
          {!view.paused && <Ask type="pause" fields={{ about }} label="desk-pause" by="answer" />}
          <See sent={sent} />
        </>
      );
    case "distress": {
      const may = mayStepOut(view, session.you.value?.seat);
      if (waits(view, seat)) {
        return (
          <>
            <Ask type="admit" fields={{ seat }} label="desk-admit" names={on("admit", session, seat)} by="answer" />
            <See sent={sent} />
          </>
        );
      }
      const other = may || sent.noted_by !== undefined ? null : whoElse(view, session);
      return (
        <>
          {!view.private && <StepOut seat={seat} pauses={!may} brief={sent.noted_by !== undefined} />}
          <See sent={sent} />
          {other && <span class="desk-soft">{other}</span>}
        </>
      );
    }
    case "leave_early":
      return <Ask type="heed_word" fields={{ seat, word }} label="desk-word-noted" by="answer" />;
  }
}
