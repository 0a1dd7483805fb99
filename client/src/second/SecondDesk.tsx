/** A leader's desk on a second screen: the desk, and what one has to know of not being in the room here. */
import { useEffect } from "preact/hooks";
import { Desk } from "../desk/Desk";
import { forgetNotes } from "../desk/notes";
import { isLeading, isOutside } from "../protocol";
import { Announcer } from "../room/Announcer";
import { restOf, type Rest } from "../room/Ending";
import { Notices } from "../room/Notice";
import { PartsContext, type Parts, useParts } from "../room/parts";
import { t } from "../text";
import "./SecondDesk.css";

export function SecondDesk({ parts }: { parts: Parts }) {
  return (
    <PartsContext.Provider value={parts}>
      <Announcer />
      <Face />
    </PartsContext.Provider>
  );
}

function Face() {
  const { session } = useParts();
  const [circle, you] = [session.circle.value, session.you.value];
  const ended = session.view.value.stage === "ended" || session.refusal.value === "session_ended";
  useEffect(() => {
    if (ended) forgetNotes(session.notes.value, Date.now());
  }, [ended]);
  const rest = restOf(you?.standing, session.view.value.stage, session.connection.value, session.refusal.value);
  if (rest) return <Resting rest={rest} />;
  if (circle === null || you === null || !isLeading(you.role) || isOutside(circle, you)) return <Resting rest="left" />;
  const unheard = session.facts.value?.links?.[String(you.seat)]?.up === false;
  return (
    <main class="second-desk">
      <header class="second-head">
        <h1>{t("second-title")}</h1>
        <p class={unheard ? "row-look" : ""}>{t(unheard ? "second-unheard" : "second-text")}</p>
      </header>
      <Desk view={circle} />
      <Notices />
    </main>
  );
}

/** The room's own words, but where a desk has others. */
function Resting({ rest }: { rest: Rest }) {
  const words = rest === "replaced" || rest === "no-place" || rest === "left" ? `second-${rest}` : `room-${rest}`;
  return (
    <main class="plain" data-rest={rest}>
      <h1>{t(`${words}-title`)}</h1>
      <p>{t(`${words}-text`)}</p>
      {(rest === "replaced" || rest === "outdated") && <button class="main" onClick={() => location.reload()}>{t(`${words}-again`)}</button>}
    </main>
  );
}
