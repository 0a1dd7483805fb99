/** Who is said to be returning after a cut that took many, or the last leader, until when the server says; and who may go for a
    moment. Pure. */
import { isCircle, isLeading, leadersAlone, pushedBack, type CircleView, type SeatId, type SeatView, type View } from "./protocol";
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

/** Whether a leader is there who could read a word. Once the circle has closed, one who has only stepped out is: the words reach
    them, and the meeting does not end. */
export function isLed(view: View): boolean {
  if (!isCircle(view)) return view.led === true;
  const here = leadersIn(view).filter(({ link }) => link !== "down");
  if (leadersAlone(view) && here.some(({ stepped_out }) => stepped_out)) return true;
  if (isUnled(view)) return false;
  return view.stage === "running" || here.length > 0;
}

/** Whether every leader who is there has stepped out. One whose link is down is there without sound, unless nobody leads. */
export function leadersOut(view: CircleView): boolean {
  return leadersIn(view).every(({ link, stepped_out }) => stepped_out || (link === "down" && isUnled(view)));
}

function leadersIn(view: CircleView): SeatView[] {
  return Object.values(view.seats).filter(({ role, standing }) => isLeading(role) && standing === "seated");
}

function isUnled({ lead, waits_for }: CircleView): boolean {
  return lead === null || waits_for.includes("no_leader");
}

/** A leader's own page is read by a leader who is there: until the server knows it, for a moment after a reload, nobody tells them
    that none is. */
export function leadsHere(view: CircleView, own: SeatId | undefined): boolean {
  const { role = "member", standing, stepped_out } = view.seats[own ?? 0] ?? {};
  return isLeading(role) && standing === "seated" && stepped_out !== true;
}

/** Without a leader: in how many seconds whoever has pushed back is heard with the others; null where nobody will be. */
export function heardIn(view: CircleView, now: number): number | null {
  const { suspends_at } = view;
  return suspends_at === null || suspends_at <= now || pushedBack(view) === null ? null : Math.ceil((suspends_at - now) / 1000);
}

/** While the clocks run somebody stays to lead: whoever does, and the last leader who is there, as long as the lead of one who is
    missed has not passed yet. */
export function mayStepOut(view: CircleView, own: SeatId | undefined): boolean {
  if (view.paused || view.stage === "gathering") return true;
  const leads = isLeading(view.seats[own ?? 0]?.role ?? "member");
  return view.lead !== own && (!leads || otherLeader(view, own) !== undefined);
}

/** Another leader who is there. */
export function otherLeader(view: CircleView, own: SeatId | undefined): SeatId | undefined {
  return seatedIn(view).find((seat) => {
    const { role, link, stepped_out } = view.seats[seat] ?? {};
    return seat !== own && isLeading(role ?? "member") && link === "up" && !stepped_out;
  });
}
