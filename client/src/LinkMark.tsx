/** Three strokes for how good a link is: a mark beside the words that say it, and never instead of them. */
import "./LinkMark.css";

/** `looking`: not known yet. */
export type LinkLevel = "good" | "weak" | "very_weak" | "down" | "looking";

export function LinkMark({ level }: { level: LinkLevel }) {
  return <span class="link-mark" data-level={level} aria-hidden="true"><i /><i /><i /></span>;
}
