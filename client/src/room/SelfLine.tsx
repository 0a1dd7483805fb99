/** The line that tells the truth about oneself. Not a live region: what changes in it by itself is announced apart. */
import { whisperersTo } from "../seats";
import { Telephone } from "../Telephone";
import { t } from "../text";
import { OwnLink, useWeakness } from "./OwnLink";
import { useParts } from "./parts";
import { WhoSees } from "./WhoSees";
import "./SelfLine.css";

/** So many letters are two lines on a phone; whatever is longer is set closer, so that it needs no more height than is kept. */
const SHORT = 60;
/** And so many are more than stand beside the link there. */
const LONG = 150;

/** Where one reads that the room is not reached. */
const UNREACHED = new Set(["truth-lost", "truth-media-lost", "truth-media-refused"]);

export function SelfLine() {
  const { session, telephone, truth, microphone, camera } = useParts();
  const weak = useWeakness();
  const { id, args, heard, tone } = truth.value;
  const trouble =
    (id.startsWith("truth-microphone") ? null : troubleOf("microphone", microphone.state.value)) ??
    troubleOf("camera", camera.state.value);
  const whispered = useWhispered();
  const callable = telephone !== "" && UNREACHED.has(id);
  const stands = session.connection.value === "lost" && session.circle.value?.phase ? t("truth-clock-stands") : "";
  const letters = [whispered, t(id, args), stands, callable && `${t("telephone-ring")} ${telephone}`, trouble && t(trouble), ...weak.map((one) => t(one))].filter(Boolean).join(" ").length;
  const classes = ["self-line", heard && "self-line-heard", tone === "look" && "self-line-look"];
  return (
    <div class={["own-line", letters > SHORT && "own-line-long", letters > LONG && "own-line-longest"].filter(Boolean).join(" ")}>
      <p class={classes.filter(Boolean).join(" ")} data-truth={id}>
        <span>{t(id, args)}</span>
        {stands && <span> {stands}</span>}
        {whispered && <b class="self-line-whisper" data-whispered> {whispered}</b>}
        {callable && <> <Telephone number={telephone} /></>}
        {trouble && <span class="self-line-trouble" role="status"> {t(trouble)}</span>}
        {weak.map((one) => <span key={one} data-weak={one} role="status"> {t(one)}</span>)}
      </p>
      <span class="own-side"><OwnLink />{session.circle.value && <WhoSees view={session.circle.value} />}</span>
    </div>
  );
}

/** Who speaks to this leader alone; it is announced apart, each time once. */
function useWhispered(): string {
  const { session } = useParts();
  const view = session.circle.value;
  const [from] = view === null ? [] : whisperersTo(view, session.you.value?.seat ?? 0);
  return from === undefined ? "" : t("room-whispers-to-you", { name: session.nameOf(from) || t("room-seat", { number: from }) });
}

function troubleOf(kind: "microphone" | "camera", state: string): string | null {
  return ["denied", "none", "busy", "failed"].includes(state) ? `trouble-${kind}-${state}` : null;
}
