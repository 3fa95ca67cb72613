import { CUES, type ReplyKind } from './reply/cues.js';
import { plain } from './text.js';

export type { ReplyKind } from './reply/cues.js';

/** What an employer's answer means. `unclear`: the coach asks; `guess` is the likeliest meaning all the same. */
export interface EmployerReply {
  readonly kind: ReplyKind | 'unclear';
  readonly certain: boolean;
  readonly guess: ReplyKind;
}

/** Of equal signs the one that costs most to overlook wins. */
const GRAVEST_FIRST: readonly ReplyKind[] = [
  'rescinds-offer',
  'pressure',
  'better-terms',
  'refuses-extension',
  'extends-deadline',
  'other-role',
  'asks-feedback',
  'asks-why',
  'persuades',
  'acknowledged',
];

/** Courtesy fills every answer: it decides only where nothing else is said. */
const COURTESY: ReplyKind = 'acknowledged';
const CLEAR_LEAD = 2;

interface Weighed {
  readonly kind: ReplyKind;
  readonly weight: number;
}

function weigh(text: string): Weighed[] {
  return GRAVEST_FIRST.map((kind) => {
    const signs = CUES.filter((cue) => cue.kind === kind);
    const weight = signs.reduce((sum, { weight, pattern }) => sum + weight * timesSaid(text, pattern), 0);
    return { kind, weight };
  });
}

/** A sign that comes twice is surer, a third time adds nothing. */
function timesSaid(text: string, pattern: RegExp): number {
  const count = [...text.matchAll(new RegExp(pattern.source, 'gu'))].length;
  return count === 0 ? 0 : count === 1 ? 1 : 1.4;
}

/** Reads the one main meaning of an employer's answer. Rules: `readings.md`, An employer's reply. */
export function readEmployerReply(text: string): EmployerReply {
  const said = plain(text).replace(/(?<=\w) ?\n/g, '. ');
  const weighed = weigh(said).sort((a, b) => b.weight - a.weight);
  const strong = weighed.filter(({ kind, weight }) => kind !== COURTESY && weight >= 3);
  const [first, second] = strong;
  if (first === undefined) {
    const courteous = weighed.some(({ kind, weight }) => kind === COURTESY && weight > 0);
    return { kind: courteous ? COURTESY : 'unclear', certain: courteous, guess: COURTESY };
  }
  const certain = first.weight - (second?.weight ?? 0) >= CLEAR_LEAD;
  return { kind: certain ? first.kind : 'unclear', certain, guess: first.kind };
}
