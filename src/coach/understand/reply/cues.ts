import type { Cue } from './cue.js';
import { GRAVE_CUES } from './grave-cues.js';
import { OFFER_CUES } from './offer-cues.js';
import { TALK_CUES } from './talk-cues.js';
import { TIME_CUES } from './time-cues.js';

/** Every plain sign of what an employer's answer means. */
export const CUES: readonly Cue[] = [...GRAVE_CUES, ...OFFER_CUES, ...TIME_CUES, ...TALK_CUES];
