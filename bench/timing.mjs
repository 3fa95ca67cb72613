/** Runs `work` so often, one after the other. @returns p50 and p95 in milliseconds, and CPU in milliseconds each */
export async function timed(count, work) {
  const times = new Float64Array(count);
  const cpu = process.cpuUsage();
  for (let n = 0; n < count; n++) {
    const started = performance.now();
    await work(n);
    times[n] = performance.now() - started;
  }
  const { user, system } = process.cpuUsage(cpu);
  times.sort();
  return {
    p50: at(times, 0.5),
    p95: at(times, 0.95),
    p99: at(times, 0.99),
    cpuMs: (user + system) / 1000 / count,
  };
}

/** The value below which a share of the sorted values lies. */
export function at(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
