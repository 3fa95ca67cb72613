/** A repeatable source of chance (mulberry32). */
export class Chance {
  constructor(private seed: number) {}

  /** From 0 up to, not including, 1. */
  next(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(most: number): number {
    return Math.floor(this.next() * most);
  }

  pick<T>(from: readonly T[]): T {
    const one = from[this.below(from.length)];
    if (one === undefined) throw new Error('there is nothing to pick from');
    return one;
  }
}

type Json = unknown;

const deep = (depth: number): Json => {
  let value: Json = 'x';
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { a: value };
  return value;
};

/** What stands where something else is expected. */
const strangers: readonly ((chance: Chance) => Json)[] = [
  () => null,
  () => true,
  () => 0,
  () => -1e308,
  () => Number.MAX_SAFE_INTEGER,
  () => '',
  () => [],
  () => ({}),
  () => [[[[]]]],
  () => ({ toString: 'x', constructor: { prototype: {} }, length: -1 }),
  () => JSON.parse('{"__proto__":{"polluted":true},"then":"x"}'),
  () => deep(500),
  () => 'x'.repeat(20_000),
  () => '\u0000\u202e\ud800\ufffe',
  () => '<!channel> <@U123> <https://x.example|y> {{constructor}} <script>alert(1)</script>',
  () => `'; drop table people; --`,
  () => '../../../../etc/passwd',
  () => '2026-13-45T99:99',
  (chance) => String(chance.next()),
  (chance) =>
    JSON.stringify({
      do: chance.pick(['answer', 'draft', 'delete', 'start', 'x']),
      frame: 'f1',
      about: 'o9',
    }),
  () => '{"do":"topic","topic":"calendar"}',
  () => '{'.repeat(3_000),
];

/** The same JSON with one to four places changed, dropped or doubled. The given value stays as it is. */
export function mutated(value: Json, chance: Chance): Json {
  let changed = structuredClone(value);
  for (let times = 1 + chance.below(4); times > 0; times -= 1) changed = mutatedOnce(changed, chance);
  return changed;
}

function mutatedOnce(value: Json, chance: Chance): Json {
  const places = placesIn(value);
  if (places.length === 0) return chance.pick(strangers)(chance);
  const { holder, key } = chance.pick(places);
  const how = chance.below(10);
  if (how === 0 && !Array.isArray(holder)) delete holder[key];
  else if (how === 1) holder[key] = [holder[key], holder[key]];
  else if (how === 2 && typeof holder[key] === 'string') holder[key] = scrambled(holder[key], chance);
  else holder[key] = chance.pick(strangers)(chance);
  return value;
}

interface Place {
  readonly holder: Record<string, Json>;
  readonly key: string;
}

function placesIn(value: Json, depth = 0): Place[] {
  if (typeof value !== 'object' || value === null || depth > 20) return [];
  const holder = value as Record<string, Json>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key], depth + 1)]);
}

/** Bytes of a text dropped, doubled or exchanged. */
export function scrambled(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  const rest = text.slice(at + chance.below(6));
  return text.slice(0, at) + chance.pick(['', '\u0000', '"', '}', '\\u', '\ud83d', '%', '&']) + rest;
}
