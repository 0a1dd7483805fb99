/** The case is closed before its way is gone: the presenter's link is down, or they do not accept the audience. It cannot
    be taken back, so it is asked. */
import { useSignal } from "@preact/signals";
import { Confirm } from "../room/Confirm";
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
      <Confirm open={open.value} asks="desk-close-case" act="close_case" onClose={() => (open.value = false)} onYes={() => void close()} />
    </>
  );
}
