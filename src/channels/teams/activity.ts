import { z } from 'zod';
import { notEmpty, upTo } from '../../coach/checks.js';

/** An id is kept as a column of the database, which takes no control characters and no half of a character. */
const id = z
  .string()
  .refine(...upTo(1_000))
  .regex(/^[^\p{Cc}\p{Cs}]+$/u);
const account = z.object({ id, aadObjectId: id.nullish() });

/**
 * The part of a Bot Framework activity that Bowout reads; the rest is dropped here. Everything but `type` may be
 * missing, since events differ and new ones appear at any time, but nothing may be of another type: the SDK itself
 * checks no field.
 */
export const activitySchema = z.object({
  type: z
    .string()
    .refine(...notEmpty)
    .refine(...upTo(100)),
  id: id.nullish(),
  // It may become part of an id.
  timestamp: id.nullish().catch(null),
  replyToId: id.nullish(),
  name: z
    .string()
    .refine(...upTo(200))
    .nullish(),
  action: z
    .string()
    .refine(...upTo(200))
    .nullish(),
  channelId: z
    .string()
    .refine(...upTo(200))
    .nullish(),
  serviceUrl: z
    .string()
    .refine(...upTo(1_000))
    .nullish(),
  locale: z
    .string()
    .refine(...upTo(100))
    .nullish(),
  localTimezone: z
    .string()
    .refine(...upTo(100))
    .nullish(),
  text: z.string().nullish(),
  from: account.nullish(),
  recipient: account.nullish(),
  conversation: z
    .object({
      id,
      tenantId: id.nullish(),
      conversationType: z
        .string()
        .refine(...upTo(100))
        .nullish(),
      isGroup: z.boolean().nullish(),
    })
    .nullish(),
  membersRemoved: z.array(account).nullish(),
  channelData: z
    .object({
      tenant: z.object({ id }).nullish(),
      eventType: z
        .string()
        .refine(...upTo(100))
        .nullish(),
    })
    .nullish(),
  entities: z.array(z.unknown()).nullish(),
  value: z.unknown().optional(),
});

/** An event as it came, checked for types only. */
export type Activity = z.output<typeof activitySchema>;

/** An event that the guards let in: from Teams, in a personal chat, of an allowed tenant. */
export interface PersonalActivity extends Activity {
  readonly tenantId: string;
  readonly conversationId: string;
  readonly trustedServiceUrl: string;
  readonly userMri: string;
  readonly botMri: string;
}
