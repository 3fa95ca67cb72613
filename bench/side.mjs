// One side of one measure, once: node bench/side.mjs MEASURE SIDE SCALE. Its last line is the figures as JSON.
const [name, side, scale] = process.argv.slice(2);
const { run } = await import(new URL(`measures/${name}.mjs`, import.meta.url).href);
const figures = await run(side, { databaseUrl: process.env.DATABASE_URL, quick: scale === 'quick' });
process.stdout.write(`\n${JSON.stringify(figures)}\n`, () => process.exit(0));
