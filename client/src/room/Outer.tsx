/** The outer circle: who hears and sees and is not heard. No pictures, but of whoever is given the floor there. */
import { planned, type CircleView, type SeatId } from "../protocol";
import { handOf, outerIn } from "../seats";
import { t } from "../text";
import { useParts } from "./parts";
import { Picture } from "./Picture";
import { HandSign, initials } from "./Seat";
import "./Outer.css";

export function Outer({ view }: { view: CircleView }) {
  const seats = outerIn(view);
  if (seats.length === 0) return null;
  const turn = view.turn && seats.includes(view.turn.seat) && !view.seats[view.turn.seat]?.stepped_out ? view.turn.seat : null;
  return (
    <section class={view.plan.some(({ heard }) => heard === "outer") ? "outer outer-floored" : "outer"}>
      <header>
        <h2>{t("room-outer-count", { count: seats.length })}</h2>
        {planned(view)?.heard === "outer" && <div class="outer-floor">{turn !== null && <Speaker seat={turn} />}</div>}
      </header>
      <ul>{seats.map((seat) => <Chair key={seat} seat={seat} view={view} />)}</ul>
    </section>
  );
}

/** Whoever has the floor there, with a picture, in a place that is kept for it: nothing moves when the turn goes on. */
function Speaker({ seat }: { seat: SeatId }) {
  const { session, media } = useParts();
  const own = seat === session.you.value?.seat;
  const name = session.nameOf(seat) || t("room-seat", { number: seat });
  const stream = own ? null : (media.slots.value.get(seat)?.video ?? null);
  return (
    <p aria-hidden="true">
      <span class="chair-round">{initials(name)}{stream && <Picture seat={seat} stream={stream} mirrored={false} />}</span>
      <span class="chair-name">{own ? t("room-you") : name}</span>
    </p>
  );
}

function Chair({ seat, view }: { seat: SeatId; view: CircleView }) {
  const { session } = useParts();
  const own = seat === session.you.value?.seat;
  const name = session.nameOf(seat) || t("room-seat", { number: seat });
  const floor = view.turn?.seat === seat;
  const out = view.seats[seat]?.stepped_out === true;
  const down = view.seats[seat]?.link === "down";
  const hand = handOf(view, seat);
  const classes = ["chair", floor && "chair-floor", (down || out) && "chair-down", own && "chair-own"];
  return (
    <li class={classes.filter(Boolean).join(" ")} data-seat={seat}>
      {hand > 0
        ? <span class="chair-round chair-hand"><HandSign />{hand}<span class="hidden">{t("room-seat-hand", { place: hand })}</span></span>
        : <span class="chair-round" aria-hidden="true">{initials(name)}</span>}
      <span class="chair-name">{own ? t("room-you") : name}</span>
      {out ? <span class="chair-out">{t("room-stepped-out")}</span> : down && <span class="chair-lost">{t("room-link-lost")}</span>}
      {floor && <span class="hidden">{t("room-seat-floor")}</span>}
    </li>
  );
}
