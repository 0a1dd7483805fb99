/** The exact time of the phase, for leaders. Time informs; running over is said quietly. */
import type { CircleView } from "../protocol";
import { useParts } from "../room/parts";
import { tick } from "../room/tick";
import { t } from "../text";
import { clock } from "./duration";

export function PhaseClock({ view, brief = false }: { view: CircleView; brief?: boolean }) {
  const { session } = useParts();
  void tick.value;
  if (view.phase === null) return brief ? null : <p class="desk-clock"><b>{t("room-gathering")}</b></p>;
  const { began_at, ends_at, kind } = view.phase;
  const now = session.phaseNow();
  const over = ends_at !== null && now > ends_at;
  const passed = clock(now - began_at);
  const time = ends_at === null ? passed : t("desk-time-of", { passed, planned: clock(ends_at - began_at) });
  if (brief) return <span class="digits">{time}</span>;
  return (
    <p class="desk-clock">
      <b>{t(`phase-${kind}`)}</b>
      <span class="digits">{time}</span>
      {view.paused && <span class="desk-soft">{t("desk-paused-for", { time: clock(session.now() - (view.paused_at ?? now)) })}</span>}
      {over && !view.paused && <span class="desk-over digits">{t("desk-over-by", { time: clock(now - ends_at) })}</span>}
    </p>
  );
}
