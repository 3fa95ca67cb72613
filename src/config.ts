import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url().transform((value) => value.replace(/\/$/, ''));
const flag = z.enum(['0', '1']).transform((value) => value === '1');
const key = z.string().regex(/^[0-9a-f]{64}$/i);

/** Every variable, its form, and what to do when it is wrong. */
const variables = {
  NODE_ENV: {
    schema: z.enum(['development', 'test', 'production']).default('development'),
    remedy: 'use development, test or production',
  },
  PORT: { schema: port.default(3000), remedy: 'give a port number from 0 to 65535, such as 3000' },
  HOST: {
    schema: z.string().min(1).optional(),
    remedy: 'give the address to listen on, such as 127.0.0.1 or 0.0.0.0',
  },
  BASE_URL: {
    schema: url.optional(),
    remedy: 'give the public address of this server, such as https://bowout.example.com',
  },
  DATABASE_URL: {
    schema: z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .optional(),
    remedy:
      'give a PostgreSQL address, such as postgres://user:password@host:5432/bowout, or leave it unset for the trial store',
  },
  DATA_DIR: {
    schema: z.string().min(1).default('data'),
    remedy: 'give a folder that this process may write to',
  },
  ENCRYPTION_KEY: {
    schema: key.optional(),
    remedy: 'give 64 hexadecimal digits; make them with: openssl rand -hex 32',
  },
  ENCRYPTION_KEY_PREVIOUS: {
    schema: key.optional(),
    remedy: 'give the 64 hexadecimal digits of the other key while keys are changed, or leave it unset',
  },
  RETENTION_MONTHS: {
    schema: z.coerce.number().int().min(1).max(120).default(13),
    remedy: 'give the months after the last use at which everything about a person is deleted, from 1 to 120',
  },
  LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    remedy: 'use fatal, error, warn, info, debug, trace or silent',
  },
  PLAYGROUND: { schema: flag.optional(), remedy: 'use 1 to serve the playground or 0 not to' },
  SLACK_SIGNING_SECRET: {
    schema: z.string().min(1).optional(),
    remedy: 'copy the Signing Secret from the Basic Information page of the Slack app',
  },
  SLACK_BOT_TOKEN: {
    schema: z.string().startsWith('xoxb-').optional(),
    remedy: 'copy the Bot User OAuth Token (xoxb-…) from the OAuth page of the Slack app',
  },
  SLACK_APP_TOKEN: {
    schema: z.string().startsWith('xapp-').optional(),
    remedy: 'make an app-level token (xapp-…) with connections:write, or leave it unset to use HTTP',
  },
  SLACK_CLIENT_ID: {
    schema: z.string().min(1).optional(),
    remedy: 'copy the Client ID from the Basic Information page of the Slack app',
  },
  SLACK_CLIENT_SECRET: {
    schema: z.string().min(1).optional(),
    remedy: 'copy the Client Secret from the Basic Information page of the Slack app',
  },
  SLACK_API_URL: {
    schema: url.optional(),
    remedy: 'give the root of another Web API, such as http://127.0.0.1:4000/api, or leave it unset',
  },
  TEAMS_APP_ID: {
    schema: z.uuid().optional(),
    remedy: 'copy the Application (client) ID of the bot registration',
  },
  TEAMS_APP_PASSWORD: {
    schema: z.string().min(1).optional(),
    remedy: 'make a client secret for the bot registration and copy its value',
  },
  TEAMS_APP_TENANT_ID: {
    schema: z.uuid().optional(),
    remedy: 'copy the Directory (tenant) ID of the bot registration',
  },
  TEAMS_TENANT_IDS: {
    schema: z
      .string()
      .transform((ids) => ids.split(',').map((id) => id.trim()))
      .pipe(z.array(z.uuid()).min(1))
      .optional(),
    remedy:
      'give the Directory (tenant) IDs whose people may use Bowout, with commas between them, or leave it unset for TEAMS_APP_TENANT_ID alone',
  },
  TEAMS_LOCAL: {
    schema: flag.optional(),
    remedy: 'use 1 for a local test client without authentication, or leave it unset',
  },
} as const;

type Variables = { readonly [Name in keyof typeof variables]: z.output<(typeof variables)[Name]['schema']> };

export interface SlackConfig {
  readonly signingSecret: string | null;
  /** The token of the one workspace; null when workspaces add Bowout by themselves. */
  readonly botToken: string | null;
  /** Set for Socket Mode. */
  readonly appToken: string | null;
  /** For "Add to Slack"; absent where it is off. */
  readonly oauth?: SlackOAuth;
  /** Another Web API root, or null for Slack's own. */
  readonly apiUrl: string | null;
}

export interface SlackOAuth {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The public address of this server. */
  readonly baseUrl: string;
}

/** `local` means no authentication, loopback only. */
export type TeamsConfig =
  | { readonly mode: 'local' }
  | {
      readonly mode: 'azure';
      readonly appId: string;
      readonly appPassword: string;
      /** Where the bot is registered. */
      readonly appTenantId: string;
      /** Whose people are answered. */
      readonly tenants: readonly string[];
    };

export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  readonly baseUrl: string;
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly encryptionKey: string | null;
  /** Opens what it has wrapped and wraps nothing more, while keys are changed. */
  readonly previousEncryptionKey: string | null;
  /** Months after the last use at which everything about a person is deleted. */
  readonly retentionMonths: number;
  readonly logLevel: string;
  readonly playground: boolean;
  /** Null: off. */
  readonly slack: SlackConfig | null;
  readonly teams: TeamsConfig | null;
}

