import type * as z from 'zod';

/**
 * Answers one JSON line with one JSON line, so that one bad line never ends a run of many.
 * What cannot be read or answered becomes `{"error": …}` with the field and the remedy.
 */
export function answerLine<T>(line: string, schema: z.ZodType<T>, answer: (input: T) => unknown): string {
  try {
    const read = schema.safeParse(JSON.parse(line));
    return JSON.stringify(read.success ? answer(read.data) : { error: problems(read.error) });
  } catch (error) {
    const { name, message } = error as Error;
    if (name !== 'SyntaxError') return JSON.stringify({ error: message });
    return JSON.stringify({ error: `This line is no JSON: write one object on one line. ${message}` });
  }
}

/** "channel: Invalid option: expected one of …": each field that is wrong, and what it takes. */
function problems(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ');
}
