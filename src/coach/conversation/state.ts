import { z } from 'zod';
import { reminderKinds } from '../remind/reminder.js';

const pay = z.object({
  min: z.number().nullable(),
  max: z.number().nullable(),
  currency: z.string().nullable(),
  period: z.enum(['hour', 'day', 'week', 'month', 'year']).nullable(),
});

/** Text, option id and date are strings; null: the question was skipped. */
const value = z.union([z.string(), pay, z.null()]);

const cell = z.object({
  value,
  /** As it was typed; null when clicked or known before. */
  raw: z.string().nullable(),
  source: z.enum(['typed', 'click', 'form', 'known']),
  /** The message that it was read in, as the platform names it; absent where there is none to edit. */
  message: z.string().optional(),
});

const frame = z.object({
  id: z.string(),
  flow: z.string(),
  version: z.number(),
  about: z.string(),
  cells: z.record(z.string(), cell),
  /** The answered step that is being asked again, or null: the cursor decides. */
  again: z.string().nullable(),
  /** What each answer replaced, oldest first. */
  undo: z.array(z.record(z.string(), cell.nullable())),
  /** Answers in a row that could not be read. */
  misses: z.number(),
  /** The furthest position shown, so that progress never goes backwards. */
  shown: z.number(),
  /** How many answers there were when the open question was last introduced, so that it is only when one changed. */
  introduced: z.number().nullable().default(null),
});

export const decisions = [
  'accept',
  'negotiate',
  'ask-for-time',
  'decline',
  'decline-counteroffer',
  'stay',
  'name-terms',
  'later',
  'go',
  'decline-invitation',
  'hold',
  'withdraw',
  'go-on',
  'rescind',
  'keep',
] as const;
const decision = z.enum(decisions);

const draft = z.object({
  id: z.string(),
  kind: z.string(),
  reason: z.string(),
  channel: z.enum(['email', 'phone', 'voicemail', 'message']),
  register: z.enum(['formal', 'warm', 'brief']),
  /** What was told for this draft alone. */
  facts: z.record(z.string(), z.string()),
  subjects: z.array(z.string()),
  body: z.string(),
  edited: z.boolean(),
  /** Wall-clock time, or null. */
  sentAt: z.string().nullable(),
  /** The message that the person's own text came in, as the platform names it. */
  message: z.string().optional(),
});

/** A decision that was carried out before another one took its place. */
const closed = z.object({
  at: z.string(),
  /** An outcome or a decision. */
  result: z.string(),
  stage: z.string(),
  /** The drafts that went out for it, by their ids. */
  sent: z.array(z.string()),
});

const opportunity = z.object({
  id: z.string(),
  /** What it is called wherever others may look: A, B, C… */
  code: z.string(),
  flow: z.string(),
  facts: z.record(z.string(), value),
  decision: decision.nullable(),
  decidedAt: z.string().nullable(),
  drafts: z.array(draft),
  outcome: z
    .enum(['accepted', 'declined', 'withdrew', 'negotiating', 'rescinded', 'expired', 'reconnected'])
    .nullable(),
  /** Oldest first; the one that counts now is not among them. */
  closed: z.array(closed).default([]),
});

/** Three reasons for a decision, the person's story in two lines, and one next step. */
const confidence = z.object({
  at: z.string(),
  about: z.string(),
  reasons: z.array(z.string()),
  story: z.string().nullable(),
  action: z.string().nullable(),
});

const profile = z.object({
  me: z.string().nullable(),
  register: z.enum(['formal', 'warm', 'brief']).nullable(),
  culture: z.enum(['anglo', 'continental', 'asia-pacific']),
  limits: z.string().nullable(),
  zone: z.string(),
  /** Chosen by the person, so that the platform's word no longer changes it. */
  zoneChosen: z.boolean(),
  quiet: z.object({ from: z.string(), to: z.string(), weekends: z.boolean() }),
  discreet: z.boolean(),
  /** The wall-clock time of the first entry in the log, from which the looks back are counted. */
  reviewsFrom: z.string().nullable().default(null),
  /** What the person set out to do differently, one entry a look back, oldest first. */
  reviews: z.array(z.object({ at: z.string(), adjustments: z.array(z.string()) })).default([]),
  confidence: confidence.nullable().default(null),
});

