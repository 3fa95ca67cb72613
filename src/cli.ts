#!/usr/bin/env node
import { ConfigError } from './config.js';

const USAGE = `Usage: bowout COMMAND

  start                        serve Slack, Teams and the playground
  chat [--memory] [--now ISO] [--tz ZONE] [--locale L] [--json]
                               talk to the coach here; "@ 2026-11-24T09:00" moves the clock
  understand TASK              JSON Lines in, JSON Lines out; tasks: date, pay, opening,
                               employer-reply, yes-no, command
  check                        JSON Lines in, JSON Lines out: the draft check
  draft [--list]               JSON Lines in, JSON Lines out: compose a draft; --list names all there are
  migrate                      bring the database up to date
`;

/** What a person typed wrong on the command line; shown without a stack. */
class UsageError extends Error {}

async function run(command: string | undefined, args: readonly string[]): Promise<void> {
  switch (command) {
    case 'start':
      return (await import('./main.js')).main();
    case 'chat':
      return (await import('./commands/start-chat.js')).startChat(args);
    case 'understand':
    case 'check':
    case 'draft':
      return (await import('./commands/lines.js')).answerLines(command, args);
    case 'migrate':
      return (await import('./commands/migrate.js')).migrateDatabase();
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(USAGE);
      return;
    default:
      throw new UsageError(`There is no command "${command}".\n\n${USAGE}`);
  }
}

try {
  await run(process.argv[2], process.argv.slice(3));
} catch (error) {
  const plain = error instanceof UsageError || error instanceof ConfigError;
  process.stderr.write(`${plain ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`);
  process.exitCode = 1;
}
