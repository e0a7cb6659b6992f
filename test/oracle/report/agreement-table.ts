import { aspects } from '../judge/compare';
import type { JudgedCase } from '../run/run-cases';

/** One line for each aspect: how many cases agree, differ, and differ for a documented cause. */
export function agreementTable(judged: readonly JudgedCase[]): string {
  const lines = aspects.map((aspect) => {
    const differ = judged.filter(({ disagreements }) =>
      disagreements.some((d) => d.aspect === aspect),
    ).length;
    const explained = judged.filter((each) => each.explained.some((d) => d.aspect === aspect)).length;
    return row(aspect, judged.length - differ - explained, differ, explained);
  });
  const differing = judged.filter(({ disagreements }) => disagreements.length > 0).length;
  const onlyExplained = judged.filter(
    ({ disagreements, explained }) => disagreements.length === 0 && explained.length > 0,
  ).length;
  const total = row('all of them', judged.length - differing - onlyExplained, differing, onlyExplained);
  return [row('', 'agree', 'differ', 'explained'), ...lines, total].join('\n');
}

function row(name: string, ...cells: readonly (number | string)[]): string {
  return name.padEnd(20) + cells.map((cell) => String(cell).padStart(10)).join('');
}

/** What the run covered, so that agreement means something. */
export function coverage(judged: readonly JudgedCase[]): string {
  const share = (holds: (each: JudgedCase) => boolean) =>
    `${Math.round((100 * judged.filter(holds).length) / judged.length)} %`;
  return [
    `${share(({ observed }) => observed.ok)} succeed`,
    `${share(({ observed }) => observed.received.some(({ isPreflight }) => isPreflight))} are preflighted`,
    `${share(({ observed }) => observed.received.some(({ hop }) => hop > 0))} are redirected`,
    `${share(({ observed }) => observed.received.some(({ cookies }) => cookies.length > 0))} carry cookies`,
  ].join(', ');
}
