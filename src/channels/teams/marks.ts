import { createHmac } from 'node:crypto';
import type { TeamsConfig } from '../../config.js';
import type { Mark } from '../../service/ports.js';
import type { PersonalActivity } from './activity.js';
import type { ButtonData } from './card-data.js';

/*
 * Teams sends an event again when it heard no answer in time, and sometimes under a new id (Teams notes, 8). These
 * marks tell the copy from a person who does the same thing twice.
 */

const DAY_S = 24 * 60 * 60;
/** Copies come some 15 seconds apart. Later a button that stays on its card may be meant anew. */
const COPY_S = 20;
/** Installing is told by two events, and perhaps twice. */
const INSTALL_S = 60;

/** A short digest that tells nothing of the text to whoever does not know the key. */
export type Fingerprint = (text: string) => string;

/** Every replica has the same key, so a copy is known by all of them. */
export function createFingerprint(config: TeamsConfig): Fingerprint {
  const key = config.mode === 'azure' ? config.appPassword : 'local';
  return (text) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
}

/** An event that says the same and carries the same time, to the millisecond, is a copy. */
export function timeMark(activity: PersonalActivity, fingerprint: Fingerprint): Mark[] {
  const { conversationId, timestamp, type, name, action, text, value } = activity;
  // Whole seconds are too coarse: "yes" and "yes" may well follow within one.
  if (!timestamp || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.(?!0+\D*$)\d+/.test(timestamp)) return [];
  const said = fingerprint(JSON.stringify([type, name, action, text, value]));
  return [{ id: `${conversationId}|at|${timestamp}|${said}`, seconds: DAY_S }];
}

/** The same button of the same card, with the same entries. Where the click used the card up, it never counts again. */
export function clickMark(
  { conversationId }: PersonalActivity,
  data: ButtonData,
  fingerprint: Fingerprint,
): Mark[] {
  if (data.card === undefined) return [];
  const { keep, label: _, labels: __, ...rest } = data;
  const clicked = fingerprint(JSON.stringify(Object.entries(rest).sort()));
  return [{ id: `${conversationId}|card|${clicked}`, seconds: keep ? DAY_S : COPY_S }];
}

export function installMark({ conversationId }: PersonalActivity): Mark[] {
  return [{ id: `${conversationId}|installed`, seconds: INSTALL_S }];
}
