/** A look at microphone and camera before going in: a level, a picture, a choice. All of it can be left out. */
import type { TargetedEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useSignal, type Signal } from "@preact/signals";
import type { Choice, Device, Devices } from "../devices";
import type { Wish } from "../looks";
import { WishChoice } from "../receive/WishChoice";
import { measure, type Meter } from "../meter";
import { t } from "../text";
import { OwnVoice, Speaker } from "./Listen";

/** The buttons come first and stay where they are; what they bring appears below them. */
export function Check({ devices, heard, wish }: { devices: Devices; heard: boolean; wish: Signal<Wish> }) {
  const { microphone, camera, found } = devices;
  const { microphones, cameras } = found.value;
  const look = (): Promise<void> => devices.look();
  return (
    <section class="check" aria-labelledby="check">
      <h2 id="check">{t(heard ? "join-check" : "join-camera")}</h2>
      <div class="switches">
        {heard && <Switch device={microphone} onOpen={look} />}
        <Switch device={camera} onOpen={look} />
      </div>
      {heard && (
        <Found device={microphone} choices={microphones}>{(track) => <><Level track={track} /><OwnVoice track={track} /></>}</Found>
      )}
      <Found device={camera} choices={cameras}>{(track) => <Preview track={track} />}</Found>
      <Speaker />
      <details class="receive" onToggle={seen}>
        <summary>{t("receive")}</summary>
        <p class="hint">{t("receive-text")}</p>
        <WishChoice wish={wish} />
      </details>
    </section>
  );
}

/** Of what a press has opened. */
export function seen({ currentTarget }: TargetedEvent<HTMLElement>): void {
  if (currentTarget.matches("[open]")) currentTarget.scrollIntoView({ block: "nearest" });
}

function Switch({ device, onOpen }: { device: Device; onOpen: () => Promise<void> }) {
  const { kind } = device;
  const state = device.state.value;
  const on = state === "on";
  return (
    <button
      type="button"
      class={on ? "on" : ""}
      data-control={kind}
      disabled={state === "opening"}
      onClick={() => (on ? device.close() : void device.open().then(onOpen))}
    >
      {t(`join-${kind}-${on ? "off" : state === "opening" ? "opening" : "on"}`)}
    </button>
  );
}

interface FoundProps {
  device: Device;
  choices: Choice[];
  children: (track: MediaStreamTrack) => preact.ComponentChild;
}

function Found({ device, choices, children }: FoundProps) {
  const { kind } = device;
  const state = device.state.value;
  const track = device.track.value;
  const trouble = state !== "on" && state !== "off" && state !== "opening";
  const section = useRef<HTMLDivElement>(null);
  const shown = track !== null || trouble;
  const before = useRef(shown);
  useEffect(() => {
    if (shown && !before.current) section.current?.scrollIntoView({ block: "nearest" }); // the way in stays in sight, and must not lie over it
    before.current = shown;
  }, [shown]);
  return (
    <div ref={section} class={track || trouble ? "device" : "device device-off"}>
      {track && <h3>{t(`join-${kind}`)}</h3>}
      {track && children(track)}
      {track && choices.length > 1 && (
        <select
          aria-label={t(`join-${kind}-choose`)}
          value={track.getSettings().deviceId ?? device.id}
          onChange={(event) => void device.open(event.currentTarget.value)}
        >
          {choices.map((one, index) => (
            <option key={one.id} value={one.id}>{one.label || `${t(`join-${kind}`)} ${index + 1}`}</option>
          ))}
        </select>
      )}
      <div role="status">{trouble && <p class="note">{t(`trouble-${kind}-${state}`)}</p>}</div>
    </div>
  );
}

function Level({ track }: { track: MediaStreamTrack }) {
  const meter = useSignal<Meter | null>(null);
  useEffect(() => {
    const running = measure(track);
    meter.value = running;
    return () => running.stop();
  }, [track]);
  const level = meter.value?.level.value ?? 0;
  const heard = meter.value?.heard.value ?? false;
  return (
    <>
      <div class="level" role="img" aria-label={t("join-level")} data-level={level.toFixed(2)}>
        <i style={{ transform: `scaleX(${level.toFixed(3)})` }} />
      </div>
      <p class="hint" role="status">{t(heard ? "join-level-heard" : "join-level-speak")}</p>
    </>
  );
}

function Preview({ track }: { track: MediaStreamTrack }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (!video.current) return;
    video.current.srcObject = new MediaStream([track]);
  }, [track]);
  return (
    <div class="preview">
      <video ref={video} autoPlay muted playsInline aria-label={t("join-preview")} />
    </div>
  );
}
