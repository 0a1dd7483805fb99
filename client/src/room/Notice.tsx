/** What lies over the room for as long as it matters: a refusal, a server about to restart. It lies where no seat is, and
    moves nothing. That the connection is lost stands in the line about oneself. */
import { useEffect } from "preact/hooks";
import { moreTime } from "../desk/duration";
import type { Session } from "../session";
import { has, phaseName, t } from "../text";
import { useParts } from "./parts";
import { phaseOf, type Wish } from "./wish";
import "./Notice.css";

/** No trouble, and shown so. */
const GOOD = new Set(["noted", "seen", "stepped_away", "came_alone", "outside_again", "restored", "hand_gone", "done_already", "was_unsent", "lapsed"]);
/** What was asked did not come to be: that stays until it is, or until it is put away. */
const STAYS = new Set(["unsent", "unanswered", "not_saved"]);
/** What somebody reads who was away, or waited: for longer. */
const LONG = new Set(["lapsed", "unreachable", "restored"]);
export const GOES_MS = 12_000;
export const GOES_LATE_MS = 60_000;

export function Notices() {
  const { session, asking } = useParts();
  const code = asking.refusal.value;
  useEffect(() => {
    if (code === null || STAYS.has(code)) return;
    const timer = setTimeout(() => asking.putAway(), LONG.has(code) ? GOES_LATE_MS : GOES_MS);
    return () => clearTimeout(timer);
  }, [code]);
  return (
    <div class="notices">
      {session.connection.value === "up" && session.draining.value && <div class="notice"><p>{t(session.rehearsal.value === null ? "room-draining" : "room-draining-rehearsal")}</p></div>}
      <div role="status">
        {code !== null && (
          <div class={GOOD.has(code) ? "notice notice-good" : "notice"} data-notice="refusal" data-code={code}>
            <p>{refusalText(code, wished(asking.wishes.value, session), seenOf(session))}</p>
            <button class="small quiet" aria-label={t("room-close")} onClick={() => asking.putAway()}><span aria-hidden="true">×</span></button>
          </div>
        )}
      </div>
    </div>
  );
}

/** `what`: what was asked for, as its button says it; `seen`: who has seen a word, and which. */
export function refusalText(code: string, what = "", seen = {}): string {
  return has(`code-${code}`) ? t(`code-${code}`, { what, ...seen }) : t("code-other");
}

/** Who has seen this person's words, where it was one; and the word, where there are not several. At the door nobody's name is known. */
function seenOf(session: Pick<Session, "facts" | "nameOf">): { name: string; word: string } {
  const noted = session.facts.value?.you.noted ?? {};
  const [one, another] = new Set(Object.values(noted));
  return { name: (one !== undefined && another === undefined && session.nameOf(one)) || t("room-word-a-leader"), word: Object.keys(noted).join() };
}

/** All that fared alike, each once. */
function wished(wishes: readonly Wish[], session: Pick<Session, "nameOf">): string {
  return [...new Set(wishes.map((wish) => asked(wish, session)))].join(", ") || t("asked", { step: "other", phase: "", name: "" });
}

function asked(wish: Wish, session: Pick<Session, "nameOf">): string {
  const phase = wish.seen?.plan.find(({ key }) => key === phaseOf(wish));
  const { seat, by_ms } = wish.fields;
  return t("asked", { step: phase || wish.type !== "undo_step" ? wish.type : "undo_extend", phase: phase ? phaseName(phase) : "", name: by_ms ? moreTime(by_ms) : seat === undefined ? "" : session.nameOf(seat) });
}
