/** The one large step, named by what it leads to, always in the same place; and what there is to say about it. */
import type { CircleView, PlannedPhase } from "../protocol";
import { useParts } from "../room/parts";
import { t } from "../text";
import { nextStep, stepName } from "./next";
import { firstPress } from "./press";

export function NextButton({ view, onEnd }: { view: CircleView; onEnd: () => void }) {
  const { asking } = useParts();
  const { command, phase, blocked } = nextStep(view);
  const about = view.phase?.entry ?? 0;
  const go = (): void => {
    if (command === "end") onEnd();
    else if (command === "begin") void asking.ask("begin", {});
    else void asking.ask("advance", { about });
  };
  return (
    <button
      class="main next-button"
      data-step={command}
      disabled={blocked !== null}
      aria-describedby="next-note"
      aria-busy={asking.busy(command)}
      {...firstPress(go)}
    >
      {command === "advance" && phase ? said(view, phase) : t(`desk-next-${command}`)}
    </button>
  );
}

function said(view: CircleView, phase: PlannedPhase): string {
  const { id, presenter } = stepName(view, phase);
  return presenter === null ? t(id) : t(presenter, { step: t(id) });
}

/** Why the step waits, or how to leave the next phase out. Under the small steps, so that it moves no button. */
export function NextNote({ view }: { view: CircleView }) {
  const { asking } = useParts();
  const { blocked, skipTo } = nextStep(view);
  const about = view.phase?.entry ?? 0;
  return (
    <div class="next-note" id="next-note">
      {blocked && <p class="desk-soft">{t(blocked)}</p>}
      {skipTo && (
        <button class="small quiet" data-step="skip" onClick={() => void asking.ask("advance", { about, to: skipTo.key })}>
          {t("desk-skip-to", { phase: t(`phase-${skipTo.kind}`) })}
        </button>
      )}
    </div>
  );
}
