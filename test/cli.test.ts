import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

function bowout(args: readonly string[], input = '') {
  // The test runner's own variables, such as BASE_URL, are not Bowout's.
  const env = { PATH: process.env['PATH'] };
  const ended = spawnSync(process.execPath, [CLI, ...args], { input, env, encoding: 'utf8' });
  const { status, stdout, stderr } = ended;
  return { status, stdout, stderr, lines: stdout.split('\n').filter(Boolean) };
}

describe('bowout chat', () => {
  const berlin = ['chat', '--memory', '--json', '--now', '2026-11-20T15:00:00Z', '--tz', 'Europe/Berlin'];

  test('prints one JSON object for each message, and moves the clock', () => {
    const { lines, status } = bowout(
      berlin,
      ['I got an offer from Acme, they want an answer by November 27', '@ 2026-11-25T10:00'].join('\n'),
    );
    expect(status).toBe(0);
    const said = lines.map((line) => JSON.parse(line));
    expect(said.map(({ kind }) => kind)).toEqual(['text', 'text', 'summary', 'question', 'reminder']);
    for (const one of said) expect(Object.keys(one)).toEqual(['say', 'choices', 'kind']);
    expect(said.at(-1).choices).toContain('Done');
  });

  test('keeps the order of many lines', () => {
    const { lines } = bowout(berlin, ['hello', 'help', 'privacy', 'help'].join('\n'));
    expect(lines.filter((line) => line.includes('At any question you can say'))).toHaveLength(2);
  });

  test.each([
    [['chat', '--memory', '--tz', 'Mars/Olympus'], 'Mars/Olympus'],
    [['chat', '--memory', '--now', 'soon'], '2026-11-20T16:00:00Z'],
    [['fly'], 'There is no command "fly"'],
  ])('%j is answered with what to do', (args, remedy) => {
    const { status, stderr } = bowout(args);
    expect(status).toBe(1);
    expect(stderr).toContain(remedy);
  });
});

describe('the commands in JSON Lines', () => {
  test('understand answers each line in its order, also a bad one', () => {
    const { lines } = bowout(
      ['understand', 'yes-no'],
      ['{"text":"yes please"}', 'nonsense', '{"text":"not really"}'].join('\n'),
    );
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { value: 'yes' },
      { error: expect.any(String) },
      { value: 'no' },
    ]);
  });

  test('draft writes what --list names, and check finds nothing in it', () => {
    const [first] = bowout(['draft', '--list']).lines;
    const facts = {
      me: 'Robin',
      name: 'Ana',
      company: 'Acme',
      role: 'engineer',
      date: 'Friday',
      ask: 'two days at home',
      appreciation: 'your open answers',
    };
    const written = bowout(['draft'], JSON.stringify({ ...JSON.parse(first ?? ''), facts })).lines;
    const { text } = JSON.parse(written[0] ?? '');
    expect(text).toContain('Robin');
    const { kind, channel } = JSON.parse(first ?? '');
    expect(bowout(['check'], JSON.stringify({ text, channel, kind })).lines).toEqual(['{"findings":[]}']);
  });
});
