// npm run soak -- [--hostile] [--scale 0.1]: a working day of traffic in the real panel in real devtools of Chromium, or, with
// --hostile, one page that does its worst. Ends with 1 when something is missing, grows, or has become slow.
import { parseArgs } from 'node:util';
import { buildForTests } from '../browser/build-extensions';
import { soakDay } from './day';
import { soakHostile } from './hostile';
import { printRow } from './print-row';

const { values } = parseArgs({
  options: { scale: { type: 'string', default: '1' }, hostile: { type: 'boolean', default: false } },
});
const scale = Number(values.scale);
if (!(scale > 0)) throw new Error(`not a scale: ${values.scale}`);

const begun = Date.now();
await buildForTests();
const faults = await (values.hostile ? soakHostile(scale) : soakDay(scale));
printRow('time', `${Math.round((Date.now() - begun) / 1000)} s`);
for (const fault of faults) printRow('FAULT', fault);
printRow('result', faults.length === 0 ? 'no fault' : `${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
