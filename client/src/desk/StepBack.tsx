/** Going back, named by where it goes: it breaks off this phase, so it is asked. For ten seconds the step that led here can be undone
    instead, as if it had not been taken; that has a place of its own, where the last mark is taken back. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { pushedBack, type CircleView, type PlannedPhase } from "../protocol";
import { Confirm } from "../room/Confirm";
import { type SessionFace, useParts } from "../room/parts";
import { tick } from "../room/tick";
import { phaseName, t } from "../text";
import { clock, moreTime } from "./duration";
import { keyed } from "./keys";
import { exceeded_ms, heardOnceBack, nextStep, phaseBefore, undoable } from "./next";
import { settling, useSettled } from "./press";

export function StepBack({ view }: { view: CircleView }) {
  const { session, asking } = useParts();
  /** The phase entry it was asked in: whatever else the group has entered since, it is not asked any more. */
  const askedIn = useSignal<number | null>(null);
  const before = phaseBefore(view);
  const again = view.case.presenter === null && nextStep(view).phase === before; // the large step leads there, too
  const about = view.phase?.entry ?? 0;
  const out = session.out.value;
  const close = (): void => void (askedIn.value = null);
  useEffect(() => {
    if (out) close();
  }, [out]);
  const phase = before === null ? "" : phaseName(before);
  const back = async (): Promise<void> => {
    await asking.ask("step_back", { about, running: !view.paused });
    if (askedIn.value === about) close();
  };
  return (
    <>
      {before && !again && (
        <button class="small quiet step-back" data-step="step_back" disabled={out} {...keyed("step-back")} onClick={() => (askedIn.value = about)}>
          {t("desk-step-back", { phase })}
        </button>
      )}
      <Confirm open={before !== null && askedIn.value === about} asks="desk-step-back" args={{ phase, time: before?.typical_ms ? clock(before.typical_ms) : "none" }} also={before && ofPresenter(view, before, session)} act="step-back-now" onClose={close} onYes={() => void back()} />
    </>
  );
}

/** What becomes of the presenter by it, where that is another thing than now; and that a presenter's phase is held without one. */
function ofPresenter(view: CircleView, before: PlannedPhase, session: SessionFace): string | null {
  const { presenter } = view.case;
  const [isBack, willBeBack] = [pushedBack(view) !== null, before.stance !== "in_circle"];
  if (presenter === null) return before.needs_presenter ? t("desk-step-back-without") : null;
  if (isBack === willBeBack) return null;
  const name = session.nameOf(presenter);
  return willBeBack ? t("desk-step-back-pushes", { name }) : t("desk-step-back-returns", { name, becomes: heardOnceBack(view, before) });
}

/** Where a phase has been given more time than the format means it to have at most. */
export function Exceeded({ view }: { view: CircleView }) {
  const most_ms = exceeded_ms(view);
  return most_ms && <small>{t("desk-exceeded", { time: clock(most_ms) })}</small>;
}

export function UndoStep({ view }: { view: CircleView }) {
  const { session, asking } = useParts();
  void tick.value;
  const undone = undoable(view, session.now());
  const about = view.phase?.entry ?? 0;
  const settled = useSettled(undone && (undone.phase?.key ?? view.undo?.until));
  if (undone === null) return null;
  return (
    <p class="lead-line">
      {!undone.phase && <Exceeded view={view} />}
      <button class="small" data-step="undo_step" disabled={session.out.value} {...keyed("undo")} {...settling(settled, () => void asking.ask("undo_step", { about, to: undone.phase?.key ?? null }))}>
        {undone.phase ? t("desk-undo", { phase: phaseName(undone.phase) }) : t("desk-undo-extend", { time: moreTime(view.phase?.extend_ms ?? 0) })}
      </button>
    </p>
  );
}
