/** A look at the way to the server, which runs by itself and keeps nobody from going in. */
import { useEffect, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { LinkMark, type LinkLevel } from "../LinkMark";
import { look as lookThere, type At, type Measured, type Path, type Verdict } from "../path";
import { t } from "../text";
import { seen } from "./Check";

const LEVELS: Record<Verdict, LinkLevel> = {
  good: "good", late: "weak", voice: "weak", little: "very_weak", nothing: "down", unknown: "looking",
};

/** Where it is said that one may go in all the same. */
const ANYWAY = ["looking", "little", "unknown"];

interface PathCheckProps {
  /** Somebody goes in, and the way is theirs. */
  over: boolean;
  at: At;
  look?: typeof lookThere;
}

export function PathCheck({ over, at, look = lookThere }: PathCheckProps) {
  const path = useSignal<Path | null>(null);
  const stop = useRef<AbortController | null>(null);
  const begin = async (): Promise<void> => {
    stop.current?.abort();
    const mine = (stop.current = new AbortController());
    path.value = null;
    const found = await look(mine.signal, at);
    if (stop.current === mine) path.value = found;
  };
  useEffect(() => {
    if (over) {
      stop.current?.abort();
      if (path.value === null) stop.current = null; // cut off, it has found nothing: it begins again if nobody goes in after all
    } else if (stop.current === null) return whenSeen(() => void begin());
    return undefined;
  }, [over]);
  useEffect(() => () => stop.current?.abort(), []);
  const found = path.value;
  return (
    <section class="check path" aria-labelledby="path" data-path={found?.verdict ?? "looking"}>
      <h2 id="path">{t("join-path")}</h2>
      <div class="path-said" role="status" aria-live="polite">
        <LinkMark level={found ? LEVELS[found.verdict] : "looking"} />
        <p>
          {t(found ? `join-path-${found.verdict}` : "join-path-looking", { host: location.hostname, port: found?.port ?? "" })}
          {"place" in at && ANYWAY.includes(found?.verdict ?? "looking") && <> {t("join-path-anyway")}</>}
          {found?.measured && found.measured.way !== "udp" && <> {t(`join-path-${found.measured.way}`)}</>}
        </p>
      </div>
      <div class="path-more">
        <button
          type="button" class="small" data-control="path" aria-disabled={found === null}
          onClick={() => { if (found !== null) void begin(); }}
        >
          {t("join-path-again")}
        </button>
        {found?.measured && <Figures {...found.measured} />}
      </div>
    </section>
  );
}

/** For whoever is asked for help: nobody else needs them. */
function Figures({ way, loss, roundTrip_ms, fullTrip_ms, jitter_ms, rate_bps }: Measured) {
  return (
    <details onToggle={seen}>
      <summary>{t("join-path-figures")}</summary>
      <p class="digits">
        {t("join-path-measured", {
          loss: Math.round(loss * 100), trip: Math.round(roundTrip_ms), full: Math.round(fullTrip_ms), jitter: Math.round(jitter_ms),
          rate: Math.round(rate_bps / 1000), way: way === "relay" ? "TURN" : way.toUpperCase(),
        })}
      </p>
    </details>
  );
}

/** A page that is opened behind others draws nothing yet. */
function whenSeen(act: () => void): () => void {
  const looked = (): void => {
    if (document.hidden) return;
    document.removeEventListener("visibilitychange", looked);
    act();
  };
  document.addEventListener("visibilitychange", looked);
  looked();
  return () => document.removeEventListener("visibilitychange", looked);
}
