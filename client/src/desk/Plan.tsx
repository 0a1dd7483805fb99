// The plan of the case, with exact times: these are the leaders'.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Session } from "../session";
import { clock, t } from "../text";

export function useNow(session: Session): number {
  const now = useSignal(session.now());
  useEffect(() => {
    const timer = setInterval(() => { now.value = session.now(); }, 250);
    return () => clearInterval(timer);
  }, []);
  return now.value;
}

export function Plan({ session }: { session: Session }) {
  const view = session.view.value;
  const now = useNow(session);
  const phase = view.phase;
  const shown = view.paused ? (view.paused_at ?? now) : now;
  return (
    <section>
      <h2>{view.case?.number ? t("desk-plan-case", { number: view.case.number }) : t("desk-plan")}</h2>
      <ol class="plan">
        {(view.plan ?? []).map((step, index) => {
          const current = phase?.index === index;
          const lasts = current && phase.ends_at != null ? phase.ends_at - phase.began_at : step.typical_ms ?? 0;
          const late = current && phase.ends_at != null && shown > phase.ends_at;
          return (
            <li key={step.key} class={current ? "now" : ""} aria-current={current ? "step" : undefined}>
              <span>{t(`phase-${step.kind}`)}</span>
              <span class={late ? "late" : ""}>{current ? t("desk-time", { spent: clock(shown - phase.began_at), planned: clock(lasts) }) : clock(lasts)}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
