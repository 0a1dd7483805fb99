/** What lies over the room for as long as it matters: a lost connection, a refusal. Moves nothing under it. */
import { useEffect } from "preact/hooks";
import { has, t } from "../text";
import { useParts } from "./parts";
import "./Notice.css";

/** What is no trouble goes by itself. */
const GOOD = new Set(["noted", "stepped_away"]);
const GOOD_MS = 8000;

export function Notices() {
  const { session, asking } = useParts();
  const connection = session.connection.value;
  const code = asking.refusal.value;
  const good = code !== null && GOOD.has(code);
  useEffect(() => {
    if (!good) return;
    const timer = setTimeout(() => asking.putAway(), GOOD_MS);
    return () => clearTimeout(timer);
  }, [good]);
  return (
    <div class="notices">
      {connection === "lost" && (
        <div class="notice" data-notice="lost">
          <p>{t(session.draining.value ? "room-draining" : "room-lost")}</p>
        </div>
      )}
      {connection === "up" && session.draining.value && <div class="notice"><p>{t("room-draining")}</p></div>}
      <div role="status">
        {code !== null && (
          <div class={good ? "notice notice-good" : "notice"} data-notice="refusal" data-code={code}>
            <p>{refusalText(code)}</p>
            <button class="small quiet" onClick={() => asking.putAway()}>{t("room-close")}</button>
          </div>
        )}
      </div>
    </div>
  );
}

export function refusalText(code: string): string {
  return t(has(`code-${code}`) ? `code-${code}` : "code-other");
}
