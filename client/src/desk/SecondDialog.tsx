/** The way to a desk on a second screen: another window of this browser, or a phone that reads a code. */
import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import { post } from "../post";
import { Dialog } from "../room/Dialog";
import { useParts } from "../room/parts";
import { t } from "../text";

/** A link that opens the desk once, and the same as a code to be read: a path in a square of `size`. */
interface Offer {
  link: string;
  size: number;
  path: string;
  minutes: number;
}

const WINDOW = "popup,width=440,height=900";

export function SecondDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { session } = useParts();
  const offer = useSignal<Offer | null>(null);
  const wrong = useSignal(false);
  const taken = session.secondDesk.value;
  useEffect(() => {
    if (!open) offer.value = null;
    wrong.value = false;
  }, [open]);
  useEffect(() => {
    if (open && taken) onClose(); // it is there: the line at the desk says so
  }, [taken]);
  const show = async (): Promise<void> => {
    const { status, body } = await post("/api/desk", {});
    wrong.value = status !== 200;
    offer.value = status === 200 ? (body as unknown as Offer) : null;
  };
  const apart = (): void => {
    window.open("/desk", "restarea-desk", WINDOW);
    onClose();
  };
  return (
    <Dialog open={open} title={t("desk-second-title")} onClose={onClose}>
      <p>{t("desk-second-text")}</p>
      {offer.value === null ? (
        <div class="choices">
          {wrong.value && <p class="note" role="alert">{t("code-other")}</p>}
          <button class="main" data-act="second-window" autofocus onClick={apart}>{t("desk-second-window")}</button>
          <button data-act="second-device" onClick={() => void show()}>{t("desk-second-device")}</button>
          <button onClick={onClose}>{t("room-close")}</button>
        </div>
      ) : (
        <>
          <Shown offer={offer.value} />
          <div class="choices"><button autofocus onClick={onClose}>{t("room-close")}</button></div>
        </>
      )}
    </Dialog>
  );
}

/** Whether no other device reaches this address, as in a rehearsal. */
function isHere(link: string): boolean {
  return /^(localhost|127\..*|\[::1\])$/.test(new URL(link).hostname);
}

function Shown({ offer }: { offer: Offer }) {
  const address = useId();
  const copied = useSignal(false);
  const copy = async (): Promise<void> => {
    copied.value = false;
    copied.value = await navigator.clipboard.writeText(offer.link).then(() => true, () => false);
  };
  return (
    <div class="second-offer">
      <svg viewBox={`0 0 ${offer.size} ${offer.size}`} role="img" aria-label={t("desk-second-code")}>
        <rect width={offer.size} height={offer.size} fill="#fff" />
        <path d={offer.path} stroke="#000" />
      </svg>
      <p>{t(isHere(offer.link) ? "desk-second-here" : "desk-second-read", { minutes: offer.minutes })}</p>
      <label for={address}>{t("desk-second-address")}</label>
      <textarea id={address} rows={3} value={offer.link} readOnly onFocus={(event) => event.currentTarget.select()} />
      {/* Browsers have none where a page is not secure; there it is marked by a press and copied by hand. */}
      {navigator.clipboard && <button data-act="second-copy" onClick={() => void copy()}>{t("desk-second-copy")}</button>}
      <p role="status">{copied.value && t("desk-second-copied")}</p>
    </div>
  );
}
