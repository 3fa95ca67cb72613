// How soon Slack gets its answer: npm run bench:slack-ack [-- SECONDS [EVENTS_A_SECOND]]
//
// One process of Bowout on PostgreSQL, as it is shipped, and a Slack that takes 80 ms for every call. Signed messages
// and commands arrive at a steady rate, whether or not earlier ones were answered, one in twenty of them twice. Each
// answer is timed from the moment at which its event was due, so that a stall is not hidden by waiting for it. The exit
// code is not 0 when an answer took too long for Slack, or an event had no effect, or two.
import { spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const SECONDS = Number(process.argv[2] ?? 30);
const RATE = Number(process.argv[3] ?? 200);
const TENANTS = 200;
const PEOPLE = 2_000;
const TWICE_EVERY = 20;
const COMMAND_EVERY = 5;
const SLACK_TAKES_MS = 80;
const TOO_LATE_MS = 3_000;
const SLICE_S = 5;
const SECRET = randomBytes(16).toString('hex');
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

if (!process.env.DATABASE_URL) throw new Error('This needs a PostgreSQL: npm run bench:slack-ack');
const database = new pg.Client({ connectionString: process.env.DATABASE_URL });
await database.connect();
const slack = await startSlack();
const bowout = await startBowout(`http://127.0.0.1:${slack.address().port}/api`);

// What one event says to somebody new, and to somebody known, is learned from one who is alone.
const learner = { team: 'TLEARN', user: 'ULEARN' };
for (let n = 0; n < 3; n++) await deliver(eventOf(learner, n), performance.now());
const [first, later] = [await said(1), await said(3)].map(Number);
const eachTime = (later - first) / 2;

async function said(events) {
  // Rows of one event are written in one transaction, so they share their time.
  const { rows } = await database.query(
    `select count(*) as n from outbox where available_at <= (
       select noted_at from inbound where tenant = 'slack:TLEARN' order by noted_at offset $1 - 1 limit 1)`,
    [events],
  );
  return rows[0].n;
}

console.log(
  `One process, ${RATE} events a second for ${SECONDS} s, ${PEOPLE} people in ${TENANTS} workspaces …`,
);
const answers = [];
const began = performance.now() + 100;
const total = SECONDS * RATE;
const underWay = [];
for (let n = 0; n < total; n++) {
  const due = began + (n * 1000) / RATE;
  const wait = due - performance.now();
  if (wait > 1) await sleep(wait);
  const somebody = { team: `T${n % TENANTS}`, user: `U${n % PEOPLE}` };
  const event = eventOf(somebody, Math.floor(n / PEOPLE));
  underWay.push(deliver(event, due).then((answer) => answers.push(answer)));
  if (n % TWICE_EVERY === 0) underWay.push(deliver(event, due).then((answer) => answers.push(answer)));
}
await Promise.all(underWay);

const noted = await count(`inbound where tenant <> 'slack:TLEARN'`);
const messages = await count(`outbox where tenant <> 'slack:TLEARN'`);
const people = Math.min(PEOPLE, total);
const expected = people * first + (total - people) * eachTime;
const late = answers.filter(({ ms }) => ms > TOO_LATE_MS).length;
const refused = answers.filter(({ status }) => status !== 200).length;
const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
const at = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]);
const slice = (from) =>
  answers.filter(({ due }) => due >= began + from * 1000 && due < began + (from + SLICE_S) * 1000);
const medianOf = (some) => Math.round(some.map(({ ms }) => ms).sort((a, b) => a - b)[some.length >> 1] ?? 0);
const course = Array.from({ length: Math.ceil(SECONDS / SLICE_S) }, (_, n) => medianOf(slice(n * SLICE_S)));
console.log(
  [
    `answers        ${answers.length}, of which ${answers.length - total} to events that came twice`,
    `p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   p99 ${at(0.99)} ms   longest ${Math.round(times.at(-1))} ms`,
    `medians        ${course.join(', ')} ms, of ${SLICE_S} s each`,
    `later than 3 s ${late}`,
    `not with 200   ${refused}`,
    `events         ${total}, noted ${noted}`,
    `replies        ${messages}, expected ${expected} (${first} to somebody new, ${eachTime} afterwards)`,
  ].join('\n'),
);
const isGood = at(0.99) < TOO_LATE_MS && refused === 0 && noted === total && messages === expected;
bowout.kill('SIGTERM');
await once(bowout, 'exit');
await database.end();
slack.closeAllConnections();
slack.close();
process.exitCode = isGood ? 0 : 1;

function eventOf({ team, user }, n) {
  const channel = `D${user}`;
  if (n % COMMAND_EVERY === COMMAND_EVERY - 1) {
    const fields = { command: '/decline', text: 'help', team_id: team, user_id: user, channel_id: channel };
    const body = new URLSearchParams({ ...fields, trigger_id: `${user}.${n}` }).toString();
    return { body, type: 'application/x-www-form-urlencoded' };
  }
  const ts = `${1_795_000_000 + n}.000100`;
  const event = { type: 'message', channel_type: 'im', channel, user, text: 'help', ts, event_ts: ts };
  const authorizations = [{ enterprise_id: null, team_id: team, user_id: 'UBOWOUT', is_bot: true }];
  const payload = { type: 'event_callback', team_id: team, event_id: `Ev${user}${n}`, authorizations, event };
  return { body: JSON.stringify(payload), type: 'application/json' };
}

async function deliver({ body, type }, due) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const hash = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  const request = fetch(bowout.url, {
    method: 'POST',
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${hash}`,
    },
  });
  try {
    const response = await request;
    await response.arrayBuffer();
    return { due, status: response.status, ms: performance.now() - due };
  } catch (error) {
    // A connection that broke is no answer either; Slack would send the event again.
    return { due, status: error.cause?.code ?? error.name, ms: Number.POSITIVE_INFINITY };
  }
}

async function count(from) {
  return Number((await database.query(`select count(*) as n from ${from}`)).rows[0].n);
}

/** Takes everything, as slowly as Slack does. */
async function startSlack() {
  let posted = 0;
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    await sleep(SLACK_TAKES_MS);
    const user = { tz: 'Europe/Berlin', locale: 'en-GB' };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: true, ts: `${++posted}.000100`, channel: { id: 'D1' }, user }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function startBowout(apiUrl) {
  const child = spawn(process.execPath, [CLI, 'start'], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      PLAYGROUND: '0',
      LOG_LEVEL: 'error',
      DATABASE_URL: process.env.DATABASE_URL,
      ENCRYPTION_KEY: process.env.ENCRYPTION_KEY,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_API_URL: apiUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.on('exit', () => child.kill('SIGKILL'));
  let said = '';
  child.url = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const port = /ready on port (\d+)/.exec(said)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}/slack/events`);
    });
    child.once('exit', () => reject(new Error(`Bowout ended before it was ready:\n${said}`)));
  });
  return child;
}
