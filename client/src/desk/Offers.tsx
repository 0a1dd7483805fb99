/** The cases offered, in the order in which they came, and the choice of who presents. */
import { planned, type CircleView, type SeatId } from "../protocol";
import { useParts } from "../room/parts";
import { t } from "../text";
import { Ask } from "./Accidents";
import { LinkNote } from "./CircleRows";
import { keyed } from "./keys";
import { on } from "./on";
import { Presented } from "./Presented";
import { SaidAloud } from "./SaidAloud";

export function Offers({ view }: { view: CircleView }) {
  const { session, asking } = useParts();
  const phase = planned(view);
  if (!phase?.offers) return null;
  if (phase.chosen_by === "group") return <Choice view={view} />;
  const about = view.case.number;
  const { presenter } = view.case;
  const first = view.offers.find((seat) => seat !== presenter);
  // Whoever was chosen for what they said aloud stands here as well.
  const shown = presenter === null || view.offers.includes(presenter) ? view.offers : [...view.offers, presenter];
  const least = presentedLeast(view, (seat) => session.presentedEarlier(seat));
  return (
    <section class="offers">
      <h2>{t("desk-offers")}</h2>
      {least.length > 0 && <p class="desk-soft" data-favour>{t("desk-favour-least")}</p>}
      {shown.length === 0 && <p class="desk-soft">{t("desk-offers-none")}</p>}
      <ul class="rows">
        {shown.map((seat) => (
          <li key={seat} data-offer={seat}>
            <span class="row-name">
              {session.nameOf(seat)}
              <LinkNote seat={seat} view={view} muted />
              <Presented seat={seat} view={view} least={least.includes(seat)} />
            </span>
            {presenter === seat ? (
              <span class="row-now">{t("desk-chosen")}</span>
            ) : (
              <button class="small on" data-act="choose" aria-label={on("choose", session, seat)} {...(seat === first ? keyed("cases") : {})} onClick={() => void asking.ask("choose_presenter", { about, seat, seen: presenter ?? 0 })}>
                {t("desk-choose")}
              </button>
            )}
          </li>
        ))}
      </ul>
      <SaidAloud view={view} />
    </section>
  );
}

/** Of those who offer a case, who has presented least, if not all alike: a hint, no order. Whoever joined without the
    roster has no number: then it is not known. */
function presentedLeast(view: CircleView, earlier: (seat: SeatId) => number | undefined): SeatId[] {
  const known = new Set(view.offers.map((seat) => earlier(seat) === undefined)).size === 1;
  const times = view.offers.map((seat) => (view.presented?.[seat] ?? 0) + (earlier(seat) ?? 0));
  const fewest = Math.min(...times);
  return known && Math.max(...times) > fewest ? view.offers.filter((_, index) => times[index] === fewest) : [];
}

/** Where the group chooses: how many have named somebody, and never whom. */
function Choice({ view }: { view: CircleView }) {
  const { session } = useParts();
  const { presenter, number } = view.case;
  return (
    <section class="offers">
      <h2>{t("desk-choice")}</h2>
      <p class="desk-soft">{t("desk-choice-named", { count: view.named ?? 0 })}</p>
      {presenter !== null && <p class="row-now">{t("desk-choice-chosen", { name: session.nameOf(presenter) })}</p>}
      {presenter === null && <Ask type="close_choice" fields={{ about: number }} label="desk-choice-close" by="close-choice" />}
    </section>
  );
}
