/** What the presenter told the leaders in private, with the step that answers it beside it. */
import { pushedBack, type CircleView, type Word } from "../protocol";
import { useParts } from "../room/parts";
import { tick } from "../room/tick";
import { t } from "../text";
import { clock } from "./duration";

export function Words({ view }: { view: CircleView }) {
  const { session } = useParts();
  void tick.value;
  const words = view.words ?? [];
  const presenter = view.case.presenter;
  if (presenter === null) return <div role="status" />;
  return (
    <div role="status">
      {words.map(({ word, at }) => (
        <section key={word} class="word" data-word={word}>
          <p><b>{t(`desk-word-${word}`, { name: session.nameOf(presenter) })}</b></p>
          <p class="digits" aria-hidden="true">{t("desk-ago", { time: clock(session.now() - at) })}</p>
          <WordAnswer word={word} view={view} />
        </section>
      ))}
    </div>
  );
}

function WordAnswer({ word, view }: { word: Word; view: CircleView }) {
  const { asking } = useParts();
  const about = view.phase?.entry ?? 0;
  if (word === "bring_me_back" && pushedBack(view) !== null) {
    return <button class="small" onClick={() => void asking.ask("recall", { about })}>{t("desk-recall")}</button>;
  }
  if (word === "need_a_pause" && !view.paused) {
    return <button class="small" onClick={() => void asking.ask("pause", { about })}>{t("desk-pause")}</button>;
  }
  return null;
}
