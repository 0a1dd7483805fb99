/** The mark that was just made, and the way to take it back. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { CircleView } from "../protocol";
import { useParts } from "../room/parts";
import { t } from "../text";
import { keyed } from "./keys";
import { settling, useSettled } from "./press";

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
