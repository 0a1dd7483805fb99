/** The cases offered, in the order in which they came, and the choice of who presents. */
import { planned, type CircleView, type SeatId } from "../protocol";
import { useParts } from "../room/parts";
import { t } from "../text";
import { Ask } from "./Accidents";
import { LinkNote } from "./CircleRows";
import { keyed } from "./keys";

export function Offers({ view }: { view: CircleView }) {
  const { session, asking } = useParts();
  const phase = planned(view);
  if (!phase?.offers) return null;
  if (phase.chosen_by === "group") return <Choice view={view} />;
  const about = view.case.number;
  const first = view.offers.find((seat) => seat !== view.case.presenter);
  const least = presentedLeast(view, (seat) => session.presentedEarlier(seat));
  return (
    <section class="offers">
      <h2>{t("desk-offers")}</h2>
      {least.length > 0 && <p class="desk-soft" data-favour>{t("desk-favour-least")}</p>}
      {view.offers.length === 0 && <p class="desk-soft">{t("desk-offers-none")}</p>}
      <ul class="rows">
        {view.offers.map((seat) => (
          <li key={seat} data-offer={seat}>
            <span class="row-name">
              {session.nameOf(seat)}
              <LinkNote seat={seat} view={view} />
              <Presented seat={seat} view={view} least={least.includes(seat)} />
            </span>
            {view.case.presenter === seat ? (
              <span class="row-now">{t("desk-chosen")}</span>
            ) : (
              <button class="small on" data-act="choose" {...(seat === first ? keyed("cases") : {})} onClick={() => void asking.ask("choose_presenter", { about, seat })}>
                {t("desk-choose")}
              </button>
            )}
          </li>
        ))}
      </ul>
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

/** How often somebody has presented, and whether others who offer a case have more often. */
function Presented({ seat, view, least }: { seat: SeatId; view: CircleView; least: boolean }) {
  const { session } = useParts();
  const today = view.presented?.[seat] ?? 0;
  const earlier = session.presentedEarlier(seat);
  return (
    <>
      {today > 0 && <small>{t("desk-presented", { count: today })}</small>}
      {earlier !== undefined && <small>{t("desk-presented-earlier", { count: earlier })}</small>}
      {least && <small>{t("desk-presented-least")}</small>}
    </>
  );
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
