import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { FOUR_ANSWERS, openPostgres, serviceOn, somebody } from '../bowout.mjs';
import { fillGraphile, fillPgBoss } from '../due.mjs';

export const measure = {
  title: 'Resident memory idle, and growth over 200,000 turns and 10,000 ticks',
  unit: 'MB idle',
  better: 'lower',
  rounds: 3,
  sides: ['bowout', 'pg-boss', 'graphile-worker'],
  goals: [
    { side: 'bowout', over: 'pg-boss', atMost: 1 },
    { side: 'bowout', over: 'graphile-worker', atMost: 1 },
    { side: 'bowout', figure: 'growthPercent', atMost: 5 },
  ],
  note:
    'Idle: the whole program with its page and web server, or a worker of the queue, ten seconds after its start. ' +
    'Growth: heap after a collection, from the first tenth of the turns to the last.',
};

const IDLE_MS = 10_000;

export async function run(side, { databaseUrl, quick }) {
  const idle = await works[side](databaseUrl, quick ? 1_000 : IDLE_MS);
  return { value: idle, ...(side === 'bowout' && { growthPercent: await growth(databaseUrl, quick) }) };
}

const works = {
  bowout: (databaseUrl, ms) =>
    idleOf([new URL('../../dist/cli.js', import.meta.url).pathname, 'start'], ms, {
      DATABASE_URL: databaseUrl,
      ENCRYPTION_KEY: key,
    }),
  async 'pg-boss'(databaseUrl, ms) {
    await fillPgBoss(databaseUrl, 1);
    const script = `import { PgBoss } from 'pg-boss';
      const boss = new PgBoss('${databaseUrl}'); boss.on('error', () => {}); await boss.start();
      await boss.work('due', { batchSize: 10, localConcurrency: 10 }, async () => {}); console.log('ready');`;
    return idleOf(['--input-type=module', '-e', script], ms);
  },
  async 'graphile-worker'(databaseUrl, ms) {
    await fillGraphile(databaseUrl, 1);
    const script = `import { run, Logger } from 'graphile-worker';
      await run({ connectionString: '${databaseUrl}', concurrency: 10, logger: new Logger(() => () => {}), taskList: { due: async () => {} } });
      console.log('ready');`;
    return idleOf(['--input-type=module', '-e', script], ms);
  },
};

const key = randomBytes(32).toString('hex');

async function idleOf(options, ms, environment = {}) {
  const child = spawn(process.execPath, options, {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'error', ...environment },
    cwd: new URL('..', import.meta.url).pathname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  for await (const line of createInterface(child.stdout)) if (line.includes('ready')) break;
  await new Promise((resolve) => setTimeout(resolve, ms));
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]);
  child.kill('SIGKILL');
  await ended;
  return kilobytes / 1024;
}

async function growth(databaseUrl, quick) {
  const turns = quick ? 2_000 : 200_000;
  const ticks = quick ? 100 : 10_000;
  const store = await openPostgres(databaseUrl, key);
  const service = serviceOn(store);
  const heap = [];
  for (let n = 0; n < turns; n++) {
    const { who, address } = somebody(n % 500);
    const event = { id: randomUUID(), who, address, zone: 'Europe/London', locale: 'en-US' };
    const text = FOUR_ANSWERS[Math.floor(n / 500) % FOUR_ANSWERS.length];
    await service.handle({ ...event, input: { type: 'text', text } });
    if (n % (turns / ticks) === 0) await service.runDue();
    if (n % (turns / 10) === turns / 10 - 1) {
      await service.settled();
      globalThis.gc();
      heap.push(process.memoryUsage().heapUsed);
    }
  }
  return (heap.at(-1) / heap[0] - 1) * 100;
}
