/** What a button in somebody's row does and to whom, for whoever hears the buttons alone; it begins with the word that is seen. */
import type { SeatId } from "../protocol";
import type { Session } from "../session";
import { t } from "../text";

export function on(act: "admit" | "refuse" | "choose" | "lower" | "grant" | "rename" | "free" | "remove", session: Pick<Session, "nameOf">, seat: SeatId): string {
  return t("desk-on", { act, name: session.nameOf(seat) || t("room-seat", { number: seat }) });
}
