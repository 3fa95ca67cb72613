/** The promises the coach makes (K105–K112). */
export const reminderKinds = [
  'reply-by',
  'personal-deadline',
  'decided-not-sent',
  'confirm-call',
  'no-answer',
  'plan-item',
  'review',
  'reconnect',
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** What a reminder is about that is about no single opportunity. */
export const ABOUT_ALL = 'all';

/** A promise to write at a time. It names nobody: what it is about is looked up when it falls due. */
export interface Reminder {
  /** Unique for the person and stable, so that planning it again moves it: `o1:reply-by:24h`. */
  readonly id: string;
  readonly kind: ReminderKind;
  /** The opportunity it is about, or `ABOUT_ALL`. */
  readonly about: string;
  /** Wall-clock time, `YYYY-MM-DDTHH:MM`. */
  readonly at: string;
  /** IANA zone in which `at` is read. */
  readonly zone: string;
  /** Wall-clock time after which it is pointless, or null. */
  readonly until: string | null;
}
