/** Going back, named by where it goes. It ends what is under way in this phase, so it is asked. */
import { useSignal } from "@preact/signals";
import type { CircleView } from "../protocol";
import { Dialog } from "../room/Dialog";
import { useParts } from "../room/parts";
import { phaseName, t } from "../text";
import { phaseBefore } from "./next";
import { firstPress } from "./press";

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
      <Dialog open={before !== null && askedIn.value === about} title={t("desk-step-back-title", { phase })} onClose={close}>
        <p>{t("desk-step-back-text")}</p>
        <div class="choices">
          <button class="main" autofocus onClick={close}>{t("desk-step-back-no")}</button>
          <button class="look" data-act="step-back-now" {...firstPress(back)}>{t("desk-step-back-yes")}</button>
        </div>
      </Dialog>
    </>
  );
}
