/** Slack's `ts`, seconds with six decimals, as microseconds since 1970; undefined when it is none. */
export function microsecondsOf(ts: string): number | undefined {
  const [, seconds, decimals] = /^(\d{9,10})\.(\d{6})$/.exec(ts) ?? [];
  return seconds && decimals ? Number(seconds + decimals) : undefined;
}
