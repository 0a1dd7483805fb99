/** A dialog that is loaded with what is folded away. Where that has not come, it says so. */
import type { ComponentChild } from "preact";
import { Dialog } from "../room/Dialog";
import { type Parts, useParts } from "../room/parts";
import { Unloaded } from "../room/Unloaded";
import { t } from "../text";

type Folded = NonNullable<Parts["folded"]["part"]["value"]>;

export function InFold({ open, onClose, draw }: { open: boolean; onClose: () => void; draw: (part: Folded) => ComponentChild }) {
  const { folded } = useParts();
  const part = folded.part.value;
  if (part) return <>{draw(part)}</>;
  return (
    <Dialog open={open} title={t("desk-title")} onClose={onClose}>
      <Unloaded of={folded} />
      <div class="choices"><button onClick={onClose}>{t("room-close")}</button></div>
    </Dialog>
  );
}
