/** The way through the case: what is done, what is now with its exact time, what comes, and for how long. */
import type { CircleView } from "../protocol";
import { t } from "../text";
import { clock } from "./duration";
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
            class={index < at ? "plan-done" : index === at ? "plan-now" : ""}
            aria-current={index === at ? "step" : undefined}
            data-phase={phase.key}
          >
            <span>
              {t(`phase-${phase.kind}`)}
              {phase.optional && <small> {t("desk-optional")}</small>}
            </span>
            {index === at ? <PhaseClock view={view} brief /> : <span class="digits">{phase.typical_ms ? clock(phase.typical_ms) : ""}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
