/** The entry of a leader's desk on a second screen. */
import "../style/tokens.css";
import "../style/base.css";
import { render } from "preact";
import { readBoot } from "../boot";
import { forgetNotes } from "../desk/notes";
import { startTicking } from "../room/tick";
import { t } from "../text";
import { openDesk } from "./open";
import { SecondDesk } from "./SecondDesk";

forgetNotes("", Date.now());
const root = document.getElementById("second");
if (root) {
  document.title = t("desk-title");
  startTicking();
  render(<SecondDesk parts={openDesk(readBoot())} />, root);
}
