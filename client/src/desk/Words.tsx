/** What people told the leaders in private, with the step that answers it beside it. */
import { pushedBack, type CircleView, type SeatId } from "../protocol";
import { type SessionFace, useParts } from "../room/parts";
import { tick } from "../room/tick";
import { t } from "../text";
import { Ask, mayStepOut, otherLeader } from "./Accidents";
import { clock } from "./duration";
import { keyed } from "./keys";
import { firstPress, settling, useSettled } from "./press";

type Sent = NonNullable<CircleView["words"]>[number];

export function Words({ view }: { view: CircleView }) {
  const { session } = useParts();
  void tick.value;
  return (
    <div role="status">
      {(view.words ?? []).map((sent) => (
        <section key={`${sent.seat} ${sent.word}`} class={sent.noted_by === undefined ? "word" : "word word-seen"} data-word={sent.word}>
          <p><b>{t(`desk-word-${sent.word}`, { name: session.nameOf(sent.seat) })}</b></p>
          <p class="digits" aria-hidden="true">{t(toAll(view, sent) ? "desk-ago-all" : "desk-ago", { time: clock(session.now() - sent.at) })}</p>
          <p class="choices"><WordAnswer sent={sent} view={view} /></p>
          {sent.word === "distress" && <p>{sent.noted_by === undefined ? t(waits(view, sent.seat) ? "desk-word-distress-waiting" : "desk-word-distress-steps") : t("desk-word-distress-seen", { name: session.nameOf(sent.noted_by) })}</p>}
        </section>
      ))}
    </div>
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
function StepOut({ view, seat, pauses }: { view: CircleView; seat: SeatId; pauses: boolean }) {
  const { asking } = useParts();
  const go = async (): Promise<void> => {
    if (pauses && !(await asking.ask("pause", { about: view.phase?.entry ?? 0 }))) return;
    await asking.ask("open_private_room", { seat });
  };
  return (
    <button class="small" data-act="open_private_room" aria-busy={asking.busy("open_private_room")} {...keyed("answer")} {...firstPress(() => void go())}>
      {t(pauses ? "desk-private-pause-open" : "desk-private-open")}
    </button>
  );
}

/** First that it is seen, which whoever said it learns at once, and the card stays; then it may be put away. */
function Seen({ sent: { seat, word, noted_by } }: { sent: Sent }) {
  const { asking } = useParts();
  const type = noted_by === undefined ? "note_word" : "heed_word";
  const settled = useSettled(type); // the second stands where the first did
  return (
    <button class="small" data-act={type} aria-busy={asking.busy(type)} {...keyed("answer")} {...settling(settled, () => void asking.ask(type, { seat, word }))}>
      {t(type === "note_word" ? "desk-word-seen" : "desk-word-set-aside")}
    </button>
  );
}

function WordAnswer({ sent, view }: { sent: Sent; view: CircleView }) {
  const { session } = useParts();
  const about = view.phase?.entry ?? 0;
  const { seat, word } = sent;
  switch (word) {
    case "bring_me_back":
      return pushedBack(view) === null ? null : <Ask type="recall" fields={{ about }} label="desk-recall" by="answer" />;
    case "need_a_pause":
      return view.paused ? null : <Ask type="pause" fields={{ about }} label="desk-pause" by="answer" />;
    case "distress": {
      const may = mayStepOut(view, session.you.value?.seat);
      if (waits(view, seat)) {
        return (
          <>
            <Ask type="admit" fields={{ seat }} label="desk-admit" by="answer" />
            <Seen sent={sent} />
          </>
        );
      }
      const other = may ? null : whoElse(view, session);
      return (
        <>
          {!view.private && <StepOut view={view} seat={seat} pauses={!may} />}
          <Seen sent={sent} />
          {other && <span class="desk-soft">{other}</span>}
        </>
      );
    }
    case "leave_early":
      return <Ask type="heed_word" fields={{ seat, word }} label="desk-word-noted" by="answer" />;
  }
}