/** A one-off prompt outside every flow, for the next thing the person types. */
const expecting = z.union([
  z.object({ type: z.literal('draft-text'), draft: z.string() }),
  z.object({ type: z.literal('reminder-time'), reminder: z.string() }),
  z.object({ type: z.literal('cancel') }),
  z.object({ type: z.literal('delete') }),
  z.object({ type: z.literal('zone') }),
  z.object({ type: z.literal('delete-one'), about: z.string() }),
  z.object({ type: z.literal('export') }),
  /** A reply of the person's own, to be looked through. */
  z.object({ type: z.literal('check') }),
  z.object({ type: z.literal('remove-messages') }),
  z.object({ type: z.literal('quiet') }),
  /** Which opportunity a flow goes on with. */
  z.object({
    type: z.literal('about'),
    flow: z.string(),
    preset: z.record(z.string(), value),
    among: z.array(z.string()),
  }),
]);

const offered = z.object({ label: z.string(), action: z.string() });

/** What was reminded of last, and the date of the last reminder that could have waited. */
const reminded = z.object({
  last: z
    .object({ at: z.string(), kind: z.enum(reminderKinds), about: z.string(), late: z.boolean() })
    .nullable(),
  day: z.string().nullable(),
});

const state = z.object({
  version: z.literal(1),
  /** For ids: the last one given. */
  counter: z.number(),
  profile,
  opportunities: z.array(opportunity),
  /** The flows under way, the active one last. */
  frames: z.array(frame),
  /** The flows that ended last, oldest first: an edited message may still belong to one. */
  ended: z.array(frame).default([]),
  /** The last message, when nothing could be made of it: an edit of it is another try. */
  unread: z.string().nullable().default(null),
  paused: z.boolean(),
  expecting: expecting.nullable(),
  /** The buttons of the last turn, so that each can be typed. */
  offered: z.array(offered),
  /** How many of them, from the first, the person was asked to pick from; 0 when a question or nothing is open. */
  picking: z.number(),
  reminded: reminded.default({ last: null, day: null }),
  /** The last comparison as it stood at its end, in percent of the best there could be; it may name several employers. */
  compared: z
    .object({
      at: z.string(),
      rows: z.array(z.object({ label: z.string(), from: z.number(), to: z.number() })),
    })
    .nullable()
    .default(null),
});

export type Pay = z.infer<typeof pay>;
export type Value = z.infer<typeof value>;
export type Cell = z.infer<typeof cell>;
export type Frame = z.infer<typeof frame>;
export type Decision = z.infer<typeof decision>;
export type Draft = z.infer<typeof draft>;
export type Opportunity = z.infer<typeof opportunity>;
export type Profile = z.infer<typeof profile>;
export type State = z.infer<typeof state>;

/** A person who has not said anything yet. */
export function newState(zone: string): State {
  return {
    version: 1,
    counter: 0,
    profile: {
      me: null,
      register: null,
      culture: 'anglo',
      limits: null,
      zone,
      zoneChosen: false,
      quiet: { from: '18:00', to: '09:00', weekends: true },
      discreet: true,
      reviewsFrom: null,
      reviews: [],
      confidence: null,
    },
    opportunities: [],
    frames: [],
    ended: [],
    unread: null,
    paused: false,
    expecting: null,
    offered: [],
    picking: 0,
    reminded: { last: null, day: null },
    compared: null,
  };
}

/**
 * Reads a stored state of any released version. Throws when it is none of them: a state that can't be read must
 * never be taken for a new person's.
 */
export function readState(stored: unknown): State {
  const parsed = state.safeParse(stored);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new Error(
    `The stored conversation can't be read (at ${places}): it was written by a newer version, or is damaged. Run the version that wrote it.`,
  );
}
