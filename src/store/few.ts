import type { Driver } from './driver.js';

/** The same database for those who can wait: so many of their calls at once, the others in the order they came. */
export function fewAtOnce(driver: Driver, count: number): Driver {
  const waiting: (() => void)[] = [];
  let running = 0;
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= count) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
  return {
    query: (text, parameters) => inTurn(() => driver.query(text, parameters)),
    transaction: (work, options) => inTurn(() => driver.transaction(work, options)),
    close: () => driver.close(),
  };
}
