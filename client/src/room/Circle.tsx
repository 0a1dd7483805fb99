/** The circle: everybody's seat in the same place on every page, and what the group is doing in the middle. */
import { isLeading, leadersAlone, type CircleView } from "../protocol";
import { circlePlaces, RADIUS_PCT, WIDE_RADIUS_PCT } from "../seats";
import { t } from "../text";
import { Centre } from "./Centre";
import { useParts } from "./parts";
import { Seat } from "./Seat";
import "./Circle.css";

/** From so many on there is no room between the faces for more than a name. */
const CLOSE = 10;

export function Circle({ view }: { view: CircleView }) {
  const { session } = useParts();
  const places = circlePlaces(view);
  const alone = leadersAlone(view) && !session.out.value; // who is shown aside is there
  const measures = { "--size": Math.max(0, ...places.map(({ size_pct }) => size_pct)), "--radius-pct": RADIUS_PCT, "--wide-size": Math.max(0, ...places.map(({ wide }) => wide.size_pct)), "--wide-radius-pct": WIDE_RADIUS_PCT };
  return (
    <div class="circle-area">
      <div class={["circle", view.paused && "circle-paused", places.length > CLOSE && "circle-close"].filter(Boolean).join(" ")} style={measures}>
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
