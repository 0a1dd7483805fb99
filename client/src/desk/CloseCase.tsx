/** The case is closed before its way is gone: the presenter's link is down, or they do not accept the audience. It cannot
    be taken back, so it is asked. */
import { useSignal } from "@preact/signals";
import { Confirm } from "../room/Confirm";
import { useParts } from "../room/parts";
import { t } from "../text";
import { keyed, type KeyName } from "./keys";

export function CloseCase({ about, by }: { about: number; by: KeyName }) {
  const { asking } = useParts();
  const open = useSignal(false);
  const close = async (): Promise<void> => {
    await asking.ask("close_case", { about });
    open.value = false;
  };
  return (
    <>
      <button class="small" data-act="close-case" {...keyed(by)} onClick={() => (open.value = true)}>{t("desk-close-case")}</button>
      <Confirm open={open.value} asks="desk-close-case" act="close_case" onClose={() => (open.value = false)} onYes={() => void close()} />
    </>
  );
}
