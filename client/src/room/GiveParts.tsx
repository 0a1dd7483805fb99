/** The casting: whoever presents, or a leader for them, invites people to parts; the invited answer for themselves. */
import { useSignal } from "@preact/signals";
import { keyed } from "../desk/keys";
import { useAtRest } from "../desk/rest";
import { isLeading, type CircleView, type Part, type SeatId } from "../protocol";
import { seatedIn } from "../seats";
import { t } from "../text";
import { Dialog } from "./Dialog";
import { useParts } from "./parts";
import { Plate } from "./Plate";

const GIVEN: readonly Part[] = ["auxiliary", "double"];

export function GiveParts({ view, small = false }: { view: CircleView; small?: boolean }) {
  const open = useSignal(false);
  const cut = useAtRest();
  const may = (seat: SeatId): boolean => !isLeading(view.seats[seat]?.role ?? "member") && seat !== view.case.presenter;
  return (
    <>
      <button class={small ? "small" : "main"} data-act="give-parts" {...(small ? keyed("parts") : {})} aria-disabled={cut} onClick={() => (open.value = !cut)}>{t("room-parts-give")}</button>
      <Dialog open={open.value} title={t("room-parts-title")} onClose={() => (open.value = false)}>
        <p>{t("room-parts-text")}</p>
        <ul class="rows">{seatedIn(view).filter(may).map((seat) => <Invitation key={seat} seat={seat} view={view} />)}</ul>
        <div class="choices"><button class="main" onClick={() => (open.value = false)}>{t("room-close")}</button></div>
      </Dialog>
    </>
  );
}

function Invitation({ seat, view }: { seat: SeatId; view: CircleView }) {
  const { session, asking } = useParts();
  const about = view.phase?.entry ?? 0;
  const [plays, invited] = [view.scene?.cast[seat], view.scene?.invited[seat]];
  return (
    <li data-invite={seat}>
      <span class="row-name">
        {session.nameOf(seat)}
        {plays && <small>{t(`room-part-${plays.part}`)}</small>}
        {invited && <small>{t("room-part-invited", { part: t(`room-part-${invited}`) })}</small>}
      </span>
      {plays
        ? <Plate seat={seat} part={plays.number} />
        : GIVEN.map((part) => (
            <button key={part} class="small" data-part={part} disabled={invited === part} onClick={() => void asking.ask("invite_to_part", { about, seat, part })}>
              {t(`room-part-${part}`)}
            </button>
          ))}
    </li>
  );
}
