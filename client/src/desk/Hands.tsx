// Raised hands in their order, and whose turn it is.
import type { Session } from "../session";
import { clock, t } from "../text";
import { useNow } from "./Plan";

export function Hands({ session }: { session: Session }) {
  const view = session.view.value;
  const now = useNow(session);
  const about = view.phase?.entry ?? 0;
  const turn = view.turn;
  const takesTurns = ["open", "queue", "asker_and_presenter"].includes(view.floor?.kind ?? "");
  if (!turn && !view.hands?.length) return null;
  const over = turn?.ends_at != null && now > turn.ends_at;
  return (
    <section>
      <h2>{t("desk-hands")}</h2>
      <ul>
        {turn && (
          <li class="row">
            <span>{session.nameOf(turn.seat)}<i class={over ? "weak" : ""}>{t("desk-has-turn", { spent: clock(now - (turn.began_at ?? now)) })}</i></span>
            <button class="small" onClick={() => void session.command("end_turn", { about: turn.number })}>{t("desk-end-turn")}</button>
          </li>
        )}
        {(view.hands ?? []).map((seat, index) => (
          <li key={seat} class="row">
            <span>{index + 1} · {session.nameOf(seat)}</span>
            <span class="acts">
              <button class="small" onClick={() => void session.command("lower_hand", { seat })}>{t("desk-lower")}</button>
              {takesTurns && <button class="small on" onClick={() => void session.command("grant_turn", { about, seat })}>{t("desk-grant")}</button>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
