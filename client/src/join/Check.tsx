// A look at microphone and camera before going in: a level, a picture, a choice of device. All of it can be left out.
import { useEffect, useRef } from "preact/hooks";
import { signal } from "@preact/signals";
import { choices, Device, meter } from "../devices";
import { t } from "../text";

export const microphone = new Device("audio");
export const camera = new Device("video");
const audioChoices = signal<MediaDeviceInfo[]>([]);
const videoChoices = signal<MediaDeviceInfo[]>([]);

async function open(device: Device, id?: string): Promise<void> {
  await device.open(id);
  audioChoices.value = await choices("audioinput");
  videoChoices.value = await choices("videoinput");
}

export function Check() {
  return (
    <section class="check" aria-label={t("check-title")}>
      <DeviceRow device={microphone} word="microphone" list={audioChoices.value} />
      {microphone.track.value && <Level track={microphone.track.value} />}
      <DeviceRow device={camera} word="camera" list={videoChoices.value} />
      {camera.track.value && <Picture track={camera.track.value} />}
      <p class="hint">{t("check-optional")}</p>
    </section>
  );
}

function DeviceRow({ device, word, list }: { device: Device; word: "microphone" | "camera"; list: MediaDeviceInfo[] }) {
  const track = device.track.value;
  const trouble = device.trouble.value;
  return (
    <div class="device">
      <div class="device-head">
        <span>{t(`check-${word}`)}</span>
        <button type="button" class="small" disabled={device.starting.value}
          onClick={() => { if (track) device.close(); else void open(device); }}>
          {t(track ? `check-${word}-stop` : `check-${word}-try`)}
        </button>
      </div>
      {trouble && <p class="note" role="status">{t(`trouble-${word}-${trouble}`)}</p>}
      {track && list.length > 1 && (
        <select aria-label={t(`check-${word}-choose`)} value={track.getSettings().deviceId ?? ""}
          onChange={(event) => void open(device, event.currentTarget.value)}>
          {list.map((one) => <option key={one.deviceId} value={one.deviceId}>{one.label || t(`check-${word}`)}</option>)}
        </select>
      )}
    </div>
  );
}

function Level({ track }: { track: MediaStreamTrack }) {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => meter(track, (level) => { if (bar.current) bar.current.style.transform = `scaleX(${level})`; }), [track]);
  return (
    <div class="device">
      <span class="meter" role="img" aria-label={t("check-level")}><i ref={bar} style={{ transform: "scaleX(0)" }} /></span>
      <p class="hint">{t("check-speak")}</p>
    </div>
  );
}

function Picture({ track }: { track: MediaStreamTrack }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => { if (video.current) video.current.srcObject = new MediaStream([track]); }, [track]);
  return <video ref={video} class="picture" autoPlay muted playsInline aria-label={t("check-picture")} />;
}
