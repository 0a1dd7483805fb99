/** Why a link lets nobody in, in plain words, and what to do about it. */
import { useEffect } from "preact/hooks";
import { Telephone } from "../Telephone";
import { dayAndTime, has, t } from "../text";
import { FRESH, PASSING } from "./enter";
import { Fresh } from "./Fresh";

/** So often a page looks by itself whether the meeting has been opened. */
export const LOOKS_AGAIN_MS = 15_000;

interface RefusedProps {
  code: string;
  token: string;
  begins?: Date | undefined;
  telephone?: string | undefined;
  hoursOff: number;
  again: () => void;
}

export function Refused({ code, token, begins, telephone, hoursOff, again }: RefusedProps) {
  const known = has(`refused-${code}-title`) ? code : "server_error";
  useEffect(() => {
    if (known !== "not_open_yet") return undefined;
    const timer = setInterval(again, LOOKS_AGAIN_MS);
    return () => clearInterval(timer);
  }, [known]);
  return (
    <main class="plain" data-refused={known}>
      <h1>{t(`refused-${known}-title`)}</h1>
      <p>{t(`refused-${known}-text`, begins ? { when: dayAndTime(begins.getTime()) } : {})}</p>
      {telephone && <p><Telephone number={telephone} /></p>}
      {known === "not_open_yet" && <WrongClock hours={hoursOff} />}
      {FRESH.has(known) && <Fresh token={token} />}
      {PASSING.has(known) && <button class="main" onClick={again}>{t("refused-again")}</button>}
    </main>
  );
}

/** What a clock that is hours wrong does to the times on the page, and what to do. */
export function WrongClock({ hours }: { hours: number }) {
  return hours > 0 ? <p class="note" data-clock={hours}>{t("join-clock", { hours })}</p> : null;
}
