/** The director's part of a scene: who plays what, role reversal, stop and go on. The director does not play. */
import { useSignal } from "@preact/signals";
import { isLeading, planned, type CircleView, type Part, type SeatId } from "../protocol";
import { Dialog } from "../room/Dialog";
import { GiveParts } from "../room/GiveParts";
import { useParts } from "../room/parts";
import { Plate } from "../room/Plate";
import { seatedIn } from "../seats";
import { t } from "../text";
import { Ask } from "./Accidents";
import { keyed } from "./keys";

export function Scene({ view }: { view: CircleView }) {
  const { scene } = view;
  const phase = planned(view);
  if (!scene || !phase || (!phase.casting && phase.heard !== "cast")) return null;
  const about = view.phase?.entry ?? 0;
  const cast = Object.keys(scene.cast).map(Number);
  const invited = Object.entries(scene.invited).map(([seat, part]) => ({ seat: Number(seat), part }));
  return (
    <section class="scene">
      <h2>{t("desk-scene")}</h2>
      {cast.length + invited.length === 0 && <p class="desk-soft">{t("desk-scene-empty")}</p>}
      <ul class="rows">
        {cast.map((seat, index) => <Player key={seat} seat={seat} view={view} first={index === 0} />)}
        {invited.map(({ seat, part }) => <Invited key={seat} seat={seat} part={part} />)}
      </ul>
      <p class="choices">
        {phase.casting && <GiveParts view={view} small />}
        {phase.kind === "scene" && (scene.frozen
          ? <Ask type="unfreeze" fields={{ about }} label="desk-scene-on" by="scene" />
          : <Ask type="freeze" fields={{ about }} label="desk-scene-stop" by="scene" />)}
      </p>
      {scene.frozen && <p class="desk-soft">{t("desk-scene-frozen")}</p>}
    </section>
  );
}

/** Asked, and has not answered. */
function Invited({ seat, part }: { seat: SeatId; part: Part }) {
  const { session } = useParts();
  return (
    <li data-invited={seat}>
      <span class="row-name">{session.nameOf(seat)}<small>{t("room-part-invited", { part: t(`room-part-${part}`) })}</small></span>
    </li>
  );
}

function Player({ seat, view, first }: { seat: SeatId; view: CircleView; first: boolean }) {
  const { session, asking } = useParts();
  const swapping = useSignal(false);
  const part = view.scene?.cast[seat];
  const may = (other: SeatId): boolean => other !== seat && !isLeading(view.seats[other]?.role ?? "member");
  const swap = async (other: SeatId): Promise<void> => {
    if (await asking.ask("swap_parts", { seat, other, part: part?.number ?? null })) swapping.value = false;
  };
  return (
    <li data-player={seat}>
      <span class="row-name">
        {session.nameOf(seat)}
        <small>{part && t(`room-part-${part.part}`)}</small>
      </span>
      <button class="small" data-act="swap" {...(first ? keyed("players") : {})} onClick={() => (swapping.value = true)}>{t("desk-scene-swap")}</button>
      <Ask type="take_off_part" fields={{ seat }} label="desk-scene-off" />
      {part && <Plate seat={seat} part={part.number} />}
      <Dialog open={swapping.value} title={t("desk-scene-swap-title", { name: session.nameOf(seat) })} onClose={() => (swapping.value = false)}>
        <p>{t("desk-scene-swap-text", { name: session.nameOf(seat) })}</p>
        <div class="choices">
          {seatedIn(view).filter(may).map((other) => (
            <button key={other} data-swap={other} onClick={() => void swap(other)}>
              {session.nameOf(other)}{view.scene?.cast[other] ? "" : ` · ${t("desk-scene-takes-over")}`}
            </button>
          ))}
          <button class="quiet" onClick={() => (swapping.value = false)}>{t("room-close")}</button>
        </div>
      </Dialog>
    </li>
  );
}
