import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { REDIRECT_PATH, SCOPES } from '../../../src/channels/slack/add-to-slack.js';
import { parse } from '../../../src/channels/slack/parse.js';
import { loadWords } from '../../../src/templates.js';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../deploy/slack/${name}`, import.meta.url), 'utf8'));

/** The limits of Slack's manifest schema, for the parts that Bowout uses; strict, so that a misspelt key is found. */
const text = (max: number, min = 1) => z.string().min(min).max(max);
const address = z.url({ protocol: /^https$/ }).endsWith('/slack/events');
const manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.literal(1) }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    long_description: text(4_000, 174),
    background_color: z.string().regex(/^#[0-9A-F]{6}$/i),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean() }),
    agent_view: z.strictObject({
      agent_description: text(300),
      suggested_prompts: z.array(z.strictObject({ title: text(80), message: text(4_000) })).max(4),
    }),
    slash_commands: z
      .array(
        z.strictObject({
          command: text(32).startsWith('/'),
          description: text(2_000),
          usage_hint: text(1_000),
          should_escape: z.literal(false),
          url: address.optional(),
        }),
      )
      .max(50),
    shortcuts: z
      .array(
        z.strictObject({
          type: z.enum(['global', 'message']),
          name: text(24),
          callback_id: text(255),
          description: text(150),
        }),
      )
      .max(10),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z
      .array(z.url({ protocol: /^https$/ }).endsWith(REDIRECT_PATH))
      .length(1)
      .optional(),
    scopes: z.strictObject({ bot: z.array(z.string()) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: address.optional(),
      bot_events: z.array(z.string()).max(100),
    }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: address.optional() }),
    org_deploy_enabled: z.literal(true),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
});

describe.each(['manifest.json', 'manifest.socket.json'])('%s', (name) => {
  it('keeps to the limits of the manifest schema', () => {
    expect(manifest.safeParse(read(name)).error?.issues ?? []).toEqual([]);
  });

  it('asks for the scopes that are used and explained, and no others', () => {
    const { scopes } = manifest.parse(read(name)).oauth_config;
    const docs = readFileSync(new URL('../../../docs/slack.md', import.meta.url), 'utf8');
    const explained = [...docs.matchAll(/^\| `([a-z]+:?[a-z]*)` +\|/gm)].map(([, scope]) => scope);
    expect(scopes.bot).toEqual([
      'assistant:write',
      'chat:write',
      'commands',
      'files:write',
      'im:history',
      'im:write',
      'users:read',
    ]);
    expect(explained.sort()).toEqual(scopes.bot);
    expect(SCOPES).toEqual(scopes.bot);
  });
});

it('both hear when the app is removed', () => {
  for (const name of ['manifest.json', 'manifest.socket.json']) {
    const { bot_events } = manifest.parse(read(name)).settings.event_subscriptions;
    expect(bot_events).toEqual(['app_home_opened', 'app_uninstalled', 'message.im', 'tokens_revoked']);
  }
});

describe('what the manifests promise', () => {
  const { features } = manifest.parse(read('manifest.json'));

  it('is what the app does: its shortcuts, and the prompts that it sets', () => {
    const prompts = Object.values(loadWords('en').group('slack.agent.prompts'));
    expect(features.agent_view.suggested_prompts).toEqual(prompts);
    const user = { id: 'U1', team_id: 'T1' };
    for (const { type, callback_id } of features.shortcuts) {
      const given = { callback_id, user, team: { id: 'T1' }, trigger_id: '1.2' };
      const payload =
        type === 'global'
          ? { type: 'shortcut', ...given }
          : { type: 'message_action', ...given, message: { text: 'Dear Sam, will you come?' } };
      expect(parse(payload).type, callback_id).toBe('inbound');
    }
  });
});

describe('the two manifests', () => {
  it('differ in the transport alone', () => {
    const http = manifest.parse(read('manifest.json'));
    const socket = manifest.parse(read('manifest.socket.json'));
    const addresses = [
      http.features.slash_commands[0]?.url,
      http.settings.event_subscriptions.request_url,
      http.settings.interactivity.request_url,
    ];
    expect(new Set(addresses).size).toBe(1);
    const [redirect] = http.oauth_config.redirect_urls ?? [];
    expect(new URL(redirect ?? '').origin).toBe(new URL(addresses[0] ?? '').origin);
    expect(
      JSON.parse(JSON.stringify(http, (key, value) => (/urls?$/.test(key) ? undefined : value))),
    ).toEqual({
      ...socket,
      settings: { ...socket.settings, socket_mode_enabled: false },
    });
  });
});
