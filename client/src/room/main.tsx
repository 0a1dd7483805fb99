// The room's page: one session, one connection, two devices, drawn by <Room>.
import "../style/tokens.css";
import "../style/base.css";
import "./room.css";
import "../desk/desk.css";
import { effect } from "@preact/signals";
import { render } from "preact";
import { io } from "socket.io-client";
import { takeChoices } from "../choices";
import { Device } from "../devices";
import { Media } from "../media";
import { readBoot } from "../protocol";
import { Session, type Wire } from "../session";
import { speak, t } from "../text";
import { Room, type Place } from "./Room";

const boot = readBoot(document);
speak(boot.lang, boot.catalogue);
document.title = t("title");

const wire = io({ transports: ["websocket", "polling"], reconnectionDelay: 300, reconnectionDelayMax: 3000 });
const place: Place = {
  session: new Session(wire as unknown as Wire, boot),
  media: new Media(boot.slots ?? 16),
  microphone: new Device("audio"),
  camera: new Device("video"),
};
const { session, media, microphone, camera } = place;

effect(() => media.send("audio", microphone.track.value));
effect(() => media.send("video", camera.track.value));
effect(() => {
  // Whoever has gone, been replaced or come to the end sends nothing more: the devices' lights go out.
  const over = session.audience.value === "gone" || session.line.value === "replaced" || session.view.value.stage === "ended";
  if (over && session.line.value !== "connecting") { media.close(); microphone.close(); camera.close(); }
});
if (boot.snapshot && boot.snapshot.view.stage !== "ended" && boot.snapshot.audience !== "gone") {
  void media.open();
  const chosen = takeChoices();
  if (chosen.microphone) void microphone.open(chosen.audioId);
  if (chosen.camera) void camera.open(chosen.videoId);
}

// For tests, which read the page's own WebRTC statistics; nothing of the page depends on it.
Object.assign(window, { restarea: place });

const root = document.getElementById("room");
if (root) render(<Room place={place} />, root);
