/** The circle: everybody's seat in the same place on every page, and what the group is doing in the middle. */
import { isLeading, leadersAlone, type CircleView } from "../protocol";
import { circlePlaces, RADIUS_PCT } from "../seats";
import { t } from "../text";
import { Centre } from "./Centre";
import { Seat } from "./Seat";
import "./Circle.css";

export function Circle({ view }: { view: CircleView }) {
  const places = circlePlaces(view);
  const alone = leadersAlone(view);
  const size = places[0]?.size_pct ?? 0;
  return (
    <div class="circle-area">
      <div class={view.paused ? "circle circle-paused" : "circle"} style={{ "--size": size, "--radius-pct": RADIUS_PCT }}>
        <div class="circle-ring" />
        <Centre view={view} />
        <ul class="circle-seats" aria-label={t("room-circle")}>
          {places.map((place) => (
            <Seat key={place.seat} place={place} view={view} absent={alone && !isLeading(view.seats[place.seat]?.role ?? "member")} />
          ))}
        </ul>
      </div>
    </div>
  );
}
