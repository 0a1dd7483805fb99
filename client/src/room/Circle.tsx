// The circle: the same chairs in the same places for everyone. Hands and speaking are laid over it; nothing moves.
import { t } from "../text";
import { places } from "../seats";
import { Centre } from "./Centre";
import type { Place } from "./Room";
import { SeatView } from "./SeatView";

export function Circle({ place }: { place: Place }) {
  const { session } = place;
  const view = session.view.value;
  return (
    <div class="circle-box">
      <div class="circle" role="group" aria-label={t("room-circle")}>
        <div class="ring" />
        <Centre session={session} />
        {places(view).map((spot) => <SeatView key={spot.seat} spot={spot} place={place} />)}
      </div>
    </div>
  );
}
