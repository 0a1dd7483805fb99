/** The small steps under the large one, always the same four in the same places. */
import { pushedBack, pushesBack, type CircleView } from "../protocol";
import { useParts } from "../room/parts";
import { t } from "../text";
import { moreTime } from "./duration";
import { keyed } from "./keys";
import { endsPause, heardOnceBack, presenterOut, recallLabel } from "./next";
import { settling, useSettled } from "./press";
import { StepBack } from "./StepBack";

const MORE_MS = 120_000;

export function SmallSteps({ view }: { view: CircleView }) {
  const { session, asking } = useParts();
  const { phase } = view;
  const about = phase?.entry ?? 0;
  // Two minutes, or in a rehearsal that runs faster what they come to there; the server says it with the phase.
  const more_ms = phase?.extend_ms ?? Math.max(1, Math.round(MORE_MS / (session.rehearsal.value ?? 1) / 1000)) * 1000;
  const back = pushedBack(view) !== null;
  const out = session.out.value;
  // A second press is meant for what the first one did.
  const [paused, backSettled] = [useSettled(view.paused), useSettled(back)];
  const gone = presenterOut(view);
  const unled = view.paused && !endsPause(view); // then nobody ends the pause
  const canPushBack = pushesBack(view) && view.case.presenter !== null && !back;
  return (
    <div class="small-steps">
      <button
        class={view.paused && !out && !unled ? "small main" : "small"}
        data-step={view.paused ? "resume" : "pause"}
        disabled={!phase || (view.paused && out) || unled}
        title={unled && !out ? t("desk-leads-out", { name: session.nameOf(view.lead ?? 0) }) : undefined}
        {...keyed("pause")}
        {...settling(paused, () => void asking.ask(view.paused ? "resume" : "pause", { about }))}
      >
        {t(view.paused ? "desk-resume" : "desk-pause")}
      </button>
      <button
        class="small"
        data-step="extend"
        {...keyed("extend")}
        disabled={out || !phase || phase.ends_at === null}
        onClick={() => void asking.ask("extend", { about, by_ms: more_ms })}
      >
        {moreTime(more_ms)}
      </button>
      <button
        class="small"
        data-step={canPushBack ? "push_back" : "recall"}
        disabled={out || gone || (!back && !canPushBack)}
        title={back && !gone ? t("desk-recall-text", { becomes: heardOnceBack(view) }) : undefined}
        {...keyed("push-back")}
        {...settling(backSettled, () => void asking.ask(canPushBack ? "push_back" : "recall", { about }))}
      >
        {t(back ? recallLabel(view) : "desk-push-back")}{gone && (back || canPushBack) && <small>{t("room-stepped-out")}</small>}
      </button>
      <StepBack view={view} />
    </div>
  );
}
