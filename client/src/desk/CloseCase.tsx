/** The case is closed before its way is gone: the presenter's link is down, or they do not accept the audience. It cannot
    be taken back, so it is asked. */
import { useSignal } from "@preact/signals";
import { Dialog } from "../room/Dialog";
import { useParts } from "../room/parts";
import { t } from "../text";

export function CloseCase({ about }: { about: number }) {
  const { asking } = useParts();
  const open = useSignal(false);
  const close = async (): Promise<void> => {
    await asking.ask("close_case", { about });
    open.value = false;
  };
  return (
    <>
      <button class="small" data-act="close-case" onClick={() => (open.value = true)}>{t("desk-close-case")}</button>
      <Dialog open={open.value} title={t("desk-close-case-title")} onClose={() => (open.value = false)}>
        <p>{t("desk-close-case-text")}</p>
        <div class="choices">
          <button class="main" autofocus onClick={() => (open.value = false)}>{t("desk-close-case-no")}</button>
          <button class="look" data-act="close_case" onClick={() => void close()}>{t("desk-close-case-yes")}</button>
        </div>
      </Dialog>
    </>
  );
}
