/** The way through the case: what is now with its exact time, what comes, and for how long; what is done and how long it took, folded. */
import type { CircleView } from "../protocol";
import { useParts } from "../room/parts";
import { tick } from "../room/tick";
import { phaseName, t, timeOfDay } from "../text";
import { clock } from "./duration";
import { endsAbout_ms, lacksPresenter, onward, took_ms } from "./next";
import { PhaseClock } from "./PhaseClock";
import { Exceeded } from "./StepBack";

export function Plan({ view }: { view: CircleView }) {
  const at = view.phase?.index ?? 0;
  const next = onward(view); // back at the call, if that is where the large button leads: the closing time counts the same
  return (
    <section class="plan">
      <h2>{t("desk-plan")}</h2>
      {at > 0 && (
        <details>
          <summary>{t("desk-plan-past", { count: at })}</summary>
          <ol>{view.plan.slice(0, at).map((_, index) => <Row key={index} view={view} index={index} is="past" />)}</ol>
        </details>
      )}
      <ol>
        {view.phase && <Row view={view} index={at} is="now" />}
        {view.plan.slice(next).map((_, index) => <Row key={next + index} view={view} index={next + index} />)}
      </ol>
      <Exceeded view={view} />
      <EndsAbout view={view} />
    </section>
  );
}

/** `is`: without it the phase is to come. */
function Row({ view, index, is }: { view: CircleView; index: number; is?: "past" | "now" }) {
  const phase = view.plan[index];
  if (!phase) return null;
  const [past, now] = [is === "past", is === "now"];
  const lacks = past ? took_ms(view, index) === null : !now && lacksPresenter(view, index);
  return (
    <li
      class={lacks ? "plan-left-out" : past ? "plan-done" : now ? "plan-now" : ""}
      aria-current={now ? "step" : undefined}
      data-phase={phase.key}
    >
      <span>
        {phaseName(phase)}
        {phase.optional && <small> {t("desk-optional")}</small>}
      </span>
      {now ? <PhaseClock view={view} brief /> : <span class="digits">{lacks ? t("desk-left-out") : past ? clock(took_ms(view, index) ?? 0) : clockOf(phase.typical_ms)}</span>}
    </li>
  );
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
