/** Removing somebody cannot be taken back, so it is asked. */
import type { SeatId } from "../protocol";
import { Dialog } from "../room/Dialog";
import { useParts } from "../room/parts";
import { t } from "../text";

export function RemoveDialog({ seat, onClose }: { seat: SeatId | null; onClose: () => void }) {
  const { session, asking } = useParts();
  const name = seat === null ? "" : session.nameOf(seat) || t("room-seat", { number: seat });
  const remove = (): void => {
    if (seat !== null) void asking.ask("remove", { seat });
    onClose();
  };
  return (
    <Dialog open={seat !== null} title={t("desk-remove-title", { name })} onClose={onClose}>
      <p>{t("desk-remove-text")}</p>
      <div class="choices">
        <button class="main" autofocus onClick={onClose}>{t("desk-remove-no")}</button>
        <button class="look" data-act="remove-now" onClick={remove}>{t("desk-remove-yes", { name })}</button>
      </div>
    </Dialog>
  );
}
