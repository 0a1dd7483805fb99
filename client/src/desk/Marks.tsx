/** What leaders note of their own work, from a closed list, one key or press each; for the record of the session alone. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { INTERVENTIONS, type CircleView, type Intervention } from "../protocol";
import { useParts } from "../room/parts";
import { t } from "../text";
import { carried, keyed, MARK_KEYS } from "./keys";
import { settling, useSettled } from "./press";

export function Marks({ view }: { view: CircleView }) {
  const { session, asking } = useParts();
  // Not by `asking`: two kinds that are marked in one breath are two.
  const mark = (intervention: Intervention): void =>
    void asking.shown(session.command("mark", { intervention })).then((answer) => !answer.ok && asking.tell(answer.code));
  return (
    <section class="marks">
      <h2>{t("desk-marks")}</h2>
      <p class="desk-soft">{t("desk-marks-text")}</p>
      <div class="marks-all">
        {INTERVENTIONS.map((kind, index) => <MarkButton key={kind} kind={kind} nth={index} view={view} onMark={mark} />)}
      </div>
    </section>
  );
}

function MarkButton({ kind, nth, view, onMark }: { kind: Intervention; nth: number; view: CircleView; onMark: (kind: Intervention) => void }) {
  const count = (view.marks ?? []).filter((one) => one === kind).length;
  const mark = t(`intervention-${kind}`);
  const said = count > 0 ? { "aria-label": t("desk-mark-times", { mark, count }) } : {};
  return (
    <button class={count > 0 ? "small on" : "small"} data-mark={kind} {...said} {...carried(MARK_KEYS[nth] ?? "")} onClick={() => onMark(kind)}>
      {mark}{count > 0 && <b class="digits"> ×{count}</b>}
    </button>
  );
}

/** So long the last mark is said where the leader looks, with the way to take it back. */
export const SAID_MS = 10_000;

export function LastMark({ view }: { view: CircleView }) {
  const { asking } = useParts();
  const marks = view.marks ?? [];
  const known = useRef(marks.length);
  const said = useSignal(false);
  useEffect(() => {
    const grown = marks.length > known.current;
    known.current = marks.length;
    said.value = grown;
    if (!grown) return;
    const timer = setTimeout(() => (said.value = false), SAID_MS);
    return () => clearTimeout(timer);
  }, [marks.length]);
  const settled = useSettled(marks.length);
  const last = marks[marks.length - 1];
  const about = view.phase?.entry ?? 0;
  const back = (): void => void asking.ask("take_back_mark", { about, number: marks.length });
  return (
    <div role="status">
      {said.value && last && (
        <p class="lead-line" data-last-mark={last}>
          <span>{t("desk-marked", { mark: t(`intervention-${last}`) })}</span>
          <button class="small" data-act="take_back_mark" {...keyed("mark-back")} {...settling(settled, back)}>{t("desk-mark-back")}</button>
        </p>
      )}
    </div>
  );
}
