import { describe, expect, it } from 'vitest';
import { createHistory, type Entry, type Placed } from '../../../src/channels/web/history.js';
import { limits } from '../../../src/channels/web/limits.js';

const entry = (id: string): Entry => ({ id, at: '2026-11-20T15:00:00.000Z', from: 'person', text: id });
const ids = (placed: readonly Placed[]): string[] => placed.map((each) => each.entry.id);

describe('the history of a person', () => {
  it('adds an entry once', () => {
    const history = createHistory();
    expect(history.add('sam', entry('a'))).toBe(true);
    expect(history.add('sam', entry('a'))).toBe(false);
    expect(ids(history.since('sam', null))).toEqual(['a']);
    expect(history.has('sam', 'a')).toBe(true);
    expect(history.has('kim', 'a')).toBe(false);
  });

  it('continues after a position', () => {
    const history = createHistory();
    for (const id of ['a', 'b', 'c']) history.add('sam', entry(id));
    const first = history.since('sam', null)[0]?.position ?? null;
    expect(ids(history.since('sam', first))).toEqual(['b', 'c']);
  });

  it('shows everything to a page that comes from an earlier process', () => {
    const before = createHistory();
    before.add('sam', entry('a'));
    const old = before.since('sam', null)[0]?.position ?? null;
    const history = createHistory();
    history.add('sam', entry('b'));
    expect(ids(history.since('sam', old))).toEqual(['b']);
  });

  it('keeps the newest entries', () => {
    const history = createHistory();
    for (let i = 0; i <= limits.historyEntries; i += 1) history.add('sam', entry(`${i}`));
    const kept = ids(history.since('sam', null));
    expect(kept).toHaveLength(limits.historyEntries);
    expect(kept.at(0)).toBe('1');
    expect(kept.at(-1)).toBe(`${limits.historyEntries}`);
  });

  it('forgets whoever was away for longest, but nobody who has a page open', () => {
    const history = createHistory();
    const nothing = { added: () => {}, removed: () => {}, cleared: () => {} };
    history.add('with a page', entry('a'));
    history.listen('with a page', nothing);
    history.add('away', entry('a'));
    for (let i = 2; i <= limits.people; i += 1) history.add(`${i}`, entry('a'));
    expect(history.has('with a page', 'a')).toBe(true);
    expect(history.has('away', 'a')).toBe(false);
    expect(history.has('2', 'a')).toBe(true);
  });

  it('tells those who listen, until they stop', () => {
    const history = createHistory();
    const heard: string[] = [];
    const stop = history.listen('sam', {
      added: (placed) => heard.push(placed.entry.id),
      removed: (id) => heard.push(`removed ${id}`),
      cleared: () => heard.push('cleared'),
    });
    history.add('sam', entry('a'));
    history.add('kim', entry('b'));
    history.remove('sam', 'a');
    history.clear('sam');
    stop();
    history.add('sam', entry('c'));
    expect(heard).toEqual(['a', 'removed a', 'cleared']);
    expect(ids(history.since('sam', null))).toEqual(['c']);
  });

  it('tells a page that comes back what it is to drop', () => {
    const history = createHistory();
    for (const id of ['a', 'b', 'c']) history.add('sam', entry(id));
    const last = history.since('sam', null).at(-1)?.position ?? null;
    history.remove('sam', 'b');
    expect(history.goneSince('sam', last)).toEqual(['b']);
    expect(ids(history.since('sam', null))).toEqual(['a', 'c']);
    history.clear('sam');
    history.add('sam', entry('d'));
    expect(history.goneSince('sam', last)).toBe('all');
    const now = history.since('sam', null).at(-1)?.position ?? null;
    expect(history.goneSince('sam', now)).toEqual([]);
    expect(history.goneSince('kim', last)).toEqual([]);
  });
});
