/** The line that tells the truth about oneself. Not a live region: what changes in it by itself is announced apart. */
import { t } from "../text";
import { OwnLink } from "./OwnLink";
import { useParts } from "./parts";
import "./SelfLine.css";

export function SelfLine() {
  const { truth, microphone, camera } = useParts();
  const { id, args, heard, tone } = truth.value;
  const trouble =
    (id.startsWith("truth-microphone") ? null : troubleOf("microphone", microphone.state.value)) ??
    troubleOf("camera", camera.state.value);
  const look = tone === "look" ? " self-line-look" : "";
  return (
    <div class="own-line">
      <p class={`self-line${heard ? " self-line-heard" : ""}${look}`} data-truth={id}>
        <span>{t(id, args)}</span>
        {trouble && <span class="self-line-trouble" role="status"> {t(trouble)}</span>}
      </p>
      <OwnLink />
    </div>
  );
}

function troubleOf(kind: "microphone" | "camera", state: string): string | null {
  return ["denied", "none", "busy", "failed"].includes(state) ? `trouble-${kind}-${state}` : null;
}
