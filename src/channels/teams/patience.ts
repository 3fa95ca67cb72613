/**
 * How long things may take, all together less than the 15 s that Teams waits before it sends an event again
 * (Teams notes, 8).
 */
export interface Patience {
  /** Reading the signing keys. */
  readonly verifyMs: number;
  /** Work, before the person is shown that something happens. */
  readonly slowMs: number;
  /** Work, before it is answered for in any case. */
  readonly answerMs: number;
}

export const PATIENCE: Patience = { verifyMs: 4_000, slowMs: 1_500, answerMs: 9_000 };

/** What to do meanwhile. The results of `slow` and `late` are not waited for. */
interface Meanwhile<T> {
  slow(): unknown;
  /** The answer in place of the work's own. */
  tooSlow(): T;
  /** The work ended after it had been answered for. */
  late(result: T): unknown;
}

/** The work's result, or after `answerMs` what stands in for it. `work` must not reject. */
export async function patiently<T>(
  work: Promise<T>,
  { slowMs, answerMs }: Pick<Patience, 'slowMs' | 'answerMs'>,
  { slow, tooSlow, late }: Meanwhile<T>,
): Promise<T> {
  const slowly = setTimeout(slow, slowMs);
  let timer: NodeJS.Timeout | undefined;
  const answer = new Promise<'too slow'>((resolve) => {
    timer = setTimeout(() => resolve('too slow'), answerMs);
  });
  const first = await Promise.race([work.then((result) => ({ result })), answer]);
  clearTimeout(timer);
  if (first !== 'too slow') {
    clearTimeout(slowly);
    return first.result;
  }
  void work.then(late);
  return tooSlow();
}

/** Rejects when `work` takes longer. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`It took more than ${ms} ms.`)), ms);
  });
  return Promise.race([work, end]).finally(() => clearTimeout(timer));
}
