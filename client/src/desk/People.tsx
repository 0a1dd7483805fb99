// The circle in rows: a silent person and a dead link never look alike.
import type { Session } from "../session";
import { chairs } from "../seats";
import { clock, t } from "../text";
import { removing } from "./Arrivals";

function state(session: Session, seat: number): { text: string; weak: boolean } {
  const fact = session.view.value.seats?.[String(seat)];
  const link = session.facts.value?.links?.[String(seat)];
  if (fact?.link === "down") return { text: t("person-down"), weak: true };
  if (link?.voice) return { text: t("person-speaks"), weak: false };
  if (link?.silent_ms == null) return { text: t("person-not-heard"), weak: false };
  return { text: t("person-silent", { time: clock(link.silent_ms) }), weak: false };
}

export function People({ session }: { session: Session }) {
  const view = session.view.value;
  return (
    <section>
      <h2>{t("desk-circle")}</h2>
      <ul>
        {chairs(view).map((seat) => {
          const role = session.roleOf(seat);
          const { text, weak } = state(session, seat);
          const own = seat === session.you.value.seat;
          return (
            <li key={seat} class="row">
              <span>{session.nameOf(seat) || t("seat-number", { seat })}<i class={weak ? "weak" : ""}>{own ? t("seat-you") : text}</i></span>
              {!own && role !== "leader" && <button class="small" onClick={() => { removing.value = seat; }}>{t("desk-remove")}</button>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
