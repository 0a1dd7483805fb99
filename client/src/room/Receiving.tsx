/** The page's language; what one receives, and what it has cost so far: a link by the megabyte is dear. */
import { useSignal } from "@preact/signals";
import { WishChoice } from "../receive/WishChoice";
import { t } from "../text";
import { Dialog } from "./Dialog";
import { Languages } from "./Languages";
import { useParts } from "./parts";

export function Receiving() {
  const { looks, bytes, languages } = useParts();
  const tongues = Object.values(languages); // by their own names: whoever looks for one reads no other
  const open = useSignal(false);
  const close = (): void => void (open.value = false);
  return (
    <>
      <button class="small quiet" data-control="receive" onClick={() => (open.value = true)}>
        {t(looks.wish.value === "all" ? "receive-room" : `receive-${looks.wish.value}-short`)}
        {tongues.length > 0 && <span class="receive-tongues" aria-hidden="true"> · {tongues.join(" · ")}</span>}
      </button>
      <Dialog open={open.value} title={t("receive-title")} onClose={close}>
        <Languages />
        <p>{t("receive-text")}</p>
        <WishChoice wish={looks.wish} />
        <p data-megabytes>{t("receive-used", { megabytes: Math.round(bytes.value / 100_000) / 10 })}</p>
        <div class="choices"><button class="main" onClick={close}>{t("room-close")}</button></div>
      </Dialog>
    </>
  );
}
