/** The exact time of the phase, for leaders. Time informs; running over is said quietly, on the same line: it moves nothing.
    `brief`: the time alone; `inline`: within a button. */
import { planned, type CircleView } from "../protocol";
import { leadsHere } from "../returning";
import type { Session } from "../session";
import { useParts } from "../room/parts";
import { tick } from "../room/tick";
import { phaseName, t } from "../text";
import { clock } from "./duration";

export function PhaseClock({ view, brief = false, inline = false }: { view: CircleView; brief?: boolean; inline?: boolean }) {
  const { session } = useParts();
  void tick.value;
  const Line = inline ? "span" : "p";
  if (view.phase === null) return brief ? null : <Line class="desk-clock"><b>{t("room-gathering")}</b></Line>;
  const { began_at, ends_at, kind } = view.phase;
  const now = session.phaseNow();
  const over = ends_at !== null && now > ends_at;
  const passed = clock(now - began_at);
  const whole = clock((ends_at ?? 0) - began_at);
  const time = ends_at === null ? passed : t("desk-time-of", { passed, planned: whole });
  const waits = view.paused ? "" : waitingFor(view, session);
  if (brief && waits) return <span>{waits}</span>;
  if (brief) return <span class="digits">{time}</span>;
  return (
    <Line class="desk-clock">
      <b>{phaseName(planned(view) ?? { kind })}</b>
      {view.paused ? (
        <span class="digits">{t("desk-paused-for", { time: clock(session.now() - (view.paused_since ?? now)) })}</span>
      ) : waits ? (
        <span class="desk-waits">{waits}</span>
      ) : over ? (
        <span class="desk-over digits">{t("desk-over-by", { planned: whole, time: clock(now - ends_at) })}</span>
      ) : (
        <span class="digits">{time}</span>
      )}
    </Line>
  );
}

/** Whom the clock stands still for; "" while it runs. */
function waitingFor(view: CircleView, session: Pick<Session, "nameOf" | "you">): string {
  if (view.paused_at === null || view.waits_for.length === 0) return "";
  if (view.waits_for.includes("no_leader")) return leadsHere(view, session.you.value?.seat) ? "" : t("desk-waiting-leader");
  const seat = view.waits_for.includes("presenter") ? view.case.presenter : view.turn?.seat;
  return seat == null ? "" : t("desk-waiting-for", { name: session.nameOf(seat) });
}
