import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.js';

const KEY = 'ab'.repeat(32);

function problems(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('the environment', () => {
  test('may be empty: a trial on this machine, with the playground', () => {
    expect(readConfig({})).toMatchObject({
      production: false,
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://localhost:3000',
      databaseUrl: null,
      playground: true,
      slack: null,
      teams: null,
    });
  });

  test('in production needs a key and keeps the playground off', () => {
    expect(problems({ NODE_ENV: 'production' })).toEqual([
      expect.stringContaining('ENCRYPTION_KEY is missing: in production, give 64 hexadecimal digits'),
    ]);
    const config = readConfig({ NODE_ENV: 'production', ENCRYPTION_KEY: KEY });
    expect(config).toMatchObject({ production: true, playground: false, host: '0.0.0.0' });
    expect(Object.isFrozen(config)).toBe(true);
  });

  test('is told every problem at once, each with its remedy and none with its value', () => {
    const secret = 'not-a-key-but-a-secret';
    const found = problems({
      PORT: 'many',
      ENCRYPTION_KEY: secret,
      DATABASE_URL: 'mysql://x',
      SLACK_BOT_TOKEN: 'xoxp-1',
      LOG_LEVEL: 'loud',
    });
    expect(found.map((problem) => problem.split(' ')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'ENCRYPTION_KEY',
      'LOG_LEVEL',
      'SLACK_BOT_TOKEN',
    ]);
    expect(found.join()).not.toContain(secret);
    for (const problem of found) expect(problem).toMatch(/: \w+/);
  });

  test('an empty variable counts as unset', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: null });
  });

  test('half of Slack is a problem; Socket Mode needs no signing secret', () => {
    expect(problems({ SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual([
      expect.stringContaining('SLACK_SIGNING_SECRET is missing'),
    ]);
    expect(problems({ SLACK_SIGNING_SECRET: 's' })).toEqual([
      expect.stringContaining('SLACK_BOT_TOKEN is missing'),
    ]);
    expect(readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }).slack).toMatchObject({
      appToken: 'xapp-1',
      signingSecret: null,
    });
  });

  describe('"Add to Slack"', () => {
    const both = { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'c', SLACK_SIGNING_SECRET: 's' };

    test('needs both halves of the client and the signing secret, and no token', () => {
      expect(readConfig({ ...both, BASE_URL: 'https://bowout.example' }).slack).toEqual({
        signingSecret: 's',
        botToken: null,
        appToken: null,
        apiUrl: null,
        oauth: { clientId: '1.2', clientSecret: 'c', baseUrl: 'https://bowout.example' },
      });
      expect(problems({ SLACK_CLIENT_ID: '1.2' })).toEqual([
        expect.stringContaining('SLACK_CLIENT_SECRET is missing'),
        expect.stringContaining('SLACK_SIGNING_SECRET is missing'),
      ]);
      expect(problems({ ...both, SLACK_CLIENT_ID: '' })).toEqual([
        expect.stringContaining('SLACK_CLIENT_ID is missing'),
      ]);
    });

    test('is one way of two to get tokens, and does not go with Socket Mode', () => {
      expect(problems({ ...both, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toEqual([
        expect.stringContaining('keep the one and leave the other unset'),
        expect.stringContaining('SLACK_APP_TOKEN is for one workspace'),
      ]);
    });

    test('needs an address that Slack and browsers take, this machine excepted', () => {
      expect(problems({ ...both, BASE_URL: 'http://bowout.example' })).toEqual([
        expect.stringContaining('over HTTPS alone'),
      ]);
      expect(problems({ ...both, BASE_URL: 'http://localhost.example' })).toHaveLength(1);
      expect(readConfig({ ...both, PORT: '4567' }).slack?.oauth?.baseUrl).toBe('http://localhost:4567');
      expect(problems({ ...both, NODE_ENV: 'production', ENCRYPTION_KEY: KEY })).toEqual([
        expect.stringContaining('BASE_URL is missing'),
      ]);
    });
  });

  test('half of Teams is a problem; local Teams is refused in production', () => {
    const id = '11111111-2222-4333-8444-555555555555';
    expect(problems({ TEAMS_APP_ID: id })).toEqual([
      expect.stringContaining('TEAMS_APP_PASSWORD is missing'),
      expect.stringContaining('TEAMS_APP_TENANT_ID is missing'),
    ]);
    expect(readConfig({ TEAMS_LOCAL: '1' }).teams).toEqual({ mode: 'local' });
    expect(problems({ TEAMS_LOCAL: '1', NODE_ENV: 'production', ENCRYPTION_KEY: KEY })).toEqual([
      expect.stringContaining('TEAMS_LOCAL is refused in production'),
    ]);
    expect(
      readConfig({ TEAMS_APP_ID: id, TEAMS_APP_PASSWORD: 'p', TEAMS_APP_TENANT_ID: id }).teams,
    ).toMatchObject({ mode: 'azure', tenants: [id] });
  });

  test('Teams may be opened to several tenants, each by its id', () => {
    const id = '11111111-2222-4333-8444-555555555555';
    const other = '99999999-2222-4333-8444-555555555555';
    const teams = { TEAMS_APP_ID: id, TEAMS_APP_PASSWORD: 'p', TEAMS_APP_TENANT_ID: id };
    expect(readConfig({ ...teams, TEAMS_TENANT_IDS: `${id}, ${other}` }).teams).toMatchObject({
      tenants: [id, other],
    });
    for (const ids of ['everyone', `${id},`, '*'])
      expect(problems({ ...teams, TEAMS_TENANT_IDS: ids })).toEqual([
        expect.stringContaining('TEAMS_TENANT_IDS is not valid'),
      ]);
  });
});
