import { deadlinePhrase } from './date.js';
import { employerIn } from './opening/employer.js';
import { roleIn } from './opening/role.js';
import { type Stage, stageOf } from './opening/stage.js';
import { plain, READ_LIMIT } from './text.js';

export type { Stage } from './opening/stage.js';

/** Where a message starts, and what it says about the employer, in the words that were typed. */
export interface Opening {
  readonly stage: Stage;
  readonly company: string | null;
  readonly role: string | null;
  /** The phrase that says by when, without "by": `readDate` reads it. */
  readonly deadline: string | null;
}

const NO_DETAILS: readonly Stage[] = ['none', 'help', 'review'];

/** Reads the first message of a conversation. Rules: `readings.md`, Openings. */
export function readOpening(text: string): Opening {
  const stage = stageOf(plain(text));
  if (NO_DETAILS.includes(stage)) return { stage, company: null, role: null, deadline: null };
  const written = text
    .slice(0, READ_LIMIT)
    .normalize('NFC')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  const role = roleIn(written);
  return { stage, company: employerIn(written, stage, role), role, deadline: deadlinePhrase(text) };
}
