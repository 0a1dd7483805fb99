/** In the place of the functions that a message could call: none does, and one that did would say so in its place. */
export const NUMBER = undefined;
export const DATETIME = undefined;
