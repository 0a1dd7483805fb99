/** A question before what cannot be taken back: staying is the main answer, and a slip of the hand answers nothing. */
import { firstPress } from "../desk/press";
import { t } from "../text";
import { Dialog } from "./Dialog";

interface Props {
  open: boolean;
  /** Of the messages: `<asks>-title`, `-text`, `-no` and `-yes`. */
  asks: string;
  args?: Record<string, string>;
  /** What else is to be known before answering, just now. */
  also?: string | null;
  /** What the answer that does it is called in the page. */
  act: string;
  onClose: () => void;
  onYes: () => void;
}

export function Confirm({ open, asks, args = {}, also = null, act, onClose, onYes }: Props) {
  return (
    <Dialog open={open} title={t(`${asks}-title`, args)} onClose={onClose}>
      <p>{t(`${asks}-text`, args)}</p>
      {also && <p data-also><b>{also}</b></p>}
      <div class="choices">
        <button class="main" autofocus onClick={onClose}>{t(`${asks}-no`, args)}</button>
        <button class="look" data-act={act} {...firstPress(onYes)}>{t(`${asks}-yes`, args)}</button>
      </div>
    </Dialog>
  );
}
