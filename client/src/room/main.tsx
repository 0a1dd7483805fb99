/** The entry of the room's page: opens the visit, and draws it. */
import "../style/tokens.css";
import "../style/base.css";
import { render } from "preact";
import { readBoot } from "../boot";
import { forgetNotes } from "../desk/notes";
import { t } from "../text";
import { openVisit } from "../visit";
import { partsOf } from "./parts";
import { Room } from "./Room";
import { startTicking } from "./tick";

forgetNotes("", Date.now());
const root = document.getElementById("room"); // a desk on a second screen, which loads this file as well, has none
if (root) {
  const boot = readBoot();
  document.title = t("room-title");
  startTicking();
  render(<Room parts={partsOf(openVisit(boot), boot)} />, root);
}
