/** What leaders note of their own work, from a closed list, one key or press each; for the record of the session alone. */
import { INTERVENTIONS, type CircleView, type Intervention } from "../protocol";
import { useParts } from "../room/parts";
import { t } from "../text";
import { carried, MARK_KEYS } from "./keys";

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
