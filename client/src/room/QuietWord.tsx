/** The presenter's private line to the leaders; for the others, a word on what it is for. */
import { useSignal } from "@preact/signals";
import type { CircleView, Word } from "../protocol";
import { t } from "../text";
import { Dialog } from "./Dialog";
import { useParts } from "./parts";

const WORDS: readonly Word[] = ["bring_me_back", "need_a_pause"];

export function QuietWord({ view }: { view: CircleView }) {
  const { session } = useParts();
  const open = useSignal(false);
  const presents = view.case.presenter === session.you.value?.seat;
  const said = (view.words ?? []).length > 0;
  return (
    <>
      <button class={said ? "on" : ""} data-control="word" onClick={() => (open.value = true)}>{t("room-word")}</button>
      <Dialog open={open.value} title={t("room-word-title")} onClose={() => (open.value = false)}>
        <p>{t(presents ? "room-word-text" : "room-word-not-now")}</p>
        <div class="choices">
          {presents && WORDS.map((word) => <WordButton key={word} word={word} view={view} onSaid={() => (open.value = false)} />)}
          <button onClick={() => (open.value = false)}>{t("room-close")}</button>
        </div>
      </Dialog>
    </>
  );
}

function WordButton({ word, view, onSaid }: { word: Word; view: CircleView; onSaid: () => void }) {
  const { asking } = useParts();
  const said = (view.words ?? []).some((sent) => sent.word === word);
  const say = async (): Promise<void> => {
    if (await asking.ask("tell_leaders", { word })) onSaid();
  };
  return (
    <button class={said ? "on" : "main"} data-word={word} disabled={said} onClick={() => void say()}>
      {t(said ? `room-word-said-${word}` : `room-word-${word}`)}
    </button>
  );
}
