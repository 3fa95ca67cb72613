import { z } from 'zod';
import { upTo } from '../../coach/checks.js';
import type { Address } from '../../service/ports.js';

/** Where in Slack: a workspace, the organisation that it is part of, or both. */
export interface Place {
  readonly team: string | null;
  readonly enterprise: string | null;
}

/** The ids under which Bowout may have been added there, the nearest first. */
export function idsOf({ team, enterprise }: Place): string[] {
  return [team, enterprise].filter((id) => id !== null);
}

/** The place that an address of ours names. */
export function placeIn(to: Readonly<Record<string, string>>): Place {
  return { team: to['team'] ?? null, enterprise: to['enterprise'] ?? null };
}

/** The address, with the installation that leads to it. */
export function addressAt({ team, enterprise }: Place, address: Address): Address {
  return { ...address, to: { ...address.to, ...(team && { team }), ...(enterprise && { enterprise }) } };
}

/** Bowout was removed from a workspace or organisation, or its tokens there were revoked. */
export interface Removed {
  readonly type: 'removed';
  readonly place: Place;
  /** Whose tokens were revoked; null when all was removed. */
  readonly bots: readonly string[] | null;
  /** Seconds since 1970, by Slack's clock; null when it does not tell. */
  readonly at: number | null;
}

/** Whose installation a payload is for, and whether it is about the installation itself. */
export type Source =
  | { readonly type: 'ours'; readonly place: Place }
  /** Somebody of another company; in a conversation that the companies share, with its id. */
  | { readonly type: 'stranger'; readonly place: Place; readonly channel: string | null }
  | Removed;

const id = z
  .string()
  .refine(...upTo(255))
  .regex(/^[^\p{Cc}\p{Cs}]+$/u)
  .nullish()
  .catch(null);

const envelope = z.object({
  type: z.literal('event_callback'),
  team_id: id,
  enterprise_id: id,
  context_team_id: id,
  context_enterprise_id: id,
  authorizations: z
    .array(z.object({ team_id: id, enterprise_id: id }))
    .nullish()
    .catch(null),
  is_ext_shared_channel: z.boolean().nullish().catch(null),
  event_time: z.number().nullish().catch(null),
  event: z.looseObject({
    type: z.string(),
    channel_type: id,
    channel: id,
    user_team: id,
    source_team: id,
    tokens: z
      .object({ bot: z.array(z.string()).default([]) })
      .nullish()
      .catch(null),
  }),
});

const interaction = z.object({
  team_id: id,
  enterprise_id: id,
  team: z.object({ id }).nullish().catch(null),
  enterprise: z.object({ id }).nullish().catch(null),
  user: z.object({ team_id: id }).nullish().catch(null),
});

/** Reads any payload, whatever it is for. Pure and total. */
export function sourceOf(payload: unknown): Source {
  const event = envelope.safeParse(payload);
  if (event.success) return ofEvent(event.data);
  const other = interaction.safeParse(payload);
  return other.success
    ? ofInteraction(other.data)
    : { type: 'ours', place: { team: null, enterprise: null } };
}

function ofEvent(body: z.output<typeof envelope>): Source {
  const [authorization] = body.authorizations ?? [];
  // Where Bowout is installed; in a shared conversation the person's own team can be another.
  const place = {
    team: authorization?.team_id || body.context_team_id || body.team_id || null,
    enterprise: authorization?.enterprise_id || body.context_enterprise_id || body.enterprise_id || null,
  };
  const { type, tokens, channel } = body.event;
  const at = body.event_time ?? null;
  if (type === 'app_uninstalled') return { type: 'removed', place, bots: null, at };
  if (type === 'tokens_revoked') return { type: 'removed', place, bots: tokens?.bot ?? [], at };
  return isFromElsewhere(body, place) ? { type: 'stranger', place, channel: channel ?? null } : ours(place);
}

/** In an organisation somebody's team says nothing: it has many, and all of them are one tenant. */
function isFromElsewhere(body: z.output<typeof envelope>, { team, enterprise }: Place): boolean {
  if (body.event.channel_type !== 'im') return false;
  const theirs = body.event.user_team || body.event.source_team;
  if (theirs && (theirs === team || theirs === enterprise)) return false;
  return Boolean(body.is_ext_shared_channel || (theirs && !enterprise));
}

function ofInteraction({ team, enterprise, user, ...command }: z.output<typeof interaction>): Source {
  const place = {
    team: team?.id || user?.team_id || command.team_id || null,
    enterprise: enterprise?.id || command.enterprise_id || null,
  };
  const isElsewhere = user?.team_id && team?.id && user.team_id !== team.id && !place.enterprise;
  return isElsewhere ? { type: 'stranger', place, channel: null } : ours(place);
}

function ours(place: Place): Source {
  return { type: 'ours', place };
}
