// One sound element a seat, there for the page's life. What plays is what the server forwards.
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Media } from "../media";

// Set while the browser wants a touch before it plays sound; calling it, in that touch, starts all of it.
export const soundBlocked = signal<(() => void) | null>(null);

export function Voices({ media }: { media: Media }) {
  const box = useRef<HTMLDivElement>(null);
  const version = media.version.value;
  useEffect(() => {
    const elements = [...(box.current?.querySelectorAll("audio") ?? [])];
    elements.forEach((element, index) => { element.srcObject = media.voices[index] ?? null; });
    const start = () => Promise.all(elements.map((element) => element.play())).then(() => { soundBlocked.value = null; });
    const allow = () => { void start().catch(() => undefined); };
    start().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === "NotAllowedError") soundBlocked.value = allow;
    });
  }, [version]);
  return <div ref={box} hidden>{media.voices.map((_, index) => <audio key={index} autoPlay />)}</div>;
}
