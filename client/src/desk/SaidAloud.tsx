/** The second way to a case: somebody says it aloud and presses nothing, and the leader finds them here. */
import { useSignal } from "@preact/signals";
import type { CircleView, SeatId } from "../protocol";
import { Dialog } from "../room/Dialog";
import { useParts } from "../room/parts";
import { seatedIn } from "../seats";
import { t } from "../text";
import { LinkNote } from "./CircleRows";
import { keyed } from "./keys";
import { on } from "./on";
import { Presented } from "./Presented";

export function SaidAloud({ view }: { view: CircleView }) {
  const { session, asking } = useParts();
  const open = useSignal(false);
  const close = (): void => void (open.value = false);
  const may = (seat: SeatId): boolean =>
    view.seats[seat]?.role === "member" && !view.seats[seat]?.stepped_out && seat !== view.case.presenter && !view.offers.includes(seat);
  const members = seatedIn(view).filter(may);
  const choose = (seat: SeatId): void => {
    close();
    void asking.ask("choose_presenter", { about: view.case.number, seat, seen: view.case.presenter ?? 0 });
  };
  return (
    <>
      {members.length > 0 && <button class="small quiet" data-act="said-aloud" {...keyed("cases")} onClick={() => (open.value = true)}>{t("desk-said-aloud")}</button>}
      <Dialog open={open.value} title={t("desk-said-aloud-title")} onClose={close}>
        <p>{t("desk-said-aloud-text")}</p>
        <ul class="rows">
          {members.map((seat) => (
            <li key={seat} data-said={seat}>
              <span class="row-name">
                {session.nameOf(seat) || t("room-seat", { number: seat })}
                <LinkNote seat={seat} view={view} muted />
                <Presented seat={seat} view={view} />
              </span>
              <button class="small" data-act="choose" aria-label={on("choose", session, seat)} onClick={() => choose(seat)}>{t("desk-choose")}</button>
            </li>
          ))}
        </ul>
        <div class="choices"><button data-act="said-aloud-no" onClick={close}>{t("room-close")}</button></div>
      </Dialog>
    </>
  );
}
