/** The outer circle: who hears and sees and is not heard. No pictures, but of whoever is given the floor there. */
import type { CircleView, SeatId } from "../protocol";
import { handOf, outerIn } from "../seats";
import { t } from "../text";
import { useParts } from "./parts";
import { Picture } from "./Picture";
import { initials } from "./Seat";
import "./Outer.css";

export function Outer({ view }: { view: CircleView }) {
  const seats = outerIn(view);
  if (seats.length === 0) return null;
  return (
    <section class="outer">
      <h2>{t("room-outer-count", { count: seats.length })}</h2>
      <ul>{seats.map((seat) => <Chair key={seat} seat={seat} view={view} />)}</ul>
    </section>
  );
}

function Chair({ seat, view }: { seat: SeatId; view: CircleView }) {
  const { session, media } = useParts();
  const own = seat === session.you.value?.seat;
  const name = session.nameOf(seat) || t("room-seat", { number: seat });
  const floor = view.turn?.seat === seat;
  const down = view.seats[seat]?.link === "down";
  const hand = handOf(view, seat);
  const stream = floor && !own ? (media.slots.value.get(seat)?.video ?? null) : null;
  const classes = ["chair", floor && "chair-floor", down && "chair-down", own && "chair-own"];
  return (
    <li class={classes.filter(Boolean).join(" ")} data-seat={seat}>
      <span class="chair-round" aria-hidden="true">{initials(name)}{stream && <Picture stream={stream} mirrored={false} />}</span>
      <span class="chair-name">{own ? t("room-you") : name}</span>
      {hand > 0 && <span class="chair-hand">{t("desk-hand-up")}</span>}
      {down && <span class="chair-hand">{t("room-link-lost")}</span>}
      {floor && <span class="hidden">{t("room-seat-floor")}</span>}
    </li>
  );
}
