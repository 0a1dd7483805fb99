/** Who is said to be returning after a cut that took many, or the last leader. Pure; the server says until when. */
import { isLeading, leadersAlone, type CircleView, type SeatId } from "./protocol";
import { seatedIn } from "./seats";

export function isReturning(view: CircleView, seat: SeatId, now: number): boolean {
  const { link, returns_until } = view.seats[seat] ?? {};
  return link === "down" && returns_until !== undefined && now < returns_until;
}

/** `everyone`: several, and half of the others at least, which are the leaders alone once the circle has closed; `leader`: whom
    nobody else can lead without. Of fewer each seat says it. */
export function returning(view: CircleView, own: SeatId | undefined, now: number): "everyone" | "leader" | null {
  const awaited = (seat: SeatId): boolean => !leadersAlone(view) || isLeading(view.seats[seat]?.role ?? "member");
  const others = seatedIn(view).filter((seat) => seat !== own && awaited(seat));
  const back = others.filter((seat) => isReturning(view, seat, now));
  if (back.length > 1 && 2 * back.length >= others.length) return "everyone";
  const leads = back.some((seat) => isLeading(view.seats[seat]?.role ?? "member"));
  return leads && view.waits_for.includes("no_leader") ? "leader" : null;
}
