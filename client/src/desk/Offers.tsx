/** The cases offered, in the order in which they came, and the choice of who presents. */
import { planned, type CircleView } from "../protocol";
import { useParts } from "../room/parts";
import { t } from "../text";

export function Offers({ view }: { view: CircleView }) {
  const { session, asking } = useParts();
  if (!planned(view)?.offers) return null;
  const about = view.case.number;
  return (
    <section class="offers">
      <h2>{t("desk-offers")}</h2>
      {view.offers.length === 0 && <p class="desk-soft">{t("desk-offers-none")}</p>}
      <ul class="rows">
        {view.offers.map((seat) => (
          <li key={seat} data-offer={seat}>
            <span class="row-name">{session.nameOf(seat)}</span>
            {view.case.presenter === seat ? (
              <span class="row-now">{t("desk-chosen")}</span>
            ) : (
              <button class="small on" data-act="choose" onClick={() => void asking.ask("choose_presenter", { about, seat })}>
                {t("desk-choose")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
