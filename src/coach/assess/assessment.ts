/** What the rules read: the id of each choice made, by question. Unanswered ones are missing. */
export type Chosen = Readonly<Record<string, string | undefined>>;

/** True where the question was answered with one of these. */
export const is =
  (question: string, ...answers: readonly string[]) =>
  (chosen: Chosen): boolean =>
    answers.includes(chosen[question] ?? '');

/** A fact that speaks for a verdict. Its words are `assess.<topic>.reasons.<id>`. */
export interface Reason<Verdict extends string> {
  readonly id: string;
  readonly speaksFor: Verdict;
  readonly when: (chosen: Chosen) => boolean;
}

/** One method of deciding: total rules over a few choices. */
export interface Method<Verdict extends string> {
  readonly topic: string;
  /** The choices that the rules read, and all that each may be. */
  readonly domain: Readonly<Record<string, readonly string[]>>;
  readonly decide: (chosen: Chosen) => Verdict;
  readonly reasons: readonly Reason<Verdict>[];
}

/** One answer that, if it were otherwise, would lead to another verdict. Its words are `assess.<topic>.if.<question>.<answer>`. */
export interface Turning<Verdict extends string> {
  readonly question: string;
  readonly answer: string;
  readonly verdict: Verdict;
}

export interface Assessment<Verdict extends string> {
  readonly verdict: Verdict;
  /** What speaks for it. */
  readonly reasons: readonly string[];
  /** What speaks for something else, said openly. */
  readonly against: readonly string[];
  readonly turnings: readonly Turning<Verdict>[];
}

/**
 * Applies a method and asks of each answer: what if it were otherwise? So "what would change it" is computed from
 * the same rules as the verdict, and is never only said. At most one turning a question, in the order of the domain.
 */
export function assess<Verdict extends string>(method: Method<Verdict>, chosen: Chosen): Assessment<Verdict> {
  const verdict = method.decide(chosen);
  const holding = method.reasons.filter((reason) => reason.when(chosen));
  return {
    verdict,
    reasons: holding.filter((reason) => reason.speaksFor === verdict).map((reason) => reason.id),
    against: holding.filter((reason) => reason.speaksFor !== verdict).map((reason) => reason.id),
    turnings: turnings(method, chosen, verdict),
  };
}

function turnings<Verdict extends string>(
  method: Method<Verdict>,
  chosen: Chosen,
  verdict: Verdict,
): Turning<Verdict>[] {
  const found: Turning<Verdict>[] = [];
  for (const [question, answers] of Object.entries(method.domain)) {
    if (chosen[question] === undefined) continue;
    for (const answer of answers) {
      const other = method.decide({ ...chosen, [question]: answer });
      if (other === verdict) continue;
      found.push({ question, answer, verdict: other });
      break;
    }
  }
  return found;
}
