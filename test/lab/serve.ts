/** Runs the lab until Ctrl-C, for use by hand: `npx tsx test/lab/serve.ts`. */
import { chromiumArguments } from './browser-flags';
import { startLab } from './lab';

const lab = await startLab();
const flags = chromiumArguments(lab).map((argument) => `'${argument}'`);
console.log(`http on ${lab.httpPort}, https on ${lab.httpsPort}`);
console.log(`\nchromium --user-data-dir=/tmp/crosslink-lab ${flags.join(' ')} ${lab.shopUrl}`);
process.once('SIGINT', () => void lab.close());
