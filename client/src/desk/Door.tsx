/** Who waits to be let in, and who of the group has not come yet. */
import { useSignal } from "@preact/signals";
import type { CircleView, SeatId } from "../protocol";
import { useParts } from "../room/parts";
import { t } from "../text";
import { looksWhole } from "../naming";
import { waitingIn } from "../seats";
import { InFold } from "./InFold";
import { keyed } from "./keys";
import { membersIn } from "./next";
import { on } from "./on";

export function Door({ view }: { view: CircleView }) {
  const { session, asking } = useParts();
  const turnedAway = useSignal<SeatId | null>(null);
  const stay = (): void => void (turnedAway.value = null);
  const waiting = waitingIn(view);
  const admitAll = async (): Promise<void> => {
    for (const seat of waiting) if (!(await asking.ask("admit", { seat }))) return;
  };
  return (
    <>
      <section class="door" hidden={waiting.length === 0}>
        <h2>{t("desk-waiting")}</h2>
        {waiting.length > 1 && (
          <button class="wide" data-act="admit-all" {...keyed("admit")} onClick={() => void admitAll()}>
            {t("desk-admit-all", { count: waiting.length })}
          </button>
        )}
        <ul class="rows">
          {waiting.map((seat) => (
            <li key={seat} data-waiting={seat}>
              <span class="row-name">{session.nameOf(seat) || t("room-seat", { number: seat })}{view.seats[seat]?.role === "observer" && <small>{t("room-role-observer")}</small>}{looksWhole(session.nameOf(seat)) && <small>{t("desk-name-whole")}</small>}</span>
              <button class="small quiet" data-act="refuse" aria-label={on("refuse", session, seat)} onClick={() => (turnedAway.value = seat)}>{t("desk-turn-away")}</button>
              <button class="small on" data-act="admit" aria-label={on("admit", session, seat)} {...(waiting.length === 1 ? keyed("admit") : {})} onClick={() => void asking.ask("admit", { seat })}>{t("desk-admit")}</button>
            </li>
          ))}
        </ul>
      </section>
      <InFold open={turnedAway.value !== null} onClose={stay} draw={({ RemoveDialog }) => <RemoveDialog seat={turnedAway.value} asks="desk-turn-away" onClose={stay} />} />
    </>
  );
}

/** Before the beginning; from then on it stands where what goes wrong does. */
export function Few({ view }: { view: CircleView }) {
  const { quorum } = view;
  if (view.phase !== null || !membersIn(view) || !quorum || quorum.present >= quorum.needed) return null;
  return <p class="desk-soft" data-quorum><FewWords view={view} quorum={quorum} /></p>;
}

/** Whether there is anybody to wait for is known where somebody had said that they cannot come. */
export function FewWords({ view, quorum: { present, needed } }: { view: CircleView; quorum: { present: number; needed: number } }) {
  const { awaited, declined } = useParts().session.expected.value;
  const comes = Object.values(view.seats).some(({ standing, link }) => standing === "waiting" || (standing === "seated" && link !== "up"));
  const last = declined.length > 0 && awaited.length === 0 && !comes;
  return <>{t("desk-quorum", { present, needed })} {last && `${t("desk-quorum-last")} `}{t("desk-quorum-why")}</>;
}

/** While people arrive: nobody has to count them. Who cannot come is not waited for, nor who does not know of it. */
export function Awaited({ view }: { view: CircleView }) {
  const { awaited, declined, uninvited } = useParts().session.expected.value;
  if (view.phase !== null && view.phase.index > 0) return null;
  return (
    <>
      {awaited.length > 0 && <p class="desk-soft" data-awaited>{t("desk-awaited", { names: awaited.join(", ") })}</p>}
      {declined.length > 0 && <p class="desk-soft" data-declined>{t("desk-declined", { names: declined.join(", ") })}</p>}
      {uninvited.length > 0 && <p class="desk-soft" data-uninvited>{t("desk-uninvited", { names: uninvited.join(", ") })}</p>}
    </>
  );
}
