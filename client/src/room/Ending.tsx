/** The pages on which a visit comes to rest: ended, left, removed, open elsewhere, the leaders among themselves. */
import { useParts } from "./parts";
import { t } from "../text";

/** `rest` names the messages room-<rest>-title and room-<rest>-text. */
export type Rest = "ended" | "left" | "removed" | "replaced" | "outdated" | "no-place";

/** `kept`: something is kept of the session, and may be seen once it has ended. */
export function Ending({ rest, kept = false }: { rest: Rest; kept?: boolean }) {
  return (
    <main class="plain" data-rest={rest}>
      <h1>{t(`room-${rest}-title`)}</h1>
      <p>{t(`room-${rest}-text`)}</p>
      {kept && (rest === "ended" || rest === "left") && <ToRecord ended={rest === "ended"} />}
      {(rest === "replaced" || rest === "outdated") && (
        <button class="main" onClick={() => location.reload()}>{t(`room-${rest}-again`)}</button>
      )}
    </main>
  );
}

/** Whoever goes before the end learns where to see it, too. */
function ToRecord({ ended }: { ended: boolean }) {
  return <p><a href="/record" data-control="record">{t(ended ? "room-ended-record" : "room-later-record")}</a></p>;
}

/** A leaders' phase, for the others: their session is over, and nothing of theirs is heard any more. */
export function Outside() {
  const { session, asking } = useParts();
  return (
    <main class="plain" data-rest="outside">
      <h1>{t("room-outside-title")}</h1>
      <p>{t("room-outside-text")}</p>
      {session.connection.value === "lost" && <p class="note">{t("truth-lost")}</p>}
      {session.keeping.value !== "nothing" && <ToRecord ended={false} />}
      <button class="main" data-control="leave-now" onClick={() => void asking.ask("leave", {})}>{t("room-leave-now")}</button>
    </main>
  );
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
