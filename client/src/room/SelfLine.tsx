// One line that always tells the truth about oneself.
import { t } from "../text";
import { truth } from "../truth";
import type { Place } from "./Room";

export function SelfLine({ place: { session, media, microphone } }: { place: Place }) {
  const told = truth({
    view: session.view.value,
    seat: session.you.value.seat,
    waiting: session.audience.value === "waiting",
    gone: session.audience.value === "gone",
    line: session.line.value,
    path: media.path.value,
    facts: session.facts.value,
    microphoneOn: microphone.track.value !== null,
  });
  const name = told.seat ? session.nameOf(told.seat) : "";
  return <p class={`self-line ${told.tone}`} data-truth={told.id}>{t(told.id, { name })}</p>;
}
