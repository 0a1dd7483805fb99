/** A look at microphone and camera before going in: a level, a picture, a choice. All of it can be left out. */
import { useEffect, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import type { Choice, Device, Devices } from "../devices";
import { measure, type Meter } from "../meter";
import { t } from "../text";

export function Check({ devices, heard }: { devices: Devices; heard: boolean }) {
  const { microphones, cameras } = devices.found.value;
  return (
    <section class="check" aria-labelledby="check">
      <h2 id="check">{t("join-check")}</h2>
      {heard && (
        <Row device={devices.microphone} choices={microphones} onOpen={() => devices.look()}>
          {(track) => <Level track={track} />}
        </Row>
      )}
      <Row device={devices.camera} choices={cameras} onOpen={() => devices.look()}>
        {(track) => <Preview track={track} />}
      </Row>
    </section>
  );
}

interface RowProps {
  device: Device;
  choices: Choice[];
  onOpen: () => Promise<void>;
  children: (track: MediaStreamTrack) => preact.ComponentChild;
}

function Row({ device, choices, onOpen, children }: RowProps) {
  const { kind } = device;
  const state = device.state.value;
  const track = device.track.value;
  const on = state === "on";
  const open = (id?: string): void => void device.open(id).then(onOpen);
  const chosen = track?.getSettings().deviceId ?? device.id;
  return (
    <div class="device">
      <div class="device-head">
        <h3>{t(`join-${kind}`)}</h3>
        <button
          type="button"
          data-control={kind}
          disabled={state === "opening"}
          onClick={() => (on ? device.close() : open())}
        >
          {t(`join-${kind}-${on ? "off" : state === "opening" ? "opening" : "on"}`)}
        </button>
      </div>
      {track && children(track)}
      {track && choices.length > 1 && (
        <select
          aria-label={t(`join-${kind}-choose`)}
          value={chosen}
          onChange={(event) => open(event.currentTarget.value)}
        >
          {choices.map((one, index) => (
            <option key={one.id} value={one.id}>{one.label || `${t(`join-${kind}`)} ${index + 1}`}</option>
          ))}
        </select>
      )}
      <div role="status">
        {!on && state !== "off" && state !== "opening" && <p class="note">{t(`trouble-${kind}-${state}`)}</p>}
      </div>
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
    if (video.current) video.current.srcObject = new MediaStream([track]);
  }, [track]);
  return (
    <div class="preview">
      <video ref={video} autoPlay muted playsInline aria-label={t("join-preview")} />
    </div>
  );
}
