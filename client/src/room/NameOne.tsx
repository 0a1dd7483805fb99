/** The group chooses whose story it takes: each names one, changes their mind as they like, and no tally is shown. */
import { useSignal } from "@preact/signals";
import type { CircleView, SeatId } from "../protocol";
import { useAtRest } from "../desk/rest";
import { seatedIn } from "../seats";
import { t } from "../text";
import { Dialog } from "./Dialog";
import { useParts } from "./parts";

export function NameOne({ view }: { view: CircleView }) {
  const { session, asking } = useParts();
  const open = useSignal(false);
  const cut = useAtRest();
  /** The page remembers whom it named, and in which case; the server tells nobody. */
  const named = useSignal<{ about: number; seat: SeatId } | null>(null);
  const about = view.case.number;
  const chosen = named.value?.about === about ? named.value.seat : null;
  const choose = async (seat: SeatId): Promise<void> => {
    if (!(await asking.ask("name_one", { about, seat }))) return;
    named.value = { about, seat };
    open.value = false;
  };
  const members = seatedIn(view).filter((seat) => view.seats[seat]?.role === "member");
  return (
    <>
      <button class={chosen === null ? "main" : ""} data-own-step="name_one" aria-disabled={cut} onClick={() => (open.value = !cut)}>
        {chosen === null ? t("room-name-one") : t("room-named", { name: session.nameOf(chosen) })}
      </button>
      <Dialog open={open.value} title={t("room-name-one-title")} onClose={() => (open.value = false)}>
        <p>{t("room-name-one-text")}</p>
        <div class="choices">
          {members.map((seat) => (
            <button key={seat} class={seat === chosen ? "on" : ""} aria-pressed={seat === chosen} data-name-one={seat} onClick={() => void choose(seat)}>
              {seat === session.you.value?.seat ? t("room-name-myself") : session.nameOf(seat)}
            </button>
          ))}
          <button class="quiet" onClick={() => (open.value = false)}>{t("room-close")}</button>
        </div>
      </Dialog>
    </>
  );
}
