/** The one large step, named by what it leads to, and that it ends a pause where it does; always in the same place; and what there is to say about it. */
import { planned, type CircleView, type PlannedPhase } from "../protocol";
import { useParts } from "../room/parts";
import { phaseName, t } from "../text";
import { CloseCase } from "./CloseCase";
import { endsPause, nextStep, phaseAgain, stepName } from "./next";
import { keyed } from "./keys";
import { settling, useSettled } from "./press";

export function NextButton({ view, onEnd }: { view: CircleView; onEnd: () => void }) {
  const { asking, session } = useParts();
  const { command, phase, to, instead, blocked } = nextStep(view);
  const out = command !== "end" && session.out.value;
  const about = view.phase?.entry ?? 0;
  const running = !view.paused;
  const settled = useSettled(`${about} ${running}`);
  const label = instead ? t("desk-next-another-case") : command === "advance" && phase ? said(view, phase) : t(`desk-next-${command}`);
  const go = (): void => {
    if (command === "end") onEnd();
    else if (command === "begin") void asking.ask("begin", {});
    else void asking.ask("advance", { about, running, ...(to === null ? {} : { to }) });
  };
  return (
    <button
      class={view.paused ? "next-button" : "main next-button"}
      data-step={command}
      disabled={out || blocked !== null}
      aria-describedby="next-note"
      {...(command === "end" ? {} : keyed("next"))}
      {...settling(settled, go)}
    >
      {!out && endsPause(view) && command === "advance" ? t("desk-next-resumes", { step: label }) : label}
    </button>
  );
}

function said(view: CircleView, phase: PlannedPhase): string {
  const { id, presenter } = stepName(view, phase);
  const now = planned(view);
  const step = phase.name ? t("desk-next-named", { phase: phaseName(phase) }) : t(id, { phase: now ? phaseName(now) : "" });
  return presenter === null ? step : t(presenter, { step });
}

/** Why the step waits, within it; or what else may be done, beside the way back: go on where another case is due, leave the next
    phase out. So it moves no button. */
export function NextNote({ view }: { view: CircleView }) {
  const { asking, session } = useParts();
  const { command, to: next, instead, blocked, skipTo, mayClose } = nextStep(view);
  const again = phaseAgain(view);
  const about = view.phase?.entry ?? 0;
  const settled = useSettled(about);
  const leftOut = view.plan[(view.phase?.index ?? 0) + 1];
  const to = (key: string) => settling(settled, () => void asking.ask("advance", { about, running: !view.paused, to: key }));
  if (session.out.value) return <div class="next-note" id="next-note"><p class={command === "end" ? "next-beside" : "desk-soft next-out"}>{t("desk-go-back-first")}</p></div>;
  return (
    <div class="next-note" id="next-note">
      {blocked && <p class="desk-soft">{t(blocked)}</p>}
      {mayClose && <CloseCase about={view.case.number} by="other" />}
      {instead && <button class="small" data-step="instead" {...keyed("other")} {...to(instead.key)}>{said(view, instead)}</button>}
      {again && again.key !== next && (
        <button class="small" data-step="again" {...keyed("other")} {...to(again.key)}>
          {t("desk-again", { phase: phaseName(again) })}
        </button>
      )}
      {skipTo && (
        <button class="small" data-step="skip" title={leftOut?.optional ? t("desk-skip-title", { left: phaseName(leftOut) }) : undefined} {...keyed("other")} {...to(skipTo.key)}>
          {t(leftOut?.optional ? "desk-skip-to" : "desk-way-on", { phase: phaseName(skipTo) })}
        </button>
      )}
    </div>
  );
}
