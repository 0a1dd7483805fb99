/** Removing somebody cannot be taken back, so it is asked. A leader who is gone is not removed: their seat is freed; whoever
    waits is turned away. */
import type { SeatId } from "../protocol";
import { Confirm } from "../room/Confirm";
import { useParts } from "../room/parts";
import { t } from "../text";

export function RemoveDialog({ seat, asks = "desk-remove", onClose }: { seat: SeatId | null; asks?: "desk-remove" | "desk-free" | "desk-turn-away"; onClose: () => void }) {
  const { session, asking } = useParts();
  const name = seat === null ? "" : session.nameOf(seat) || t("room-seat", { number: seat });
  const presents = seat !== null && session.circle.value?.case.presenter === seat;
  const remove = async (): Promise<void> => {
    if (seat !== null) await asking.ask("remove", { seat, waiting: asks === "desk-turn-away" });
    onClose();
  };
  return <Confirm open={seat !== null} asks={asks} args={{ name }} also={presents ? t("desk-remove-presents", { name }) : null} act="remove-now" onClose={onClose} onYes={() => void remove()} />;
}
