// The next step, large and always in the same place, named by its consequence; the small steps beside it.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { PlanStep, View } from "../protocol";
import type { Session } from "../session";
import { t } from "../text";

const EXTEND_MS = 120_000;
const SETTLE_MS = 700;

export function nextStep(view: View): PlanStep | undefined {
  return view.plan?.[(view.phase?.index ?? -1) + 1];
}

// A press counts for what was on the button when the finger came down: a fresh phase ignores presses for a moment.
function useSettled(entry: number): boolean {
  const settled = useSignal(true);
  useEffect(() => {
    settled.value = false;
    const timer = setTimeout(() => { settled.value = true; }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [entry]);
  return settled.value;
}

export function Steps({ session }: { session: Session }) {
  const view = session.view.value;
  const about = view.phase?.entry ?? 0;
  const settled = useSettled(about);
  const next = nextStep(view);
  const noPresenter = Boolean(next?.needs_presenter) && !view.case?.presenter;
  if (view.stage === "gathering") {
    return (
      <section>
        <button class="main next" disabled={!settled} onClick={() => void session.command("begin")}>{t("step-begin")}</button>
        <p class="why">{t("step-begin-why")}</p>
      </section>
    );
  }
  const back = view.case?.stance !== "in_circle";
  const mayPushBack = !back && Boolean(view.case?.presenter) && view.phase?.kind === "discussion";
  const oneAtATime = view.floor?.gate === "hard";
  const skip = next?.optional ? view.plan?.[(view.phase?.index ?? 0) + 2] : undefined;
  return (
    <section>
      {next
        ? <button class="main next" data-step={next.key} disabled={!settled || noPresenter} onClick={() => void session.command("advance", { about })}>{t(`step-to-${next.kind}`)}</button>
        : <p class="why">{t("step-last")}</p>}
      {noPresenter && <p class="why">{t("step-needs-presenter")}</p>}
      {skip && <button class="wide" onClick={() => void session.command("advance", { about, to: skip.key })}>{t("step-skip", { phase: t(`phase-${skip.kind}`) })}</button>}
      <div class="steps">
        <button class="small" disabled={view.phase?.index === 0} onClick={() => void session.command("step_back", { about })}>{t("step-back")}</button>
        <button class="small" onClick={() => void session.command(view.paused ? "resume" : "pause", { about })}>{t(view.paused ? "step-resume" : "step-pause")}</button>
        <button class="small" disabled={view.phase?.ends_at == null} onClick={() => void session.command("extend", { about, by_ms: EXTEND_MS })}>{t("step-extend")}</button>
      </div>
      {back && <button class="wide" onClick={() => void session.command("recall", { about })}>{t("step-recall")}</button>}
      {mayPushBack && <button class="wide" onClick={() => void session.command("push_back", { about })}>{t("step-push-back")}</button>}
      {view.floor && view.phase?.within === "circle" && (
        <button class={`wide${oneAtATime ? " on" : ""}`} aria-pressed={oneAtATime} onClick={() => void session.command("set_floor", { about, ...switched(view) })}>
          {t(oneAtATime ? "step-open-floor" : "step-one-at-a-time")}
        </button>
      )}
    </section>
  );
}

// One at a time, and back. An open floor becomes a queue, the others keep their kind and only close their gate.
export function switched(view: View): { floor: string; gate: string } {
  const kind = view.floor?.kind ?? "open";
  if (view.floor?.gate === "hard") return { floor: kind === "queue" ? "open" : kind, gate: "soft" };
  return { floor: kind === "open" ? "queue" : kind, gate: "hard" };
}
