import { signal } from "@preact/signals";
import { Dialog } from "../room/Dialog";
import type { Session } from "../session";
import { t } from "../text";

const asking = signal(false);
const close = () => { asking.value = false; };

export function End({ session }: { session: Session }) {
  return (
    <section>
      <button class="wide" onClick={() => { asking.value = true; }}>{t("desk-end")}</button>
      {asking.value && (
        <Dialog title={t("end-title")} onClose={close}>
          <p>{t("end-text")}</p>
          <div class="choices">
            <button onClick={close}>{t("end-stay")}</button>
            <button class="look" onClick={() => { close(); void session.command("end"); }}>{t("end-go")}</button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
