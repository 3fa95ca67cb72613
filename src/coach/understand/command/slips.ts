const COMMAND_WORDS = ['back', 'undo', 'skip', 'repeat', 'cancel', 'pause', 'menu', 'stop'] as const;

/** From this length on a missing letter leaves the word plain. */
const LONG = 6;

/** One slip of the keyboard: two letters swapped, one doubled, in a long word one left out. */
function slipsOf(word: string): string[] {
  return [...word].flatMap((letter, i) => {
    const [before, after] = [word.slice(0, i), word.slice(i + 1)];
    const doubled = before + letter + letter + after;
    const missing = word.length >= LONG ? [before + after] : [];
    const swapped = after === '' ? [] : [before + after[0] + letter + after.slice(1)];
    return [doubled, ...missing, ...swapped];
  });
}

const MEANT: ReadonlyMap<string, string> = new Map(
  COMMAND_WORDS.flatMap((word) => slipsOf(word).map((slip) => [slip, word] as const)),
);

/** A longer text is an answer, and its words are left alone. */
const MOST_WORDS = 5;

/** The command words of a short text without their slips: "cancle this pls" becomes "cancel this pls". */
export function withoutSlips(said: string): string {
  if (said.split(' ').length > MOST_WORDS) return said;
  return said.replace(/[a-z]+/g, (word) => MEANT.get(word) ?? word);
}
