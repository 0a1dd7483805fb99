/** The page that every link opens. */
import "../style/tokens.css";
import "../style/base.css";
import "./join.css";
import { render } from "preact";
import { readBoot } from "../boot";
import { forgetNotes } from "../desk/notes";
import { t } from "../text";
import { takeToken } from "./enter";
import { Join } from "./Join";

document.title = t("join-title");
forgetNotes("", Date.now());
const root = document.getElementById("join");
if (root) render(<Join token={takeToken()} noted={readBoot().noted} />, root);

// A link pasted into this very tab changes only the fragment: look at it as if it had been opened.
addEventListener("hashchange", () => {
  if (location.hash.length > 1) location.reload();
});
