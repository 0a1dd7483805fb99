/** The way through the case: what is done and how long it took, what is now with its exact time, what comes, and for how long. */
import type { CircleView } from "../protocol";
import { useParts } from "../room/parts";
import { tick } from "../room/tick";
import { phaseName, t, timeOfDay } from "../text";
import { clock } from "./duration";
import { endsAbout_ms, took_ms } from "./next";
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
              {phaseName(phase)}
              {phase.optional && <small> {t("desk-optional")}</small>}
            </span>
            {index === at ? <PhaseClock view={view} brief /> : <span class="digits">{index < at ? past(view, index) : clockOf(phase.typical_ms)}</span>}
          </li>
        ))}
      </ol>
      <EndsAbout view={view} />
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

/** By the clock on the wall, since that is what a group has agreed on. */
function EndsAbout({ view }: { view: CircleView }) {
  const { session } = useParts();
  void tick.value;
  const ends = endsAbout_ms(view, session.phaseNow());
  if (ends === null || view.phase?.within === "leaders") return null;
  return <p class="desk-soft" data-ends>{t("desk-ends-about", { time: timeOfDay(Date.now() + ends - session.phaseNow()) })}</p>;
}
