/**
 * Checks for zod's `refine`, of what comes from outside. Its own `max` and `min` look at everything with a `length`,
 * also at an object in place of a text, and throw when that length is no number.
 */
export const upTo = (longest: number) =>
  [(text: string): boolean => text.length <= longest, `is longer than ${longest}`] as const;

export const notEmpty = [
  (given: string | readonly unknown[]): boolean => given.length > 0,
  'is empty',
] as const;
