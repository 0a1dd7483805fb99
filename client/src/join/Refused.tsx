/** Why a link lets nobody in, in plain words, and what to do about it. */
import { has, t } from "../text";
import { FRESH, PASSING, type Planned, type Whose } from "./enter";
import { Fresh } from "./Fresh";
import { Replies } from "./Replies";
import { Tongues } from "./Tongues";

interface RefusedProps extends Whose {
  code: string;
  token: string;
  again: () => void;
  /** To which they may still say whether they come. */
  dates?: Planned[] | undefined;
  told?: (dates: Planned[]) => void;
}

/** Where the usual text speaks of a leader who sends links: what is true for whoever leads. */
const OTHERS_FOR_LEADERS = new Set(["session_ended", "earlier_link"]);

const NOTHING = (): void => undefined;

export function Refused({ code, token, again, leads = false, rehearsal = false, mail = false, dates = [], told = NOTHING }: RefusedProps) {
  const known = knownOf(code);
  const text = rehearsal && known === "session_ended" ? "room-ended-rehearsal" : `refused-${known}-text${leads && OTHERS_FOR_LEADERS.has(known) ? "-leads" : ""}`;
  return (
    <main class="plain" data-refused={known}>
      <h1>{t(`refused-${known}-title`)}</h1>
      <p>{t(text)}</p>
      {mail && <p>{t("refused-earlier-mail")}</p>}
      {FRESH.has(known) && <Fresh token={token} />}
      {dates.length > 0 && <Replies token={token} dates={dates} others told={told} again={again} />}
      {PASSING.has(known) && <button class="main" onClick={again}>{t("refused-again")}</button>}
      <Tongues />
    </main>
  );
}

/** As the catalogue has it. */
export const knownOf = (code: string): string => (has(`refused-${code}-title`) ? code : "server_error");

/** What a clock that is hours wrong does to the times on the page, and what to do. */
export function WrongClock({ hours }: { hours: number }) {
  return hours > 0 ? <p class="note" data-clock={hours}>{t("join-clock", { hours })}</p> : null;
}
