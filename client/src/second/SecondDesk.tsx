/** A leader's desk on a second screen: the desk, and what one has to know of not being in the room here. */
import { isLeading, isOutside } from "../protocol";
import { Announced } from "../room/Announcer";
import { AtRest, type Rest, useRest } from "../room/Ending";
import { Notices } from "../room/Notice";
import { type Parts, useParts } from "../room/parts";
import { DeskPlace } from "../room/Unloaded";
import { t } from "../text";
import "./SecondDesk.css";

export function SecondDesk({ parts }: { parts: Parts }) {
  return <Announced parts={parts}><Face /></Announced>;
}

function Face() {
  const { session } = useParts();
  const [circle, you] = [session.circle.value, session.you.value];
  const rest = useRest();
  if (rest) return <Resting rest={rest} />;
  if (circle === null || you === null || !isLeading(you.role) || isOutside(circle, you)) return <Resting rest="left" />;
  const unheard = session.facts.value?.links?.[String(you.seat)]?.up === false;
  return (
    <main class="second-desk">
      <header class="second-head">
        <h1>{t("second-title")}</h1>
        <p class={unheard ? "row-look" : ""}>{t(unheard ? "second-unheard" : "second-text")}</p>
      </header>
      <DeskPlace view={circle} />
      <Notices />
    </main>
  );
}

/** The room's own words, but where a desk has others. */
function Resting({ rest }: { rest: Rest }) {
  return <AtRest rest={rest} words={rest === "replaced" || rest === "no-place" || rest === "left" ? "second" : "room"} />;
}