/** Thrown with every problem of the environment at once, each with its variable and remedy. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly string[]) {
    super(
      `Bowout cannot start with these settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
}

/**
 * Reads the environment once; `defaults` stand in for what is unset. Secrets are named in problems, their values never.
 * Throws ConfigError.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  defaults: Readonly<Record<string, string>> = {},
): Config {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema, remedy }] of Object.entries(variables)) {
    const given = environment[name] || defaults[name];
    const parsed = schema.safeParse(given);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${name} ${given === undefined ? 'is missing' : 'is not valid'}: ${remedy}.`);
  }
  // A variable that did not parse is already a problem; the rules between variables still see the others.
  const env = values as unknown as Variables;
  const slack = readSlack(env, problems);
  const teams = readTeams(env, problems);
  const production = env.NODE_ENV === 'production';
  if (production && !env.ENCRYPTION_KEY && !problems.some((problem) => problem.startsWith('ENCRYPTION_KEY ')))
    problems.push(`ENCRYPTION_KEY is missing: in production, ${variables.ENCRYPTION_KEY.remedy}.`);
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze({
    production,
    port: env.PORT,
    host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    baseUrl: env.BASE_URL ?? `http://localhost:${env.PORT}`,
    databaseUrl: env.DATABASE_URL ?? null,
    dataDir: env.DATA_DIR,
    encryptionKey: env.ENCRYPTION_KEY ?? null,
    previousEncryptionKey: env.ENCRYPTION_KEY_PREVIOUS ?? null,
    retentionMonths: env.RETENTION_MONTHS,
    logLevel: env.LOG_LEVEL,
    playground: env.PLAYGROUND ?? !production,
    slack,
    teams,
  });
}

function readSlack(env: Variables, problems: string[]): SlackConfig | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: appToken } = env;
  const oauth = readSlackOAuth(env, problems);
  if (!botToken && !secret && !appToken && !oauth) return null;
  if (!botToken && !oauth)
    problems.push(
      `SLACK_BOT_TOKEN is missing, though Slack is being set up: for one workspace, ${variables.SLACK_BOT_TOKEN.remedy}; for many, set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET instead.`,
    );
  if (!secret && !appToken)
    problems.push(
      `SLACK_SIGNING_SECRET is missing, though Slack is being set up: ${variables.SLACK_SIGNING_SECRET.remedy}.`,
    );
  return {
    signingSecret: secret ?? null,
    botToken: botToken ?? null,
    appToken: appToken ?? null,
    ...(oauth && { oauth }),
    apiUrl: env.SLACK_API_URL ?? null,
  };
}

function readSlackOAuth(env: Variables, problems: string[]): SlackOAuth | null {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = env;
  if (!clientId && !clientSecret) return null;
  for (const name of ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'] as const)
    if (!env[name])
      problems.push(`${name} is missing, though "Add to Slack" is being set up: ${variables[name].remedy}.`);
  if (env.SLACK_BOT_TOKEN)
    problems.push(
      'SLACK_BOT_TOKEN is for one workspace and SLACK_CLIENT_ID for many: keep the one and leave the other unset.',
    );
  if (env.SLACK_APP_TOKEN)
    problems.push(
      'SLACK_APP_TOKEN is for one workspace, since Slack distributes no app with Socket Mode: leave it unset to use SLACK_CLIENT_ID.',
    );
  const baseUrl = env.BASE_URL ?? `http://localhost:${env.PORT}`;
  if (!/^(https:|http:\/\/(localhost|127\.0\.0\.1)(:|\/|$))/.test(baseUrl))
    problems.push(
      `BASE_URL is not valid for "Add to Slack", which Slack and browsers do over HTTPS alone: give the public address of this server, such as https://bowout.example.com.`,
    );
  if (env.NODE_ENV === 'production' && !env.BASE_URL)
    problems.push(`BASE_URL is missing, though "Add to Slack" needs it: ${variables.BASE_URL.remedy}.`);
  return { clientId: clientId ?? '', clientSecret: clientSecret ?? '', baseUrl };
}

function readTeams(env: Variables, problems: string[]): TeamsConfig | null {
  const names = ['TEAMS_APP_ID', 'TEAMS_APP_PASSWORD', 'TEAMS_APP_TENANT_ID'] as const;
  if (env.TEAMS_LOCAL) {
    if (env.NODE_ENV === 'production')
      problems.push(
        'TEAMS_LOCAL is refused in production, since it answers anyone: leave it unset and set the three TEAMS_APP_ variables.',
      );
    return { mode: 'local' };
  }
  if (names.every((name) => !env[name])) return null;
  for (const name of names) {
    if (!env[name] && !problems.some((problem) => problem.startsWith(`${name} `)))
      problems.push(`${name} is missing, though Teams is being set up: ${variables[name].remedy}.`);
  }
  return {
    mode: 'azure',
    appId: env.TEAMS_APP_ID ?? '',
    appPassword: env.TEAMS_APP_PASSWORD ?? '',
    appTenantId: env.TEAMS_APP_TENANT_ID ?? '',
    tenants: env.TEAMS_TENANT_IDS ?? [env.TEAMS_APP_TENANT_ID ?? ''],
  };
}
