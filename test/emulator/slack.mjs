// Somebody else's idea of Slack (the npm package emulate) on a free port. It prints its address and ends with its
// standard input. Run by the test beside it, with a Node that the emulator supports.
import { createEmulator } from 'emulate';

const seed = JSON.parse(process.argv[2]);
const slack = await createEmulator({ service: 'slack', port: Number(process.argv[3]), seed });
process.stdout.write(`${JSON.stringify({ url: slack.url, node: process.versions.node })}\n`);
process.stdin.resume().on('end', async () => {
  await slack.close();
  process.exit(0);
});
