import type { z } from 'zod';
import type { Input } from '../../coach/input.js';
import type { Inbound, PersonKey } from '../../service/ports.js';
import type { Clicked } from './spent.js';
import { microsecondsOf } from './stamp.js';

/** What a verified payload of Slack means to Bowout. */
export type Parsed =
  | Turn
  /** The Home tab is before somebody's eyes. */
  | { readonly type: 'home'; readonly who: PersonKey }
  | { readonly type: 'ignored'; readonly reason: string }
  /** Not what Slack sends. */
  | { readonly type: 'malformed'; readonly reason: string };

/** Something the person did, and what Slack itself is to be told or shown besides. */
export interface Turn extends Aside {
  readonly type: 'inbound';
  readonly inbound: Inbound;
}

export interface Aside {
  /** A command was used outside a direct message, where only its user may learn of it. */
  readonly elsewhere?: boolean;
  /** Where a note can be left that only the person sees, when they are somewhere else than in the conversation. */
  readonly noteTo?: string;
  /** The message whose control was clicked. */
  readonly clicked?: Clicked;
  /** The click asks for a form; the inbound is what it means when there can't be one. */
  readonly opening?: Opening;
  /** The inbound is a form that was handed in; what is wrong with it goes back into it. */
  readonly handedIn?: {
    readonly view: string;
    readonly action: string;
    readonly values: Readonly<Record<string, string>>;
  };
  /** It was done in the Home tab. */
  readonly atHome?: boolean;
  /** The conversation that the person came by in. */
  readonly arrivedIn?: string;
  /** The message that was typed, for the status while its turn goes on. */
  readonly typed?: { readonly channel: string; readonly ts: string };
}

/** A form that is wanted. */
export interface Opening {
  /** Opens a form within 3 seconds of the click. */
  readonly trigger: string;
  readonly action: string;
  /** The conversation that it belongs to; empty in the Home tab. */
  readonly to: { readonly channel?: string; readonly thread?: string };
}

interface Meant {
  readonly id: string;
  readonly tenant: string;
  readonly user: string;
  readonly to: { readonly channel?: string; readonly thread?: string };
  readonly input: Input;
  /** The message whose button was pressed. */
  readonly on?: string;
  /** When it was done, as Slack stamps it. */
  readonly stamp?: string;
}

export function inbound({ id, tenant, user, to, input, on, stamp = '' }: Meant, aside: Aside = {}): Turn {
  const doneAt = microsecondsOf(stamp);
  return {
    type: 'inbound',
    inbound: {
      id,
      ...(doneAt === undefined ? {} : { doneAt }),
      who: personOf(tenant, user),
      address: { channel: 'slack', to: { team: tenant, user, ...to } },
      input,
      ...(on === undefined ? {} : { on }),
      zone: null,
      locale: null,
    },
    ...aside,
  };
}

export const personOf = (tenant: string, user: string): PersonKey => ({
  tenant: `slack:${tenant}`,
  person: user,
});

export interface Source {
  readonly team_id?: string | null | undefined;
  readonly enterprise_id?: string | null | undefined;
}

/** An organisation is one tenant, whichever of its workspaces a person is in. */
export function tenantOf({ enterprise_id, team_id }: Source): string | null {
  return enterprise_id || team_id || null;
}

/** The first message of a thread names itself as its thread; it stands in the open all the same. */
export function threadOf(message: { ts: string; thread_ts?: string | null | undefined }): {
  thread?: string;
} {
  const { ts, thread_ts: thread } = message;
  return thread && thread !== ts ? { thread } : {};
}

export function read<T>(schema: z.ZodType<T>, value: unknown, then: (value: T) => Parsed): Parsed {
  const result = schema.safeParse(value);
  if (result.success) return then(result.data);
  const [issue] = result.error.issues;
  return malformed(`${issue?.path.join('.') || 'body'}: ${issue?.message}`);
}

export function ignored(reason: string): Parsed {
  return { type: 'ignored', reason };
}

export function malformed(reason: string): Parsed {
  return { type: 'malformed', reason };
}
