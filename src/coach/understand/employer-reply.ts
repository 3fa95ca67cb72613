import type { Cue } from './reply/cue.js';
import { CUES } from './reply/cues.js';
import type { ReplyKind } from './reply/kind.js';
import { likeness, REPLY_KINDS } from './reply/likeness.js';
import { answersNothing } from './reply/no-answer.js';
import { plain } from './text.js';

export type { ReplyKind } from './reply/kind.js';

/** What an employer's answer means. `unclear`: the coach asks; `guess` is the likeliest meaning all the same. */
export interface EmployerReply {
  readonly kind: ReplyKind | 'unclear';
  readonly certain: boolean;
  readonly guess: ReplyKind;
}

/** Courtesy fills every answer, so its signs count little. */
const COURTESY: ReplyKind = 'acknowledged';
const MOST_COURTESY = 2;

/** With less of a lead, or less weight, than this the coach asks. */
const CLEAR_LEAD = 3;
const CLEAR_WEIGHT = 3;
/** Fewer words than this without one plain sign may be about anything. */
const ENOUGH_WORDS = 8;

/** A sign that comes twice is surer, a third time adds nothing. */
function timesSaid(text: string, pattern: RegExp): number {
  pattern.lastIndex = 0;
  if (!pattern.test(text)) return 0;
  return pattern.test(text) ? 1.4 : 1;
}

const CUES_OF = new Map(REPLY_KINDS.map((kind) => [kind, CUES.filter((cue) => cue.kind === kind)]));

/** What the signs of a kind weigh together. */
function signs(text: string, kind: ReplyKind): number {
  const cues = CUES_OF.get(kind) as readonly Cue[];
  const weight = cues.reduce((sum, cue) => sum + cue.weight * timesSaid(text, cue.pattern), 0);
  return kind === COURTESY ? Math.min(weight, MOST_COURTESY) : weight;
}

/**
 * Reads the one main meaning of an employer's answer. Rules: `readings.md`, An employer's reply.
 * Plain signs and the likeness to known answers are added up.
 */
export function readEmployerReply(text: string): EmployerReply {
  const said = plain(text);
  const alike = likeness(said);
  const weighed = REPLY_KINDS.map((kind): Weighed => {
    const told = signs(said, kind);
    return { kind, told, weight: told + (alike.get(kind) as number) };
  });
  const [first, second] = weighed.sort((a, b) => b.weight - a.weight) as [Weighed, Weighed];
  const isTold = first.told > 0 || said.split(' ').length >= ENOUGH_WORDS;
  const isClear = first.weight >= CLEAR_WEIGHT && first.weight - second.weight >= CLEAR_LEAD;
  const certain = isTold && isClear && !answersNothing(said);
  return { kind: certain ? first.kind : 'unclear', certain, guess: first.kind };
}

interface Weighed {
  readonly kind: ReplyKind;
  /** What its plain signs alone weigh. */
  readonly told: number;
  readonly weight: number;
}
