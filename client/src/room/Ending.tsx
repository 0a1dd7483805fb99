/** The pages on which a visit comes to rest: ended, left, removed, open elsewhere, the leaders among themselves. */
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { forgetNotes } from "../desk/notes";
import type { Keeping } from "../protocol";
import { isLed, leadersOut } from "../returning";
import { isStopped } from "../session";
import { Telephone } from "../Telephone";
import { t } from "../text";
import { Languages } from "./Languages";
import { useParts } from "./parts";
import { useSaid, useTold, WordButton } from "./QuietWord";

/** `rest` names the messages room-<rest>-title and room-<rest>-text. */
export type Rest = "ended" | "left" | "leader-left" | "removed" | "turned-away" | "replaced" | "outdated" | "no-place" | "stopped";

interface EndingProps {
  rest: Rest;
  /** Of somebody who has left: the circle has closed, and nobody goes on there. */
  closed: boolean;
}

export function Ending({ rest, closed }: EndingProps) {
  const { session, groups, noted } = useParts();
  const [keeping, rehearsed] = [session.keeping.value, session.rehearsal.value !== null];
  const kept = keeping !== "nothing";
  const ended = rest === "ended", left = rest.endsWith("left");
  return (
    <AtRest rest={rest} text={closed && left ? `room-${rest}-closed` : undefined}>
      {(rest === "leader-left" || (left && !closed)) && <p><a class="main" href="/join" data-control="come-back">{t("room-left-again")}</a></p>}
      {rest === "leader-left" && groups && <p>{t("room-leader-left-group")}</p>}
      {ended && kept && <Asked keeping={rehearsed ? "rehearsal" : keeping} />}
      {(ended || left) && <Afterwards ended={ended} kept={kept && left} />}
      {ended && groups && <Onwards hours={noted.value.hours > 0} />}
      {ended && <p>{t(kept ? "room-ended-close-then" : "room-ended-close")}</p>}
      {(ended || rest === "no-place") && rehearsed && <p data-rehearsed>{t("room-ended-rehearsal")}</p>}
      {(ended || left) && <Languages bare />}
    </AtRest>
  );
}

/** `words`: whose messages they are, the room's or the second desk's; `text`: where the usual one would not be true. */
export function AtRest({ rest, words = "room", text = `${words}-${rest}-text`, children }: { rest: Rest; words?: "room" | "second"; text?: string | undefined; children?: ComponentChildren }) {
  return (
    <main class="plain" data-rest={rest}>
      <h1>{t(`${words}-${rest}-title`)}</h1>
      <p>{t(text)}</p>
      {children}
      {(rest === "replaced" || rest === "outdated") && (
        <button class="main" onClick={() => location.reload()}>{t(`${words}-${rest}-again`)}</button>
      )}
    </main>
  );
}

/** Comes before closing: what may be kept, and the way there. Until when one can say yes or no to it the page there knows:
 * whoever learns late that the session has ended has less time, and this page does not know how late it is. Of a rehearsal
 * there is no such hour. */
function Asked({ keeping }: { keeping: Exclude<Keeping, "nothing"> | "rehearsal" }) {
  return (
    <>
      <p>{t(`room-ended-kept-${keeping}`)}</p>
      <p><a class="main" href="/record" data-control="record">{t("room-ended-record")}</a></p>
    </>
  );
}

/** What one finds once the session has ended; whoever goes before learns where, too. A rehearsal has no hours for that. */
function Afterwards({ ended, kept }: { ended: boolean; kept: boolean }) {
  const { session, noted } = useParts();
  const pages = [noted.value.certificates > 0 && "certificate", noted.value.feedback && "feedback", kept && "record"].filter((one) => one !== false);
  return (
    <>
      {pages.map((page) => (
        <p key={page}><a href={`/${page}`} data-control={page}>{t(page === "record" && session.rehearsal.value !== null ? "room-later-rehearsal" : `room-${ended ? "ended" : "later"}-${page}`)}</a></p>
      ))}
    </>
  );
}

/** Where a leader goes from here. */
function Onwards({ hours }: { hours: boolean }) {
  return (
    <nav>
      {["groups", ...(hours ? ["hours"] : [])].map((page) => (
        <p key={page}><a href={`/${page}`} data-control={page}>{t(`room-ended-${page}`)}</a></p>
      ))}
    </nav>
  );
}

/** A leaders' phase, for the others: their session is over, and nothing of theirs is heard any more. */
export function Outside() {
  const { session, asking, telephone, away } = useParts();
  const told = useSaid();
  const left = away.leftBy.value;
  const circle = session.circle.value;
  const alone = circle !== null && !isLed(circle);
  const out = circle !== null && leadersOut(circle);
  const sent = !alone && told?.said.includes("distress");
  useTold(told);
  return (
    <main class="plain" data-rest="outside">
      <h1>{t("room-outside-title")}</h1>
      {left !== null && <p>{t("room-says-left-outside", { name: session.nameOf(left) || t("room-word-a-leader") })}</p>}
      <p role="status">{t(`room-outside-text${alone ? "-alone" : out ? "-out" : ""}`)} {t(sent ? "room-outside-stay" : "room-ended-close")}</p>
      {session.connection.value === "lost" && <p class="note">{t("announce-lost")}</p>}
      <Afterwards ended={false} kept={session.keeping.value !== "nothing"} />
      <p>{t(alone ? "room-outside-word-alone" : "room-outside-word")}</p>
      {alone && telephone && <p><Telephone number={telephone} /></p>}
      <WordButton word="distress" told={told} />
      <button class={sent ? "" : "main"} data-control="leave-now" onClick={() => void asking.ask("leave", {})}>{t("room-leave-now")}</button>
    </main>
  );
}

/** Where this visit has come to rest, in the room or at a second desk. With the session's end a leader's notes go, if that was wished. */
export function useRest(): Rest | null {
  const { session } = useParts();
  const [stage, refusal] = [session.view.value.stage, session.refusal.value];
  const ended = stage === "ended" || refusal === "session_ended";
  useEffect(() => {
    if (ended) forgetNotes(session.notes.value, Date.now());
  }, [ended]);
  return restOf(session.you.value?.standing, stage, session.connection.value, refusal) ?? (isStopped(session) ? "stopped" : null);
}

/** Where a visit has come to rest; null while it goes on. */
export function restOf(standing: string | undefined, stage: string, connection: string, refusal: string | null): Rest | null {
  if (connection === "replaced") return "replaced";
  if (standing === "removed" || refusal === "removed") return "removed";
  if (stage === "ended" || refusal === "session_ended") return "ended";
  if (standing === "left") return "left";
  if (connection !== "refused") return null;
  return refusal === "protocol" ? "outdated" : "no-place";
}
