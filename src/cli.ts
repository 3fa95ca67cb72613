#!/usr/bin/env node

const USAGE = `Usage: bowout COMMAND

  start                        serve Slack, Teams and the playground
  chat [--memory] [--now ISO] [--tz ZONE] [--locale L] [--json]
                               talk to the coach here; "@ 2026-11-24T09:00" moves the clock
  understand TASK              JSON Lines in, JSON Lines out; tasks: date, pay, opening,
                               employer-reply, yes-no, command
  check                        JSON Lines in, JSON Lines out: the draft check
  draft [--list]               JSON Lines in, JSON Lines out: compose a draft; --list names all there are
  export --tenant T --person P [--format json|markdown]
                               everything kept about one person
  reminders --tenant T --person P
                               what is coming for one person
  migrate                      bring the database up to date
  rotate-keys                  wrap all keys with ENCRYPTION_KEY in place of ENCRYPTION_KEY_PREVIOUS
`;

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
    case 'export':
      return (await import('./commands/export.js')).exportToOutput(args);
    case 'reminders':
      return (await import('./commands/reminders.js')).listReminders(args);
    case 'migrate':
      return (await import('./commands/migrate.js')).migrateDatabase();
    case 'rotate-keys':
      return (await import('./commands/rotate-keys.js')).rotateKeys();
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(USAGE);
      return;
    default:
      throw new Error(`There is no command "${command}".\n\n${USAGE}`);
  }
}

try {
  await run(process.argv[2], process.argv.slice(3));
} catch (error) {
  // Errors that we throw say what to do; a stack would hide it. Others are faults, and need one.
  const ours = error instanceof Error && ['Error', 'ConfigError'].includes(error.name);
  const text = ours ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
