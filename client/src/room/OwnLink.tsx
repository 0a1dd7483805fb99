/** How good one's own link is, in words and by a mark: what the server tells, and what the page sees for itself. Where the link is
    good and this computer is what is short, the computer is named, as in the line beside it. */
import { LinkMark, type LinkLevel } from "../LinkMark";
import type { MediaLink } from "../media";
import type { Wish } from "../looks";
import { isLeftAside, type Facts, type Rung } from "../protocol";
import type { Connection } from "../session";
import { t } from "../text";
import { alone } from "../truth";
import { useParts } from "./parts";

export function OwnLink() {
  const { session, media } = useParts();
  const weak = useWeakness();
  const busy = weak.includes(BUSY_ALONE);
  const link = ownLink(session.connection.value, media.link.value, session.facts.value);
  const level = link === "good" && weak.includes(BUSY) ? null : link; // which of the two it is nobody knows
  return (
    <span class="own-link" role="status" data-link={busy ? "busy" : (level ?? "unknown")}>
      {busy ? <span>{t("own-link-busy")}</span> : level && <><LinkMark level={level} /><span>{t(`own-link-${level}`)}</span></>}
    </span>
  );
}

const WISHED: Record<Wish, Rung> = { all: "small", save: "speaker", audio: "voices" };
const RUNGS: readonly Rung[] = ["few", "voices", "speaker", "small", "large"];
const BUSY = "weak-busy";
const BUSY_ALONE = "weak-busy-alone";

/** What one's own link leaves out, which nobody wished; and beside it that this computer is busy, which may be why: too, or alone
 * where the link is good and there is no doubt of it. Nothing is left out for whoever is by themselves, and what is said of
 * everyone's voices and pictures is not said in the private room. */
export function useWeakness(): string[] {
  const { session, looks, busy } = useParts();
  const own = session.facts.value?.you;
  if (own === undefined || session.connection.value !== "up") return [];
  const [view, you] = [session.circle.value, session.you.value];
  const aside = session.out.value;
  if (view !== null && you !== null && (aside ? isLeftAside(view, you.seat) : alone(view, you))) return [];
  const less = !aside && RUNGS.indexOf(own.rung) < RUNGS.indexOf(WISHED[looks.wish.value]);
  const link = less ? `weak-${own.rung}` : own.narrow ? "weak-narrow" : null;
  const is = busy.value !== "starved" && !isWeak(own.quality) ? BUSY_ALONE : BUSY;
  return [link, busy.value !== null && (link !== null || isWeak(own.quality)) ? is : null].filter((one) => one !== null);
}

/** Where a busy computer may be to blame, too. */
function isWeak(level: LinkLevel): boolean {
  return level === "weak" || level === "very_weak";
}

/** Null while nothing is known: the line beside it then says what is the matter. */
export function ownLink(connection: Connection, media: MediaLink, facts: Facts | null): LinkLevel | null {
  if (connection === "lost" || media === "lost") return "down";
  return connection === "up" && media === "up" ? (facts?.you.quality ?? null) : null;
}
