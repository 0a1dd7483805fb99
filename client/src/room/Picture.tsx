/** Somebody's moving picture, round; nothing while no frames arrive, so that what is under it shows. */
import { useEffect, useRef, useState } from "preact/hooks";

/** Slower than this is no moving picture: the initials are truer than a frozen face. */
const FROZEN_MS = 2500;

interface Props {
  stream: MediaStream;
  mirrored?: boolean;
}

export function Picture({ stream, mirrored = false }: Props) {
  const video = useRef<HTMLVideoElement>(null);
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
