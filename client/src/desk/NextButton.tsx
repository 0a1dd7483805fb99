/** The one large step, named by what it leads to, always in the same place. */
import type { CircleView } from "../protocol";
import { useParts } from "../room/parts";
import { t } from "../text";
import { nextStep } from "./next";

export function NextButton({ view, onEnd }: { view: CircleView; onEnd: () => void }) {
  const { asking } = useParts();
  const { command, phase, blocked, skipTo } = nextStep(view);
  const about = view.phase?.entry ?? 0;
  const go = (): void => {
    if (command === "end") onEnd();
    else if (command === "begin") void asking.ask("begin", {});
    else void asking.ask("advance", { about });
  };
  return (
    <div class="next">
      <button
        class="main next-button"
        data-step={command}
        disabled={blocked !== null}
        aria-describedby={blocked ? "next-blocked" : undefined}
        aria-busy={asking.busy(command)}
        onClick={go}
      >
        {command === "end" ? t("desk-next-end") : t(command === "begin" ? "desk-next-begin" : `desk-next-${phase?.kind}`)}
      </button>
      {blocked && <p id="next-blocked" class="desk-soft">{t(blocked)}</p>}
      {skipTo && (
        <button class="small quiet" data-step="skip" onClick={() => void asking.ask("advance", { about, to: skipTo.key })}>
          {t("desk-skip-to", { phase: t(`phase-${skipTo.kind}`) })}
        </button>
      )}
    </div>
  );
}
