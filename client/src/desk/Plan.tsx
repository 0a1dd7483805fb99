/** The way through the case: what is now with its exact time, what comes, and for how long; what is done and how long it took, folded. */
import type { CircleView } from "../protocol";
import { useParts } from "../room/parts";
import { tick } from "../room/tick";
import { phaseName, t, timeOfDay } from "../text";
import { clock } from "./duration";
import { endsAbout_ms, lacksPresenter, took_ms } from "./next";
import { PhaseClock } from "./PhaseClock";
import { Exceeded } from "./StepBack";

export function Plan({ view }: { view: CircleView }) {
  const at = Math.max(0, view.phase?.index ?? 0);
  return (
    <section class="plan">
      <h2>{t("desk-plan")}</h2>
      {at > 0 && (
        <details>
          <summary>{t("desk-plan-past", { count: at })}</summary>
          <ol>{view.plan.slice(0, at).map((_, index) => <Row key={index} view={view} index={index} />)}</ol>
        </details>
      )}
      <ol>{view.plan.slice(at).map((_, index) => <Row key={at + index} view={view} index={at + index} />)}</ol>
      <Exceeded view={view} />
      <EndsAbout view={view} />
    </section>
  );
}

function Row({ view, index }: { view: CircleView; index: number }) {
  const [phase, at] = [view.plan[index], view.phase?.index ?? -1];
  if (!phase) return null;
  const lacks = index > at && lacksPresenter(view, index);
  return (
    <li
      class={index < at ? (took_ms(view, index) === null ? "plan-left-out" : "plan-done") : index === at ? "plan-now" : lacks ? "plan-left-out" : ""}
      aria-current={index === at ? "step" : undefined}
      data-phase={phase.key}
    >
      <span>
        {phaseName(phase)}
        {phase.optional && <small> {t("desk-optional")}</small>}
      </span>
      {index === at ? <PhaseClock view={view} brief /> : <span class="digits">{index < at ? past(view, index) : lacks ? t("desk-left-out") : clockOf(phase.typical_ms)}</span>}
    </li>
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
