/** Somebody's moving picture, round; nothing while no frames arrive, so that what is under it shows. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { SeatId } from "../protocol";
import { useParts } from "./parts";

/** Slower than this is no moving picture: the initials are truer than a frozen face. */
const FROZEN_MS = 2500;

interface Props {
  /** Whose it is; null: one's own. */
  seat: SeatId | null;
  stream: MediaStream;
  mirrored?: boolean;
}

export function Picture({ seat, stream, mirrored = false }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  useShown(seat, video);
  const [moving, setMoving] = useState(false);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    element.play()?.catch(() => undefined); // muted video always may; a change of stream interrupts it
    const stop = onFrames(element, setMoving);
    return () => {
      stop();
      element.srcObject = null;
    };
  }, [stream]);
  const classes = `picture${moving ? " picture-moving" : ""}${mirrored ? " picture-mirrored" : ""}`;
  return <video ref={video} class={classes} muted autoPlay playsInline disablePictureInPicture aria-hidden="true" tabIndex={-1} />;
}

/** The server sends a picture as large as it is shown. */
function useShown(seat: SeatId | null, video: { current: HTMLVideoElement | null }): void {
  const { looks } = useParts();
  useEffect(() => {
    const element = video.current;
    if (element === null || seat === null) return;
    const place = {};
    const tell = (): void => looks.shows(place, seat, Math.max(1, element.clientHeight) * devicePixelRatio);
    tell();
    const observer = typeof ResizeObserver === "function" ? new ResizeObserver(tell) : null;
    observer?.observe(element);
    addEventListener("resize", tell); // zoomed, or on another screen: the same size in other pixels
    return () => {
      removeEventListener("resize", tell);
      observer?.disconnect();
      looks.shows(place, seat, 0);
    };
  }, [seat]);
}

/** Tells when frames begin and cease to arrive. Returns what stops it. */
function onFrames(element: HTMLVideoElement, tell: (moving: boolean) => void): () => void {
  if (!("requestVideoFrameCallback" in element)) {
    tell(true);
    return () => undefined;
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  let request = 0;
  const next = (): void => {
    request = element.requestVideoFrameCallback(() => {
      // A page nobody looks at gets no frames; that says nothing about the picture.
      tell(true);
      clearTimeout(timer);
      timer = setTimeout(() => tell(document.hidden), FROZEN_MS);
      next();
    });
  };
  next();
  return () => {
    clearTimeout(timer);
    element.cancelVideoFrameCallback(request);
    tell(false);
  };
}
