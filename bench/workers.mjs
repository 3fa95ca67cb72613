// What each worker process does: it gets ready at once, and `work` ends when there is nothing left to do.
import pg from 'pg';
import { openPostgres, serviceOn } from './bowout.mjs';

const LOOK_EVERY_MS = 5;

export const workers = {
  /** Due reminders become messages, and messages are sent and marked, until both are done. */
  async bowout({ databaseUrl, encryptionKey }) {
    const service = serviceOn(await openPostgres(databaseUrl, encryptionKey));
    const left = leftIn(
      databaseUrl,
      `select 1 from reminders where status = 'claimed' or (status = 'pending' and due_at <= now()) union all
       select 1 from outbox where status in ('pending', 'sending') limit 1`,
    );
    return async () => {
      while (await left()) {
        await Promise.all([service.runDue(), service.deliver()]);
      }
    };
  },

  /** Reminders become messages, and none is sent. */
  async bowoutReminders({ databaseUrl, encryptionKey }) {
    const service = serviceOn(await openPostgres(databaseUrl, encryptionKey));
    return () => service.runDue();
  },

  /** Ten workers fetch ten jobs each and fetch again at once while batches are full. */
  async pgBoss({ databaseUrl }) {
    const { PgBoss } = await import('pg-boss');
    const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false });
    boss.on('error', fail);
    await boss.start();
    const left = leftIn(
      databaseUrl,
      `select 1 from pgboss.job where name = 'due' and state in ('created', 'active') limit 1`,
    );
    return async () => {
      await boss.work(
        'due',
        { batchSize: 10, localConcurrency: 10, pollingIntervalSeconds: 0.5, burstWhenBatchFull: true },
        async () => {},
      );
      while (await left()) await wait();
    };
  },

  /** Five hundred at a time, completed by one statement. */
  async pgBossFetch({ databaseUrl }) {
    const { PgBoss } = await import('pg-boss');
    const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false });
    boss.on('error', fail);
    await boss.start();
    return async () => {
      for (;;) {
        const jobs = await boss.fetch('due', { batchSize: 500 });
        if (jobs.length === 0) return;
        await boss.complete(
          'due',
          jobs.map(({ id }) => id),
        );
      }
    };
  },

  async graphile({ databaseUrl, tuned }) {
    const { run, Logger } = await import('graphile-worker');
    const logger = new Logger(() => () => {});
    const options = {
      connectionString: databaseUrl,
      concurrency: 10,
      noHandleSignals: true,
      logger,
      taskList: { due: async () => {} },
      ...(tuned && {
        preset: {
          worker: {
            concurrentJobs: 24,
            localQueue: { size: 500, refetchDelay: { durationMs: 10 } },
            completeJobBatchDelay: 0,
            failJobBatchDelay: 0,
          },
        },
      }),
    };
    const left = leftIn(databaseUrl, 'select 1 from graphile_worker._private_jobs limit 1');
    return async () => {
      const runner = await run(options);
      while (await left()) await wait();
      await runner.stop();
    };
  },
};

function leftIn(databaseUrl, query) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  return async () => (await pool.query(query)).rowCount > 0;
}

const wait = () => new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));

function fail(error) {
  throw error;
}
