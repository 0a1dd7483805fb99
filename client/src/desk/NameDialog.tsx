/** Somebody is called by another name, for this session; everyone sees it at once. */
import { useSignal } from "@preact/signals";
import type { SeatId } from "../protocol";
import { Dialog } from "../room/Dialog";
import { useParts } from "../room/parts";
import { t } from "../text";

const MOST = 40;

export function NameDialog({ seat, onClose }: { seat: SeatId | null; onClose: () => void }) {
  const { session, asking, rename } = useParts();
  const draft = useSignal<string | null>(null);
  const name = seat === null ? "" : session.nameOf(seat);
  const text = draft.value ?? name;
  const close = (): void => {
    draft.value = null;
    onClose();
  };
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (seat === null) return;
    const code = await rename(seat, text.trim());
    if (code !== null) asking.tell(code);
    close();
  };
  return (
    <Dialog open={seat !== null} title={t("desk-name-title", { name: name || t("room-seat", { number: seat ?? 0 }) })} onClose={close}>
      <p>{t("desk-name-text")}</p>
      <form class="rename" onSubmit={(event) => void save(event)}>
        <label><span>{t("desk-name-label")}</span><input maxLength={MOST} value={text} onInput={(event) => (draft.value = event.currentTarget.value)} /></label>
        <div class="choices">
          <button class="main" data-act="rename-now" disabled={text.trim() === "" || text.trim() === name}>{t("desk-name-yes")}</button>
          <button type="button" onClick={close}>{t("desk-name-no")}</button>
        </div>
      </form>
    </Dialog>
  );
}
