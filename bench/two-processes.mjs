import { fork } from 'node:child_process';
import { once } from 'node:events';

/**
 * Two processes run `worker` at the same moment, as two replicas would.
 * @returns seconds until both had nothing left to do, the CPU seconds of both, and the larger resident memory in MB
 */
export async function inTwoProcesses(worker, argument) {
  const script = new URL('./worker.mjs', import.meta.url).pathname;
  const children = [0, 1].map(() => fork(script, [worker, JSON.stringify(argument)], { execArgv: [] }));
  try {
    await Promise.all(children.map(said));
    const started = performance.now();
    for (const child of children) child.send('go');
    const ends = await Promise.all(children.map(said));
    return {
      seconds: (performance.now() - started) / 1_000,
      cpuS: ends.reduce((sum, { cpuS }) => sum + cpuS, 0),
      rssMb: Math.max(...ends.map(({ rssMb }) => rssMb)),
    };
  } finally {
    for (const child of children) child.kill();
  }
}

async function said(child) {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`A worker ended with ${code} before its work was done.`);
  });
  const [message] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => {});
  return message;
}
