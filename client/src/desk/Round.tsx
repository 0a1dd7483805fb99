/** Who is still to be asked in a round, in order. Whoever passed, or was not there, is asked once more at the end. */
import type { CircleView } from "../protocol";
import { useParts } from "../room/parts";
import { t } from "../text";
import { Ask } from "./Accidents";
import { LinkNote } from "./CircleRows";

export function Round({ view }: { view: CircleView }) {
  const { session } = useParts();
  if (view.floor.kind !== "round" || view.phase === null) return null;
  const toAsk = view.round?.to_ask ?? [];
  const names = toAsk.map((seat) => session.nameOf(seat)).join(", ");
  return (
    <div class="round">
      <p class="desk-soft" data-round={toAsk.join(" ")}>{names ? t("desk-round-next", { names }) : t(view.turn ? "desk-round-last" : "desk-round-over")}</p>
      {toAsk[0] !== undefined && <LinkNote seat={toAsk[0]} view={view} named />}
      {!view.turn && toAsk.length === 0 && <Ask type="begin_round" fields={{ about: view.phase.entry }} label="desk-round-again" by="round" />}
    </div>
  );
}
