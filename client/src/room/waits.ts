/** Whichever button it was: what was pressed shows, after most of a second, that it waits for the server's answer. */
import { useEffect } from "preact/hooks";
import { useParts } from "./parts";

export function useWaits(): void {
  const { asking } = useParts();
  useEffect(() => {
    const before = (): void => void (asking.asked = null);
    const after = ({ target }: Event): void => {
      const button = target instanceof Element && target.closest("button");
      if (!button || asking.asked === null) return;
      button.setAttribute("aria-busy", "true");
      void asking.asked.finally(() => button.removeAttribute("aria-busy"));
    };
    addEventListener("click", before, true);
    addEventListener("click", after);
    return () => {
      removeEventListener("click", before, true);
      removeEventListener("click", after);
    };
  }, []);
}
