import { isIP } from 'node:net';
import { z } from 'zod';
import type { TeamsConfig } from '../../config.js';
import type { Address } from '../../service/ports.js';
import type { Activity, PersonalActivity } from './activity.js';

/** Where Teams is served from: worldwide, and the two government clouds. */
const SERVICE_HOSTS = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
];
const SERVICE_HOST_SUFFIX = '.botframework.com';

/** What an event or an address must satisfy before anything is done with it. */
interface Rules {
  isServiceUrl(url: string): boolean;
  isTenant(tenantId: string): boolean;
}

/**
 * A signed token proves who sent an event, not that its service URL or tenant is one that Bowout may talk to: a bot
 * posts wherever `serviceUrl` points. In local mode nothing is signed, so only this machine may be on either end.
 */
export function rulesFor(config: TeamsConfig): Rules {
  if (config.mode === 'local') return { isServiceUrl: isLoopbackUrl, isTenant: () => true };
  const tenants = new Set(config.tenants.map((tenant) => tenant.toLowerCase()));
  return { isServiceUrl: isTeamsUrl, isTenant: (tenantId) => tenants.has(tenantId.toLowerCase()) };
}

type Refusal = 'channel' | 'service-url' | 'conversation' | 'not-personal' | 'tenant' | 'sender' | 'address';

type Admission =
  | { readonly type: 'admitted'; readonly activity: PersonalActivity }
  | { readonly type: 'refused'; readonly reason: Refusal };

/** Lets an event in, or names the first thing that is wrong with it. */
export function admit(activity: Activity, rules: Rules): Admission {
  const { channelId, serviceUrl, conversation, channelData, from, recipient } = activity;
  // Web Chat and Direct Line are on by default in Azure and let callers choose who they are.
  if (channelId !== 'msteams') return refused('channel');
  if (!serviceUrl || !rules.isServiceUrl(serviceUrl)) return refused('service-url');
  if (!conversation) return refused('conversation');
  if (conversation.conversationType !== 'personal' || conversation.isGroup) return refused('not-personal');
  const tenants = [channelData?.tenant?.id, conversation.tenantId].filter((tenant) => tenant != null);
  const tenantId = tenants[0];
  if (!tenantId || tenants.some((tenant) => tenant !== tenantId) || !rules.isTenant(tenantId))
    return refused('tenant');
  if (!from || !recipient) return refused('sender');
  return {
    type: 'admitted',
    activity: {
      ...activity,
      tenantId,
      conversationId: conversation.id,
      trustedServiceUrl: serviceUrl,
      userMri: from.id,
      botMri: recipient.id,
    },
  };
}

function refused(reason: Refusal): Admission {
  return { type: 'refused', reason };
}

const teamsAddress = z.object({
  tenantId: z.string().min(1),
  aadObjectId: z.string().min(1),
  userMri: z.string().min(1),
  conversationId: z.string().min(1),
  serviceUrl: z.string().min(1),
  botMri: z.string().min(1),
});

/** Bowout's own record of where a person is, neutral of any SDK. */
export type TeamsAddress = z.output<typeof teamsAddress>;

/** Reads a stored address and checks it again: rows outlive configurations, and may have been tampered with. */
export function readAddress(address: Address, rules: Rules): TeamsAddress | Refusal {
  const read = teamsAddress.safeParse(address.to);
  if (address.channel !== 'teams' || !read.success) return 'address';
  if (!rules.isServiceUrl(read.data.serviceUrl)) return 'service-url';
  if (!rules.isTenant(read.data.tenantId)) return 'tenant';
  return read.data;
}

/** Where a request came from, as the server saw it. */
interface Origin {
  readonly remoteAddress: string | undefined;
  readonly host: string | undefined;
  /** A header that says "somebody else asked me to". */
  readonly forwarded: boolean;
}

/**
 * True for a request from this machine. A proxy or tunnel on this machine would make everyone look local, and so
 * would a web page whose name resolves to it.
 */
export function isFromThisMachine({ remoteAddress, host, forwarded }: Origin): boolean {
  if (!remoteAddress || !host || forwarded || !URL.canParse(`http://${host}`)) return false;
  return isLoopbackHost(remoteAddress.replace(/^::ffff:/, '')) && isLoopbackUrl(`http://${host}`);
}

function isTeamsUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, port, username, password } = new URL(value);
  if (protocol !== 'https:' || port || username || password) return false;
  return SERVICE_HOSTS.includes(hostname) || hostname.endsWith(SERVICE_HOST_SUFFIX);
}

function isLoopbackUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  if (!['http:', 'https:'].includes(protocol) || username || password) return false;
  return isLoopbackHost(hostname.replace(/^\[(.*)\]$/, '$1'));
}

function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
