import * as z from 'zod';

const fact = (meaning: string) => z.string().nullish().describe(meaning);

/**
 * What a draft may say about the person and the opportunity, as they typed it. Every fact is plain text,
 * is inserted word for word, and ends up inside a sentence: a noun phrase unless its line says otherwise.
 */
export const factsSchema = z.object({
  me: fact('the name the person signs with'),
  name: fact('the recipient, as they are addressed: "Ms Ito", "Ana"'),
  company: fact('the employer the message goes to'),
  role: fact('the job title, without "role" or "position"'),
  date: fact('the day by which something happens, in words: "Friday, 27 November"'),
  ask: fact('the one thing asked for: "a base salary of 72,000 euros"'),
  appreciation: fact('one true, specific thing: "your open answers about the team", or a sentence with "I"'),
  reasonForAsk: fact(
    'why it is asked for, a clause in the person’s own words: it takes the place of the reason',
  ),
  amount: fact('the salary agreed: "72,000 euros a year"'),
  start: fact('the start date agreed: "1 February"'),
  terms: fact('other terms to confirm: "two remote days, 30 days of leave"'),
  callDay: fact('when the call was: "this morning", "on Tuesday"'),
  lastDay: fact('the last working day: "Friday, 18 December"'),
  handover: fact('what is handed over first: "the billing project"'),
  colleague: fact(
    'whom the person would recommend, in general terms: "a former colleague with ten years in logistics"',
  ),
  role2: fact('the other role they offered or that is of interest: a job title'),
  feedback: fact('feedback in the person’s own words, one or two sentences'),
  costs: fact('costs already incurred: "a flight for 340 euros and one month of rent"'),
  met: fact('when they were last in touch: "in March", "last spring"'),
  change: fact('what has changed since, a clause: "I have finished my degree"'),
});

export type Facts = z.infer<typeof factsSchema>;
export type FactName = keyof Facts;
export const factNames = Object.keys(factsSchema.shape) as readonly FactName[];

/** What the fact is, in a line, for an error and for whoever asks the person for it. */
export function factMeaning(name: FactName): string {
  return String(factsSchema.shape[name].description);
}

/** The facts as a text can take them: trimmed, on one line, and null where nothing was said. */
export function readFacts(facts: Facts): Readonly<Record<FactName, string | null>> {
  const read = (name: FactName): string | null => {
    const folded = facts[name]?.replace(/\s*[\r\n\u2028\u2029]+\s*/gu, ' ').trim();
    return folded ? folded : null;
  };
  return Object.fromEntries(factNames.map((name) => [name, read(name)])) as Record<FactName, string | null>;
}
