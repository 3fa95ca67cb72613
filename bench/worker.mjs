// One of two processes of a measure: worker.mjs WORKER ARGUMENT. It gets ready, waits for "go", works, and tells.
import { once } from 'node:events';
import { workers } from './workers.mjs';

const [name, argument] = process.argv.slice(2);
const work = await workers[name](JSON.parse(argument));
process.send('ready');
await once(process, 'message');
const cpu = process.cpuUsage();
await work();
const { user, system } = process.cpuUsage(cpu);
process.send({ cpuS: (user + system) / 1e6, rssMb: process.memoryUsage.rss() / 2 ** 20 });
