/** Ending is for everyone and for good, so it is asked. In the last phase it is the next step, and not offered twice. */
import type { CircleView, SeatId } from "../protocol";
import { Confirm } from "../room/Confirm";
import { useParts } from "../room/parts";
import { waitingIn } from "../seats";
import { t } from "../text";

export function EndSession({ view, asking: open, onAsk, isNext }: { view: CircleView; asking: boolean; onAsk: (open: boolean) => void; isNext: boolean }) {
  const { session, asking } = useParts();
  const calls = (view.words ?? []).filter(({ word }) => word !== "leave_early").map(({ seat }) => seat);
  const named = (seats: Iterable<SeatId>) => [...seats].map((seat) => session.nameOf(seat) || t("room-seat", { number: seat })).join(", ");
  const names = named(new Set([...calls, ...waitingIn(view)]));
  const end = async (): Promise<void> => {
    if (!(await asking.ask("end", {}))) onAsk(false);
  };
  return (
    <section class="end-session">
      {!isNext && <button class="small quiet" data-act="end" onClick={() => onAsk(true)}>{t("desk-end")}</button>}
      <Confirm open={open} asks="desk-end" also={[view.stage === "gathering" && t("desk-end-early"), view.private && t("desk-end-talk", { names: named(view.private.inside) }), names && t("desk-end-waiting", { names })].filter(Boolean).join(" ")} act="end-now" onClose={() => onAsk(false)} onYes={() => void end()} />
    </section>
  );
}
