/** Going back, named by where it goes. It ends what is under way in this phase, so it is asked. */
import { useSignal } from "@preact/signals";
import type { CircleView } from "../protocol";
import { Confirm } from "../room/Confirm";
import { useParts } from "../room/parts";
import { phaseName, t } from "../text";
import { phaseBefore } from "./next";

export function StepBack({ view }: { view: CircleView }) {
  const { asking } = useParts();
  /** The phase entry it was asked in: whatever else the group has entered since, it is not asked any more. */
  const askedIn = useSignal<number | null>(null);
  const before = phaseBefore(view);
  const about = view.phase?.entry ?? 0;
  const close = (): void => void (askedIn.value = null);
  const phase = before === null ? "" : phaseName(before);
  const back = (): void => {
    void asking.ask("step_back", { about });
    close();
  };
  return (
    <>
      <button class="small quiet step-back" data-step="step_back" disabled={before === null} onClick={() => (askedIn.value = about)}>
        {before === null ? t("desk-step-back-none") : t("desk-step-back", { phase })}
      </button>
      <Confirm open={before !== null && askedIn.value === about} asks="desk-step-back" args={{ phase }} act="step-back-now" onClose={close} onYes={back} />
    </>
  );
}
