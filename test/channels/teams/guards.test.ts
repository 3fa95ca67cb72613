import { describe, expect, it } from 'vitest';
import { activitySchema } from '../../../src/channels/teams/activity.js';
import { admit, isFromThisMachine, readAddress, rulesFor } from '../../../src/channels/teams/guards.js';
import { event } from './fixtures.js';

const TENANT = '11111111-2222-4333-8444-555555555555';
const OTHER_TENANT = '22222222-2222-4333-8444-555555555555';
const local = rulesFor({ mode: 'local' });
const azure = rulesFor({
  mode: 'azure',
  appId: '00000000-0000-4000-8000-000000000000',
  appPassword: 'made up',
  appTenantId: TENANT,
  tenants: [TENANT, OTHER_TENANT.toUpperCase()],
});
const SERVICE = 'https://smba.trafficmanager.net/emea/';

const verdict = (changes: Record<string, unknown>, rules = azure) => {
  const admission = admit(activitySchema.parse(event('message', { serviceUrl: SERVICE, ...changes })), rules);
  return admission.type === 'admitted' ? 'admitted' : admission.reason;
};

describe('which events are let in', () => {
  it('a personal message of the own tenant from Teams', () => {
    expect(verdict({})).toBe('admitted');
  });

  it.each(['webchat', 'directline', 'emulator', 'AseChannel', null])(
    'not from the channel %j',
    (channelId) => {
      expect(verdict({ channelId })).toBe('channel');
    },
  );

  it.each([
    'https://smba.trafficmanager.net/amer/',
    'https://europe.botframework.com/',
    'https://smba.infra.gcc.teams.microsoft.com/gcc/',
    'https://smba.infra.gov.teams.microsoft.us/gov/',
  ])('from the service %s', (serviceUrl) => {
    expect(verdict({ serviceUrl })).toBe('admitted');
  });

  it.each([
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net:8443/',
    'https://user@smba.trafficmanager.net/',
    'https://evilbotframework.com/',
    'https://evil.example/?smba.trafficmanager.net',
    'http://127.0.0.1:3978/',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'no url',
    '',
    null,
  ])('not from the service %j', (serviceUrl) => {
    expect(verdict({ serviceUrl })).toBe('service-url');
  });

  it('not from a group, a channel, or nowhere', () => {
    expect(verdict(event('group-message', { serviceUrl: SERVICE }))).toBe('not-personal');
    const conversation = { id: 'a:1', tenantId: TENANT, conversationType: 'personal', isGroup: true };
    expect(verdict({ conversation })).toBe('not-personal');
    expect(verdict({ conversation: null })).toBe('conversation');
  });

  it('not from another tenant, from two at once, or from none', () => {
    const other = '99999999-2222-4333-8444-555555555555';
    const conversation = (tenantId: string | null) => ({ id: 'a:1', conversationType: 'personal', tenantId });
    expect(verdict({ conversation: conversation(other), channelData: { tenant: { id: other } } })).toBe(
      'tenant',
    );
    expect(verdict({ conversation: conversation(other) })).toBe('tenant');
    expect(verdict({ conversation: conversation(null), channelData: null })).toBe('tenant');
    expect(verdict({ conversation: conversation(null) })).toBe('admitted');
  });

  it('from each tenant that is allowed, however its id is written', () => {
    const conversation = { id: 'a:1', conversationType: 'personal', tenantId: OTHER_TENANT };
    expect(verdict({ conversation, channelData: null })).toBe('admitted');
  });

  it('not without both ends', () => {
    expect(verdict({ from: null })).toBe('sender');
    expect(verdict({ recipient: null })).toBe('sender');
  });
});

describe('local mode', () => {
  it.each(['http://127.0.0.1:3978/', 'http://localhost:56150', 'http://[::1]:3978/', 'http://127.9.9.9/'])(
    'posts to %s',
    (serviceUrl) => {
      expect(verdict({ serviceUrl }, local)).toBe('admitted');
    },
  );

  it.each([
    SERVICE,
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    'http://127.0.0.1@evil.example/',
    'http://10.0.0.1/',
    'http://0.0.0.0/',
    'ftp://127.0.0.1/',
  ])('does not post to %s', (serviceUrl) => {
    expect(verdict({ serviceUrl }, local)).toBe('service-url');
  });

  it('hears this machine', () => {
    for (const remoteAddress of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      for (const host of ['127.0.0.1:3000', 'localhost:3000', '[::1]:3000'])
        expect(isFromThisMachine({ remoteAddress, host, forwarded: false })).toBe(true);
  });

  it.each([
    ['another machine', { remoteAddress: '192.0.2.7', host: 'localhost', forwarded: false }],
    ['a tunnel on this machine', { remoteAddress: '127.0.0.1', host: 'localhost', forwarded: true }],
    [
      'a web page that renamed this machine',
      { remoteAddress: '127.0.0.1', host: 'evil.example', forwarded: false },
    ],
    ['no address', { remoteAddress: undefined, host: 'localhost', forwarded: false }],
    ['no host', { remoteAddress: '127.0.0.1', host: undefined, forwarded: false }],
    ['a broken host', { remoteAddress: '127.0.0.1', host: '[', forwarded: false }],
  ])('does not hear %s', (_name, origin) => {
    expect(isFromThisMachine(origin)).toBe(false);
  });
});

describe('a stored address', () => {
  const to = {
    tenantId: TENANT,
    aadObjectId: 'o',
    userMri: '29:1',
    conversationId: 'a:1',
    serviceUrl: SERVICE,
    botMri: '28:1',
  };

  it('is read back', () => {
    expect(readAddress({ channel: 'teams', to }, azure)).toEqual(to);
  });

  it('is checked again', () => {
    expect(readAddress({ channel: 'slack', to }, azure)).toBe('address');
    expect(readAddress({ channel: 'teams', to: {} }, azure)).toBe('address');
    expect(readAddress({ channel: 'teams', to: { ...to, tenantId: 'other' } }, azure)).toBe('tenant');
    expect(readAddress({ channel: 'teams', to: { ...to, serviceUrl: 'https://evil.example/' } }, azure)).toBe(
      'service-url',
    );
  });
});
