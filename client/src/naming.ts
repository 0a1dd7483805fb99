/** A plain policy against full names: a first name or initials are enough. A hint, and never a refusal. */

const TITLES = /^(dr|prof|mr|mrs|ms|mme|mlle|m|herr|frau)\.?$/i;

/** Whether it looks like a first name and a surname: two words or more of two letters or more, titles apart. */
export function looksWhole(name: string): boolean {
  const words = name.trim().split(/\s+/).filter((word) => !TITLES.test(word));
  return words.filter((word) => /\p{L}{2,}/u.test(word)).length > 1;
}
