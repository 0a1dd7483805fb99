/** The desk on a second screen: the way to it, and how it is closed again. */
import { useSignal } from "@preact/signals";
import { codeOf, post } from "../post";
import { useParts } from "../room/parts";
import { t } from "../text";
import { InFold } from "./InFold";
import { keyed } from "./keys";

export function SecondButton() {
  const { session } = useParts();
  const asked = useSignal(false);
  const close = (): void => void (asked.value = false);
  return (
    <>
      <button class="small quiet" data-act="second" {...(session.secondDesk.value ? {} : keyed("second"))} onClick={() => (asked.value = true)}>{t("desk-second")}</button>
      <InFold open={asked.value} onClose={close} draw={({ SecondDialog }) => <SecondDialog open={asked.value} onClose={close} />} />
    </>
  );
}

/** Says that there is one, for as long as there is. */
export function SecondOpen() {
  const { session, asking } = useParts();
  const close = async (): Promise<void> => {
    const answer = await post("/api/desk/close", {});
    if (answer.status !== 200) asking.tell(codeOf(answer));
  };
  return (
    <div role="status">
      {session.secondDesk.value && (
        <p class="lead-line" data-second-desk>
          <span>{t("desk-second-open")}</span>
          <button class="small" data-act="second-close" {...keyed("second")} onClick={() => void close()}>{t("desk-second-close")}</button>
        </p>
      )}
    </div>
  );
}
