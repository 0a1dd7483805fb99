/** What somebody wishes to receive: at the door and in the room. Their link may give less; voices come first always. */
import type { Signal } from "@preact/signals";
import { type Wish, WISHES } from "../looks";
import { t } from "../text";
import "./WishChoice.css";

export function WishChoice({ wish }: { wish: Signal<Wish> }) {
  return (
    <fieldset class="wish">
      <legend class="hidden">{t("receive-pictures")}</legend>
      {WISHES.map((one) => (
        <label key={one}>
          <input type="radio" name="wish" value={one} checked={wish.value === one} onChange={() => (wish.value = one)} />
          <span>{t(`receive-${one}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
