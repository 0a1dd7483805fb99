// The middle of the circle: which phase it is, in the group's words, and a quiet arc of time.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Session } from "../session";
import { t } from "../text";

export function Centre({ session }: { session: Session }) {
  const view = session.view.value;
  const phase = view.phase;
  const kind = view.stage === "gathering" || !phase ? "gathering" : phase.kind;
  const line = session.pushedBack.value ? "centre-you-are-back" : `phase-${kind}-line`;
  const presenter = view.case?.presenter ? session.nameOf(view.case.presenter) : "";
  return (
    <div class="centre">
      <h1 data-phase={phase?.key ?? "gathering"}>{t(`phase-${kind}`)}</h1>
      <p>{view.paused ? t("centre-paused") : t(line, { presenter: presenter || t("presenter") })}</p>
      {phase?.ends_at != null && !view.paused && <Arc session={session} from={phase.began_at} to={phase.ends_at} />}
    </div>
  );
}

function Arc({ session, from, to }: { session: Session; from: number; to: number }) {
  const share = useSignal(0);
  useEffect(() => {
    const draw = () => { share.value = Math.min(1, Math.max(0, (session.now() - from) / Math.max(1, to - from))); };
    draw();
    const timer = setInterval(draw, 1000);
    return () => clearInterval(timer);
  }, [from, to]);
  return <div class="arc" aria-hidden="true"><i style={{ width: `${Math.round(share.value * 100)}%` }} /></div>;
}
