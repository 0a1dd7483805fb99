/** In the place of the kinds of value that a message can be given: text and numbers. A date is written before it goes in (text.ts);
    one that went in all the same would show as the name of its place. */
export { FluentNone, FluentNumber, FluentType } from "../node_modules/@fluent/bundle/esm/types.js";

export const FluentDateTime = { supportsValue: (): boolean => false };
