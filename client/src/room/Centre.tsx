/** The middle of the circle: the phase in the group's words, one sentence, and a coarse arc of time. */
import type { CircleView } from "../protocol";
import { heardIn } from "../returning";
import { has, t } from "../text";
import { useParts } from "./parts";
import { ARC_PARTS, lastWords, leftText, partsPast, phrase } from "./phrase";
import { tick } from "./tick";
import "./Centre.css";

/** What gives way to the word that the circle soon closes: whose turn it is, or what is waited for, does not. */
const ENDINGS = new Set(["room-says-closing", "room-says-leaving"]);

/** More letters than these leave no room for the arc in a small circle. */
const LONG = 60;

export function Centre({ view }: { view: CircleView }) {
  const { session, away } = useParts();
  void tick.value;
  const left = away.leftBy.value;
  const whole = session.circle.value ?? view; // the circle's, also for whoever is out
  const { title, text, about } = left === null ? phrase(whole, session.you.value?.seat, session.now()) : { title: t("room-aside"), text: leftText(view, session.you.value!.role, left), about: left };
  const seconds = heardIn(whole, session.now()) ?? 0;
  const last = ENDINGS.has(text) ? lastWords(view, session.phaseNow()) : null;
  const own = about !== null && about === session.you.value?.seat && has(`${text}-you`);
  const name = about === null ? "" : session.nameOf(about) || t(left === null ? "room-seat" : "room-word-a-leader", { number: about });
  const said = t(last ?? (own ? `${text}-you` : text), { name, seconds });
  return (
    <div class={said.length > LONG ? "centre centre-long" : "centre"} data-phase={view.phase?.key ?? "gathering"}>
      <h1 style={{ "--letters": longest(title) }}>{title}</h1>
      <p>{said}</p>
      {view.paused ? <p class="centre-paused">{t("room-paused")}</p> : !session.out.value && <Arc view={view} />}
    </div>
  );
}

/** The letters of its longest word, at which no line can be broken. */
function longest(title: string): number {
  return Math.max(...title.split(/\s+/).map((word) => word.length));
}

function Arc({ view }: { view: CircleView }) {
  const { session } = useParts();
  void tick.value;
  const past = partsPast(view.phase, session.phaseNow());
  if (past === null) return null;
  const parts = Array.from({ length: ARC_PARTS }, (_, part) => part);
  return (
    <svg class="arc" viewBox="0 0 132 26" role="img" aria-label={t("room-arc", { past, parts: ARC_PARTS })}>
      {parts.map((part) => <path key={part} class={part < past ? "arc-past" : ""} d={segment(part)} />)}
    </svg>
  );
}

/** A part of a flat arch, like a horizon; the gaps keep the parts countable. */
function segment(part: number): string {
  const point = (along: number): string => {
    const angle = Math.PI * (0.82 - 0.64 * along);
    return `${(66 + 74 * Math.cos(angle)).toFixed(1)} ${(78 - 74 * Math.sin(angle)).toFixed(1)}`;
  };
  const gap = 0.012;
  return `M${point(part / ARC_PARTS + gap)} A74 74 0 0 1 ${point((part + 1) / ARC_PARTS - gap)}`;
}
