/** The presenter's way out of the case, wherever one looks for it. */
import { useSignal } from "@preact/signals";
import { firstPress } from "../desk/press";
import type { CircleView, PhaseKind, SeatId } from "../protocol";
import { t } from "../text";
import { useParts } from "./parts";

/** The case is over there, though who presented it is still told: there is nothing left to take back. */
const AFTER: readonly (PhaseKind | undefined)[] = ["closing", "leaving", "debrief"];

export function mayTakeBack(view: CircleView | null, own: SeatId | undefined): view is CircleView {
  return view !== null && view.case.presenter === own && !AFTER.includes(view.phase?.kind);
}

/** In a long sheet both answers come into sight, and the one that changes nothing is the next key's. */
const focused = (button: HTMLElement | null): void => button?.focus();

/** Nobody is held to a case. The whole group sees that nobody presents any more, so it is asked. */
export function TakeCaseBack({ view, onDone }: { view: CircleView; onDone: () => void }) {
  const { asking } = useParts();
  const asked = useSignal(false);
  const withdraw = async (): Promise<void> => {
    if (await asking.ask("withdraw_case", { about: view.case.number })) onDone();
  };
  if (!asked.value) return <button data-word="withdraw_case" onClick={() => (asked.value = true)}>{t("room-case-take-back")}</button>;
  return (
    <>
      <p role="status">{t("room-case-take-back-text")}</p>
      <button class="look" data-act="withdraw-now" {...firstPress(() => void withdraw())}>{t("room-case-take-back-yes")}</button>
      <button ref={focused} data-act="withdraw-no" onClick={() => (asked.value = false)}>{t("room-case-take-back-no")}</button>
    </>
  );
}
