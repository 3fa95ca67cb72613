import { readFileSync } from 'node:fs';
import { activitySchema, type PersonalActivity } from '../../../src/channels/teams/activity.js';
import { admit, rulesFor } from '../../../src/channels/teams/guards.js';
import { createFingerprint } from '../../../src/channels/teams/marks.js';
import * as teams from '../../../src/channels/teams/parse.js';

const FOLDER = new URL('../../fixtures/teams/', import.meta.url);

/** The raw JSON of an event as Teams sends it, with fields changed where a test needs it. */
export function event(name: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')), ...changes };
}

/** The same event after the guards. */
export function admitted(name: string, changes: Record<string, unknown> = {}): PersonalActivity {
  const admission = admit(activitySchema.parse(event(name, changes)), rulesFor({ mode: 'local' }));
  if (admission.type === 'refused') throw new Error(`The event "${name}" was refused: ${admission.reason}`);
  return admission.activity;
}

/** What follows from an admitted event. */
export const parse = (activity: PersonalActivity) =>
  teams.parse(activity, createFingerprint({ mode: 'local' }));

/** For tests that are not about slow turns, on machines that are. */
export const PATIENT = { verifyMs: 60_000, slowMs: 60_000, answerMs: 60_000 };
