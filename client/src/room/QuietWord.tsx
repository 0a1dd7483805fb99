/** A discreet line to the leaders: the presenter's own two words, distress, leaving early. Nobody else learns of it. */
import { useSignal, type Signal } from "@preact/signals";
import type { CircleView, Word } from "../protocol";
import { t } from "../text";
import { Dialog } from "./Dialog";
import { useParts } from "./parts";

const PRESENTERS: readonly Word[] = ["bring_me_back", "need_a_pause"];
const EVERYONES: readonly Word[] = ["distress", "leave_early"];

export function QuietWord({ view }: { view: CircleView }) {
  const { session } = useParts();
  const open = useSignal(false);
  /** The page remembers that it said something; the server tells nobody but the leaders. */
  const said = useSignal<readonly Word[]>([]);
  const running = view.stage === "running";
  const presents = view.case.presenter === session.you.value?.seat;
  const told = (view.words ?? []).length > 0 || said.value.length > 0;
  const words = running ? [...(presents ? PRESENTERS : []), ...EVERYONES] : [];
  const close = (): void => void (open.value = false);
  return (
    <>
      <button class={told ? "on" : ""} data-control="word" onClick={() => (open.value = true)}>{t("room-word")}</button>
      <Dialog open={open.value} title={t("room-word-title")} onClose={close}>
        <p>{t(running ? "room-word-text" : "room-word-not-now")}</p>
        <div class="choices">
          {words.map((word) => <WordButton key={word} word={word} view={view} said={said} onSaid={close} />)}
          {running && presents && <WithdrawCase view={view} onDone={close} />}
          <button onClick={close}>{t("room-close")}</button>
        </div>
      </Dialog>
    </>
  );
}

interface WordProps {
  word: Word;
  view: CircleView;
  said: Signal<readonly Word[]>;
  onSaid: () => void;
}

function WordButton({ word, view, said, onSaid }: WordProps) {
  const { asking } = useParts();
  const isSaid = PRESENTERS.includes(word) ? (view.words ?? []).some((sent) => sent.word === word) : said.value.includes(word);
  const say = async (): Promise<void> => {
    if (!(await asking.ask("tell_leaders", { word }))) return;
    if (!PRESENTERS.includes(word)) said.value = [...said.value, word];
    onSaid();
  };
  return (
    <button class={isSaid ? "on" : PRESENTERS.includes(word) ? "main" : ""} data-word={word} disabled={isSaid} onClick={() => void say()}>
      {t(isSaid ? `room-word-said-${word}` : `room-word-${word}`)}
    </button>
  );
}

/** Nobody is held to a case. */
function WithdrawCase({ view, onDone }: { view: CircleView; onDone: () => void }) {
  const { asking } = useParts();
  const withdraw = async (): Promise<void> => {
    if (await asking.ask("withdraw_case", { about: view.case.number })) onDone();
  };
  return <button class="look" data-word="withdraw_case" onClick={() => void withdraw()}>{t("room-case-take-back")}</button>;
}
