/** The small steps beside the large one, always the same four in the same places. */
import { pushedBack, type CircleView } from "../protocol";
import { useParts } from "../room/parts";
import { t } from "../text";

const MORE_MS = 120_000;

export function SmallSteps({ view }: { view: CircleView }) {
  const { asking } = useParts();
  const { phase } = view;
  const about = phase?.entry ?? 0;
  const back = pushedBack(view) !== null;
  const canPushBack = phase?.kind === "discussion" && view.case.presenter !== null && !back;
  return (
    <div class="small-steps">
      <button class="small" data-step="step_back" disabled={!phase || phase.index === 0} onClick={() => void asking.ask("step_back", { about })}>
        {t("desk-step-back")}
      </button>
      <button
        class={view.paused ? "small on" : "small"}
        data-step={view.paused ? "resume" : "pause"}
        disabled={!phase}
        onClick={() => void asking.ask(view.paused ? "resume" : "pause", { about })}
      >
        {t(view.paused ? "desk-resume" : "desk-pause")}
      </button>
      <button
        class="small"
        data-step="extend"
        disabled={!phase || phase.ends_at === null}
        onClick={() => void asking.ask("extend", { about, by_ms: MORE_MS })}
      >
        {t("desk-extend")}
      </button>
      <button
        class="small"
        data-step={canPushBack ? "push_back" : "recall"}
        disabled={!back && !canPushBack}
        onClick={() => void asking.ask(canPushBack ? "push_back" : "recall", { about })}
      >
        {t(canPushBack ? "desk-push-back" : "desk-recall")}
      </button>
    </div>
  );
}
