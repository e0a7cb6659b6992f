import { literal, oneOf, sequence } from './fragment';
import type { Fragment } from './fragment';

/** Host names, their common labels at the end said once: `(?:api|cdn)\.shop\.test`. */
export function hostsFragment(hosts: readonly string[]): Fragment {
  const [first = '', ...others] = hosts;
  if (others.length === 0) return literal(first, `The host ${first}; each \\. is a dot.`);
  const labels = hosts.map((host) => host.split('.'));
  const shared = sharedEnd(labels);
  if (shared.length === 0) return oneOf(hosts.map((host) => literal(host, `The host ${host}.`)));
  const end = `.${shared.join('.')}`;
  const starts = hosts.map((host) => host.slice(0, host.length - end.length));
  return sequence(
    oneOf(starts.map((start, index) => literal(start, `The host ${hosts[index]}.`))),
    literal(end, `What these hosts have in common.`),
  );
}

/** Labels at the end that all have; one label of each is left over. */
function sharedEnd(hosts: readonly (readonly string[])[]): readonly string[] {
  const shortest = Math.min(...hosts.map(({ length }) => length));
  const [first = []] = hosts;
  let count = 0;
  while (count < shortest - 1 && hosts.every((labels) => labels.at(-1 - count) === first.at(-1 - count)))
    count += 1;
  return count === 0 ? [] : first.slice(-count);
}
