/** Whose floor it is: the switch "one at a time", the turn with its exact time, raised hands in their order. The switch
    is first, so that no hand that goes up moves it away under a finger. */
import { planned, type CircleView, type SeatId } from "../protocol";
import { handOf } from "../seats";
import { useParts } from "../room/parts";
import { tick } from "../room/tick";
import { t } from "../text";
import { clock } from "./duration";
import { LinkNote } from "./CircleRows";
import { Round } from "./Round";
import { keyed } from "./keys";
import { on } from "./on";
import { settling, useSettled } from "./press";
import { floorIsSet, oneAtATime, takesTurns } from "./next";

export function Floor({ view }: { view: CircleView }) {
  if (view.phase === null || view.phase.within === "leaders") return null;
  return (
    <section class="floor">
      <h2>{t("desk-floor")}</h2>
      <GateSwitch view={view} />
      <Turn view={view} />
      <Round view={view} />
      <Hands view={view} />
    </section>
  );
}

function Turn({ view }: { view: CircleView }) {
  const { session, asking } = useParts();
  void tick.value;
  const { turn } = view;
  // It comes to stand where the first hand's "give the turn" was.
  const settled = useSettled(turn?.number ?? 0);
  if (turn === null) return null;
  const now = session.phaseNow();
  const time = turn.began_at === undefined ? "" : clock(now - turn.began_at);
  const limited = turn.began_at !== undefined && turn.ends_at;
  return (
    <div class="row turn" data-turn={turn.number}>
      <span class="row-name">
        {t("desk-turn-of", { name: session.nameOf(turn.seat) })}
        <small class={turn.limit_reached ? "digits row-look" : "digits"}>
          {limited ? t("desk-time-of", { passed: time, planned: clock(limited - (turn.began_at ?? 0)) }) : time}
        </small>
        <LinkNote seat={turn.seat} view={view} />
      </span>
      <button class="small" data-act="end-turn" {...keyed("end-turn")} {...settling(settled, () => void asking.ask("end_turn", { about: turn.number }))}>{t("desk-turn-end")}</button>
    </div>
  );
}

function Hands({ view }: { view: CircleView }) {
  if (view.hands.length === 0) return <p class="desk-soft">{t("desk-hands-none")}</p>;
  // Of two circles first the hands of that which is heard, each counted as on the tiles.
  const later = (seat: SeatId): number => (isHeardHere(view, seat) ? 0 : 1);
  const hands = [...view.hands].sort((a, b) => later(a) - later(b));
  return <ol class="rows">{hands.map((seat, index) => <Hand key={seat} seat={seat} place={handOf(view, seat)} view={view} first={index === 0} />)}</ol>;
}

function Hand({ seat, place, view, first }: { seat: SeatId; place: number; view: CircleView; first: boolean }) {
  const { session, asking } = useParts();
  const about = view.phase?.entry ?? 0;
  return (
    <li data-hand={seat}>
      <span class="row-name">
        {t("desk-hand", { place, name: session.nameOf(seat) })}
        <LinkNote seat={seat} view={view} muted />
        {view.hint === seat && isHeardHere(view, seat) && <small>{t("desk-hint")}</small>}
        {view.seats[seat]?.circle !== undefined && <small>{t(`room-${view.seats[seat].circle}`)}</small>}
      </span>
      <button class="small quiet" data-act="lower" aria-label={on("lower", session, seat)} {...(first ? keyed("lower-hand") : {})} onClick={() => void asking.ask("lower_hand", { seat })}>{t("desk-hand-lower")}</button>
      {takesTurns(view) && isHeardHere(view, seat) && (
        <button class="small on" data-act="grant" aria-label={on("grant", session, seat)} {...(first ? keyed("give-turn") : {})} onClick={() => void asking.ask("grant_turn", { about, seat, seen: view.turn?.number ?? 0 })}>{t("desk-grant")}</button>
      )}
    </li>
  );
}

/** Of two circles only the one that is heard in this phase takes turns in it. */
function isHeardHere(view: CircleView, seat: SeatId): boolean {
  const { circle } = view.seats[seat] ?? {};
  return circle === undefined || (planned(view)?.heard === "outer") === (circle === "outer");
}

/** In a scene and in an outer circle's turn it is not the gate that keeps the others silent, and no switch lets them speak. */
function gateText(view: CircleView): string {
  const heard = planned(view)?.heard ?? "circle";
  if (heard !== "circle") return `desk-gate-${heard}`;
  if (view.floor.gate === "hard") return `desk-gate-hard-${view.floor.kind}`;
  const members = Object.values(view.seats).filter(({ role }) => role === "member");
  if (!members.some(({ circle }) => circle === "outer")) return "desk-gate-soft";
  return members.some(({ circle }) => circle === "inner") ? "desk-gate-soft-inner" : "desk-gate-soft-nobody";
}

function GateSwitch({ view }: { view: CircleView }) {
  const { asking } = useParts();
  const on = view.floor.gate === "hard";
  const about = view.phase?.entry ?? 0;
  return (
    <button
      class="gate"
      role="switch"
      aria-checked={on}
      {...keyed("one-at-a-time")}
      onClick={() => void asking.ask("set_floor", { about, ...oneAtATime(view, !on) })}
    >
      <span>
        {t("desk-one-at-a-time")}
        <small>{t(gateText(view))} {floorIsSet(view) && t("desk-gate-phase")}</small>
      </span>
      <i aria-hidden="true" />
    </button>
  );
}
