/** For a step that may not be taken twice by a slip: the second press of a double one, or of a key held down, is none. */
export function firstPress(go: () => void): { onClick(event: MouseEvent): void; onKeyDown(event: KeyboardEvent): void } {
  return {
    // `detail` counts the presses in quick succession; a key's or a screen reader's press is 0.
    onClick: (event) => event.detail < 2 && go(),
    onKeyDown: (event) => event.repeat && event.preventDefault(),
  };
}
