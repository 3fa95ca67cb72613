import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Gives `work` the address of an empty database on the server in DATABASE_URL, and drops it afterwards. */
export async function withDatabase(work) {
  const server = process.env.DATABASE_URL;
  if (!server)
    throw new Error('DATABASE_URL is not set: start with "npm run bench", which brings a PostgreSQL.');
  const name = `bench_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  try {
    const url = new URL(server);
    url.pathname = `/${name}`;
    return await work(url.href);
  } finally {
    await onServer(server, `drop database ${name} with (force)`);
  }
}

async function onServer(server, statement) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
