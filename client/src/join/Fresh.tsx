/** An old link offers a new one: it goes to the address that the leader has given, and nobody is asked for one. */
import { useSignal } from "@preact/signals";
import { t } from "../text";
import { askFresh, type Fresh as Answer } from "./enter";

const SAID: Record<Answer, string> = {
  sent: "refused-fresh-sent", none: "refused-fresh-none", too_fast: "refused-fresh-too_fast", failed: "refused-fresh-failed",
  link_taken_back: "refused-link_taken_back-text",
};

export function Fresh({ token }: { token: string }) {
  const asking = useSignal(false);
  const answer = useSignal<Answer | null>(null);
  const ask = async (): Promise<void> => {
    if (asking.value) return;
    asking.value = true;
    answer.value = await askFresh(token);
    asking.value = false;
  };
  return (
    <>
      {answer.value !== "sent" && (
        <button class="main" data-control="fresh" aria-disabled={asking.value} onClick={() => void ask()}>
          {t(asking.value ? "refused-fresh-sending" : "refused-fresh-send")}
        </button>
      )}
      <div role="status">{answer.value && !asking.value && <p>{t(SAID[answer.value])}</p>}</div>
    </>
  );
}
