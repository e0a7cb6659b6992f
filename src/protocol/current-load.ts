import * as v from 'valibot';
import type { Devtools } from 'webextension-polyfill';
import { evaluateInPage } from './page-evaluation';

/** The document that the inspected tab shows. */
export interface CurrentLoad {
  readonly url: string;
  /** `performance.timeOrigin`, ms since the epoch: tells a new document from a change of the address by script. */
  readonly startedAt: number;
}

const schema = v.object({ url: v.string(), startedAt: v.number() });

/** `null`: the tab shows something that cannot be asked, such as an error page, or is just turning to another document. */
export async function readCurrentLoad(
  inspectedWindow: Devtools.Static['inspectedWindow'],
): Promise<CurrentLoad | null> {
  const answer = await evaluateInPage(
    inspectedWindow,
    '({ url: location.href, startedAt: performance.timeOrigin })',
  );
  const result = v.safeParse(schema, answer.ok ? answer.value : null);
  return result.success ? result.output : null;
}
