/** Two circles: who sits where, and the exchange of places. */
import { useSignal } from "@preact/signals";
import type { CircleView, SeatId } from "../protocol";
import { Dialog } from "../room/Dialog";
import { useParts } from "../room/parts";
import { seatedIn } from "../seats";
import { t } from "../text";
import { Ask } from "./Accidents";
import { keyed } from "./keys";

export function Places({ view }: { view: CircleView }) {
  const members = seatedIn(view).filter((seat) => view.seats[seat]?.role === "member");
  const outer = members.filter((seat) => view.seats[seat]?.circle === "outer");
  const works = members.filter((seat) => view.seats[seat]?.circle === "inner");
  const inner = works.filter((seat) => seat !== view.case.presenter); // who may be moved
  if (outer.length + inner.length === 0) return null;
  return (
    <section class="places">
      <h2>{t("desk-places")}</h2>
      <details open={view.phase?.kind === "seating"}>
        <summary {...keyed("places")}>{t("desk-outer-count", { count: outer.length })}</summary>
        <ul class="rows">{outer.map((seat) => <ToInner key={seat} seat={seat} inner={inner} view={view} />)}</ul>
      </details>
      <details>
        <summary>{t("desk-inner-count", { count: works.length })}</summary>
        <ul class="rows">{inner.map((seat) => <ToOuter key={seat} seat={seat} />)}</ul>
      </details>
    </section>
  );
}

function ToOuter({ seat }: { seat: SeatId }) {
  const { session } = useParts();
  return (
    <li data-inner={seat}>
      <span class="row-name">{session.nameOf(seat)}</span>
      <Ask type="move_seat" fields={{ seat, circle: "outer" }} label="desk-to-outer" />
    </li>
  );
}

/** The empty chair, or somebody's who gives it up. While the circles are seated one press takes an empty chair, as long as there is one. */
function ToInner({ seat, inner, view }: { seat: SeatId; inner: SeatId[]; view: CircleView }) {
  const { session, asking } = useParts();
  const open = useSignal(false);
  const seating = view.phase?.kind === "seating";
  const name = session.nameOf(seat);
  const move = async (instead_of?: SeatId): Promise<void> => {
    const place = instead_of === undefined ? {} : { instead_of };
    open.value = !(await asking.ask("move_seat", { seat, circle: "inner", ...place }));
  };
  return (
    <li data-outer={seat}>
      <span class="row-name">{name}{view.hands.includes(seat) && <small>{t("desk-hand-up")}</small>}</span>
      <button class="small" data-act="to-inner" onClick={() => (seating ? void move() : (open.value = true))}>{t(seating ? "desk-to-inner-now" : "desk-to-inner")}</button>
      <Dialog open={open.value} title={t("desk-to-inner-title", { name })} onClose={() => (open.value = false)}>
        <div class="choices">
          <button class="main" data-act="empty-chair" onClick={() => void move()}>{t("desk-empty-chair")}</button>
          {inner.map((other) => <button key={other} data-instead-of={other} onClick={() => void move(other)}>{t("desk-instead-of", { name: session.nameOf(other) })}</button>)}
          <button class="quiet" onClick={() => (open.value = false)}>{t("room-close")}</button>
        </div>
      </Dialog>
    </li>
  );
}
