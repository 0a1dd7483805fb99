/** The way through the case: what is done and how long it took, what is now with its exact time, what comes, and for how long. */
import type { CircleView } from "../protocol";
import { t } from "../text";
import { clock } from "./duration";
import { took_ms } from "./next";
import { PhaseClock } from "./PhaseClock";

export function Plan({ view }: { view: CircleView }) {
  const at = view.phase?.index ?? -1;
  return (
    <section class="plan">
      <h2>{t("desk-plan")}</h2>
      <ol>
        {view.plan.map((phase, index) => (
          <li
            key={phase.key}
            class={index < at ? (took_ms(view, index) === null ? "plan-left-out" : "plan-done") : index === at ? "plan-now" : ""}
            aria-current={index === at ? "step" : undefined}
            data-phase={phase.key}
          >
            <span>
              {t(`phase-${phase.kind}`)}
              {phase.optional && <small> {t("desk-optional")}</small>}
            </span>
            {index === at ? <PhaseClock view={view} brief /> : <span class="digits">{index < at ? past(view, index) : clockOf(phase.typical_ms)}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function past(view: CircleView, index: number): string {
  const took = took_ms(view, index);
  return took === null ? t("desk-left-out") : clock(took);
}

/** A phase without a clock shows none. */
function clockOf(typical_ms = 0): string {
  return typical_ms > 0 ? clock(typical_ms) : "";
}
