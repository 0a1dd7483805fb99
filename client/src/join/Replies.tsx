/** Whether somebody comes, asked of each date of which they have been told. */
import { useSignal } from "@preact/signals";
import { dayAndTime, t } from "../text";
import { PASSING, sayComing, type Planned } from "./enter";

interface RepliesProps {
  token: string;
  dates: Planned[];
  /** That of the link is none of them: it is cancelled. */
  others?: boolean;
  /** The dates as they are once something has been said of one. */
  told: (dates: Planned[]) => void;
  again: () => void;
}

/** Two buttons for each date of which they were told. Nothing is said of anybody but by a press. */
export function Replies({ token, dates, others = false, told, again }: RepliesProps) {
  const failed = useSignal("");
  const say = async (planned: Planned, comes: boolean): Promise<void> => {
    failed.value = "";
    const answer = await sayComing(token, planned, comes);
    if ("dates" in answer) told(answer.dates);
    else if (PASSING.has(answer.code)) failed.value = planned.meeting;
    else again(); // it is open now, or the link is another one: the page says which
  };
  return (
    <section class="check replies" aria-labelledby="reply">
      <h2 id="reply">{t(others ? "reply-title-others" : "reply-title")}</h2>
      {dates.map((one, at) => (
        <Reply
          key={one.meeting} planned={one} dated={others || dates.length > 1} comes={one.comes} own={!others && at === 0}
          failed={failed.value === one.meeting} say={(comes) => void say(one, comes)}
        />
      ))}
      <p class="hint">{t("reply-hint")}</p>
    </section>
  );
}

interface ReplyProps {
  planned: Planned;
  /** It says when it is, since nothing above it does. */
  dated: boolean;
  comes: boolean | null;
  /** The link is to this one. */
  own: boolean;
  failed: boolean;
  say: (comes: boolean) => void;
}

function Reply({ planned, dated, comes, own, failed, say }: ReplyProps) {
  const when = dayAndTime(planned.begins.getTime());
  return (
    <div class="reply" role="group" aria-label={when} data-meeting={planned.meeting}>
      {dated && <h3>{when}</h3>}
      <div class="switches">
        <button type="button" class={comes === true ? "on" : ""} data-control="come" aria-pressed={comes === true} onClick={() => say(true)}>{t("reply-come")}</button>
        <button type="button" class={comes === false ? "on" : ""} data-control="cannot" aria-pressed={comes === false} onClick={() => say(false)}>{t("reply-cannot")}</button>
      </div>
      <p class={failed ? "note" : "hint"} role="status">
        {t(failed ? "reply-failed" : comes === null ? "reply-open" : comes ? "reply-said-come" : own ? "reply-said-cannot" : "reply-said-cannot-later")}
      </p>
    </div>
  );
}
