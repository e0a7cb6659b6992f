import { eventTargets } from './cases/event-targets';
import { fetchArguments } from './cases/fetch-arguments';
import { fetchLife } from './cases/fetch-life';
import { prototypes } from './cases/prototypes';
import { surface } from './cases/surface';
import { surroundings } from './cases/surroundings';
import { xhrCalls } from './cases/xhr-calls';
import { xhrEvents } from './cases/xhr-events';
import { createTranscript } from './transcript';

/*
 * Runs in the page. The order matters: the last group replaces what the others use.
 */
const groups = {
  surface,
  fetchArguments,
  fetchLife,
  surroundings,
  eventTargets,
  xhrCalls,
  xhrEvents,
  prototypes,
};

const run = async (): Promise<Record<string, readonly string[]>> => {
  const transcripts: Record<string, readonly string[]> = {};
  for (const [group, cases] of Object.entries(groups)) {
    for (const [name, work] of Object.entries(cases)) {
      const transcript = createTranscript();
      await transcript.settle('end', async () => work(transcript));
      transcripts[`${group}: ${name}`] = transcript.lines;
    }
  }
  return transcripts;
};

Object.defineProperty(globalThis, 'finished', { value: run() });
