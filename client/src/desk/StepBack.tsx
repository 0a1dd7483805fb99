/** Going back, named by where it goes. For ten seconds the step that led here can be undone, as if it had not been taken;
    later it is stepped back from: that ends what is under way in this phase, so it is asked. */
import { useSignal } from "@preact/signals";
import { pushedBack, type CircleView } from "../protocol";
import { Confirm } from "../room/Confirm";
import { useParts } from "../room/parts";
import { tick } from "../room/tick";
import { phaseName, t } from "../text";
import { keyed } from "./keys";
import { phaseBefore, phaseUndone } from "./next";
import { settling, useSettled } from "./press";

export function StepBack({ view }: { view: CircleView }) {
  const { session, asking } = useParts();
  void tick.value;
  /** The phase entry it was asked in: whatever else the group has entered since, it is not asked any more. */
  const askedIn = useSignal<number | null>(null);
  const [before, undone] = [phaseBefore(view), phaseUndone(view, session.now())];
  const about = view.phase?.entry ?? 0;
  // The one stands where the other stood.
  const settled = useSettled(undone === null);
  const close = (): void => void (askedIn.value = null);
  const phase = before === null ? "" : phaseName(before);
  const { presenter } = view.case;
  const pushes = before !== null && before.stance !== "in_circle" && presenter !== null && pushedBack(view) === null;
  const also = pushes ? t("desk-step-back-pushes", { name: session.nameOf(presenter) }) : null;
  const back = (): void => {
    void asking.ask("step_back", { about });
    close();
  };
  const asks = <Confirm open={before !== null && askedIn.value === about} asks="desk-step-back" args={{ phase }} also={also} act="step-back-now" onClose={close} onYes={back} />;
  if (undone !== null) {
    return (
      <>
        <button class="small quiet step-back" data-step="undo_step" {...keyed("undo")} {...settling(settled, () => void asking.ask("undo_step", { about }))}>
          {t("desk-undo", { phase: phaseName(undone) })}
        </button>
        {asks}
      </>
    );
  }
  return (
    <>
      <button class="small quiet step-back" data-step="step_back" disabled={before === null} {...keyed("step-back")} {...settling(settled, () => (askedIn.value = about))}>
        {before === null ? t("desk-step-back-none") : t("desk-step-back", { phase })}
      </button>
      {asks}
    </>
  );
}
