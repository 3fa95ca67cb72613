// One replica: the program as `bowout start` runs it, with shorter leases.
import { main } from '../../../dist/main.js';

await main(JSON.parse(process.env.CHAOS_TIMING));
