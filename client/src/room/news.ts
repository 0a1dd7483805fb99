/** What has come about for this person without a press of theirs: each is said once, in a quiet line. */
import { useEffect, useRef } from "preact/hooks";
import { leadersAlone, pushedBack, type CircleView } from "../protocol";
import { useParts } from "./parts";

/** A leader who is back reads what has been meanwhile, also on a page that had to be loaded anew: for so long. */
const FRESH_MS = 60_000;

/** What stood already when the page was opened is no news, but for that. */
export function useNews(view: CircleView): void {
  const { session, asking } = useParts();
  const own = session.you.value?.seat ?? 0;
  const fresh = session.now() - (view.restored_at ?? -Infinity) < FRESH_MS;
  const before = useRef(fresh ? { ...view, restored_at: null } : view);
  useEffect(() => {
    const was = before.current;
    before.current = view;
    const code = newsOf(was, view, own);
    if (code !== null) asking.tell(code);
    else if (isPast(asking.refusal.value, was, view, own)) asking.putAway();
  }, [view]);
}

/** What was told of where one sits, and is so no more; of the time without a leader, once the group goes on, too. */
function isPast(code: string | null, was: CircleView, is: CircleView, own: number): boolean {
  if (code === "restored") return pushedBack(is) === null || (was.paused && !is.paused);
  return code === "came_alone" ? is.came_alone !== true : code === "outside_again" && pushedBack(is) !== own;
}

function newsOf(was: CircleView, is: CircleView, own: number): string | null {
  if (is.came_alone === true && was.came_alone !== true && is.case.presenter === own) return "came_alone";
  if (is.restored_at != null && is.restored_at !== was.restored_at && pushedBack(is) !== null) return "restored";
  if (was.suspended && pushedBack(is) === own) return "outside_again";
  const stepped = is.phase?.entry !== was.phase?.entry && !leadersAlone(is);
  return stepped && was.hands.includes(own) && !is.hands.includes(own) && is.turn?.seat !== own ? "hand_gone" : null;
}
