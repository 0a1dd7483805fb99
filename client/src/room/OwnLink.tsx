/** How good one's own link is, in words and by a mark: what the server tells, and what the page sees for itself. */
import { LinkMark, type LinkLevel } from "../LinkMark";
import type { MediaLink } from "../media";
import type { Facts } from "../protocol";
import type { Connection } from "../session";
import { t } from "../text";
import { useParts } from "./parts";

export function OwnLink() {
  const { session, media } = useParts();
  const level = ownLink(session.connection.value, media.link.value, session.facts.value);
  return (
    <span class="own-link" role="status" data-link={level ?? "unknown"}>
      {level && <><LinkMark level={level} /><span>{t(`own-link-${level}`)}</span></>}
    </span>
  );
}

/** Where a busy computer may be to blame, too. */
export function isWeak(level: LinkLevel): boolean {
  return level === "weak" || level === "very_weak";
}

/** Null while nothing is known: the line beside it then says what is the matter. */
export function ownLink(connection: Connection, media: MediaLink, facts: Facts | null): LinkLevel | null {
  if (connection === "lost" || media === "lost") return "down";
  return connection === "up" && media === "up" ? (facts?.you.quality ?? null) : null;
}
