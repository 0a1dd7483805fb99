/** A link of one's own before its meeting is open: when it will be, whether one comes, and everything to be tried beforehand. */
import { useEffect, useRef } from "preact/hooks";
import { useSignal, type Signal } from "@preact/signals";
import { keptWish } from "../choices";
import type { Devices } from "../devices";
import type { Wish } from "../looks";
import { Telephone } from "../Telephone";
import { dayAndTime, t } from "../text";
import { Check } from "./Check";
import type { Planned } from "./enter";
import { PathCheck } from "./PathCheck";
import { knownOf, WrongClock } from "./Refused";
import { Replies } from "./Replies";
import { Tongues } from "./Tongues";

/** So often the page looks by itself whether the meeting has been opened. */
export const LOOKS_AGAIN_MS = 15_000;

interface EarlyProps {
  token: string;
  dates: Planned[];
  of?: string | undefined;
  telephone?: string | undefined;
  /** Why the last look found nothing out. */
  failed?: string | undefined;
  hoursOff: number;
  devices: Devices;
  /** The dates as they are once something has been said of one. */
  told: (dates: Planned[]) => void;
  again: () => void;
}

export function Early({ token, dates, of, telephone, failed, hoursOff, devices, told, again }: EarlyProps) {
  const trying = useSignal(false);
  const wish = useSignal<Wish>(keptWish());
  useEffect(() => {
    const timer = setInterval(again, LOOKS_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <main class="door" data-refused="not_open_yet">
      <Tongues />
      <header>
        <h1>{t("refused-not_open_yet-title")}</h1>
        {of && <p data-of><b>{t("join-of", { group: of })}</b></p>}
        <p>{t("refused-not_open_yet-text", { when: dayAndTime(dates[0]!.begins.getTime()) })}</p>
        <p><button type="button" class="small" data-control="look" onClick={again}>{t("refused-not_open_yet-look")}</button></p>
        {failed && <p class="note" role="status" data-failed={failed}>{t(`refused-${knownOf(failed)}-title`)}</p>}
      </header>
      {telephone && <p><Telephone number={telephone} /></p>}
      <WrongClock hours={hoursOff} />
      <Replies token={token} dates={dates} told={told} again={again} />
      <Try trying={trying} />
      {trying.value && <><Check devices={devices} heard wish={wish} /><PathCheck over={false} at={{ token }} /></>}
    </main>
  );
}

function Try({ trying }: { trying: Signal<boolean> }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (trying.value) heading.current?.focus(); // the button that was pressed is gone
  }, [trying.value]);
  return (
    <section class="check" aria-labelledby="try">
      <h2 id="try" tabIndex={-1} ref={heading}>{t("try-title")}</h2>
      <p>{t("try-text")}</p>
      {!trying.value && <p><button type="button" data-control="try" onClick={() => (trying.value = true)}>{t("try-open")}</button></p>}
    </section>
  );
}
