/** What stands on the plate of a part: written by the presenter, a leader, or whoever plays it. People's data, as names are. */
import { useSignal } from "@preact/signals";
import type { SeatId } from "../protocol";
import { t } from "../text";
import { useParts } from "./parts";

const MOST = 40;

export function Plate({ seat, part }: { seat: SeatId; part: number }) {
  const { session, asking, writePlate } = useParts();
  const written = session.plateOf(seat);
  const draft = useSignal<string | null>(null);
  const text = draft.value ?? written;
  const put = async (event: Event): Promise<void> => {
    event.preventDefault();
    const code = await writePlate(part, (draft.value ?? written).trim());
    if (code !== null) asking.tell(code);
    else draft.value = null;
  };
  return (
    <form class="plate" onSubmit={(event) => void put(event)}>
      <input
        maxLength={MOST}
        aria-label={t("room-plate-of", { name: session.nameOf(seat) })}
        placeholder={t("room-plate")}
        value={text}
        onInput={(event) => (draft.value = event.currentTarget.value)}
      />
      <button class="small" disabled={text.trim() === written}>{t("room-plate-put")}</button>
    </form>
  );
}
