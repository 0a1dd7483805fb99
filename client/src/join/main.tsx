// The page every link opens: token → cookie → name and a look at the devices → the room.
import "../style/tokens.css";
import "../style/base.css";
import "./join.css";
import { render } from "preact";
import { readBoot } from "../protocol";
import { speak, t } from "../text";
import { Join } from "./Join";

const boot = readBoot(document);
if (boot.catalogue) speak(boot.lang, boot.catalogue);
const root = document.getElementById("join");
if (root) {
  document.title = t("title");
  render(<Join />, root);
}
