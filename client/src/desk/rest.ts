/** A desk that reaches nobody is at rest, and looks it. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useParts } from "../room/parts";

/** A shorter loss is none that one sees: the steps that are pressed in it are said not to have been sent. */
export const RESTS_AFTER_MS = 2000;

/** Whether this page's connection has been lost for so long. */
export function useAtRest(): boolean {
  const { session } = useParts();
  const lost = session.connection.value === "lost";
  const long = useSignal(false);
  useEffect(() => {
    if (!lost) return;
    const timer = setTimeout(() => (long.value = true), RESTS_AFTER_MS);
    return () => {
      clearTimeout(timer);
      long.value = false;
    };
  }, [lost]);
  return lost && long.value;
}
