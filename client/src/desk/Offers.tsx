import type { Session } from "../session";
import { t } from "../text";

export function Offers({ session }: { session: Session }) {
  const view = session.view.value;
  if (view.phase?.kind !== "case_call") return null;
  const about = view.case?.number ?? 0;
  return (
    <section>
      <h2>{t("desk-offers")}</h2>
      {view.offers?.length ? (
        <ul>
          {view.offers.map((seat) => {
            const chosen = view.case?.presenter === seat;
            return (
              <li key={seat} class="row">
                <span>{session.nameOf(seat) || t("seat-number", { seat })}</span>
                <button class={`small${chosen ? " on" : ""}`} disabled={chosen} onClick={() => void session.command("choose_presenter", { about, seat })}>
                  {t(chosen ? "desk-chosen" : "desk-choose")}
                </button>
              </li>
            );
          })}
        </ul>
      ) : <p class="why">{t("desk-no-offers")}</p>}
    </section>
  );
}
