import { routes } from '../../core';
import { routeTitles } from '../components/outcome/outcome-words';
import type { Pen } from './pen';
import type { ShotModel, ShotRoute, ShotRow } from './shot-model';
import { wrapText } from './wrap-text';

/** px of a screen of 1x: what a ticket shows without scaling. */
export const shotWidth = 1280;
const margin = 24;
const inner = shotWidth - 2 * margin;

const columnWidths = { route: 104, preflight: 112, status: 124 } as const;
const nameWidth = inner - 3 * columnWidths.route - columnWidths.preflight - columnWidths.status;
const indent = 18;
const lineHeight = 18;

/** A band of the picture over its whole width. */
export interface Block {
  /** px */
  readonly height: number;
  paint(pen: Pen, top: number): void;
}

/** The answer, and what it is about. */
export function headBlocks({ answer, facts }: ShotModel, pen: Pen): Block[] {
  const labelWidth = Math.max(...facts.map(([label]) => pen.measure(label, 'text'))) + 16;
  const answerLines = wrapText(answer, inner, (text) => pen.measure(text, 'answer'), 4);
  return [
    {
      height: answerLines.length * 28 + 20,
      paint: ({ text, palette }, top) => {
        for (const [index, line] of answerLines.entries())
          text(line, margin, top + 36 + index * 28, 'answer', palette.ink);
      },
    },
    ...facts.map(([label, value]): Block => {
      const lines = wrapText(value, inner - labelWidth, (text) => pen.measure(text, 'text'), 6);
      return {
        height: lines.length * lineHeight + 3,
        paint: ({ text, palette }, top) => {
          text(label, margin, top + 14, 'text', palette.subtle);
          for (const [index, line] of lines.entries())
            text(line, margin + labelWidth, top + 14 + index * lineHeight, 'text', palette.ink);
        },
      };
    }),
    space(8),
  ];
}

/** One route: its outcomes as counts. */
export function routeBlock({ title, counts, added }: ShotRoute): Block {
  return {
    height: 25,
    paint: (pen, top) => {
      const { palette, text, outcome, measure } = pen;
      text(title, margin, top + 17, 'strong', palette.ink);
      let x = margin + 84;
      for (const { outcome: each, count } of counts) {
        const words = `${count} ${each}`;
        outcome(each, words, x, top + 17);
        x += measure(words, 'strong') + 48;
      }
      text(counts.length === 0 ? '–' : added, x, top + 17, 'text', palette.subtle);
    },
  };
}

export function tableHead(): Block {
  return {
    height: 30,
    paint: ({ box, text, palette }, top) => {
      box(margin, top, inner, 28, palette.band);
      const titles = ['Name', ...routes.map((route) => routeTitles[route]), 'Preflight', 'Status'];
      for (const [index, title] of titles.entries())
        text(title, columnStart(index), top + 18, 'strong', palette.ink);
    },
  };
}

/** A row of the table; its name takes as many lines as it needs, its outcomes are always whole. */
export function rowBlock(
  { depth, method, name, outcomes, preflight, status, why }: ShotRow,
  pen: Pen,
): Block {
  const left = margin + 8 + depth * indent;
  const methodWidth = pen.measure(`${method} `, 'code');
  const nameSpace = nameWidth - 24 - depth * indent - methodWidth;
  const lines = wrapText(name, nameSpace, (text) => pen.measure(text, 'code'), 4);
  const whyLines = why.flatMap((sentence) =>
    wrapText(sentence, inner - 24 - depth * indent, (text) => pen.measure(text, 'text'), 4),
  );
  const height = (lines.length + whyLines.length) * lineHeight + 9;
  return {
    height,
    paint: (to, top) => {
      const { palette, text, box } = to;
      const baseline = top + 17;
      text(method, left, baseline, 'code', palette.subtle);
      for (const [index, line] of lines.entries())
        text(line, left + methodWidth, baseline + index * lineHeight, 'code', palette.ink);
      if (outcomes !== null) {
        for (const [index, route] of routes.entries())
          to.outcome(outcomes[route], outcomes[route], columnStart(index + 1), baseline);
      }
      text(preflight, columnStart(4), baseline, 'text', palette.subtle);
      text(status, columnStart(5), baseline, 'text', palette.ink);
      for (const [index, line] of whyLines.entries())
        text(line, left, baseline + (lines.length + index) * lineHeight, 'text', palette.outcomes.breaks);
      box(margin, top + height - 1, inner, 1, palette.line);
    },
  };
}

/** A line of small print. */
export function noteBlock(note: string): Block {
  return {
    height: 22,
    paint: ({ text, palette }, top) => text(note, margin, top + 16, 'text', palette.subtle),
  };
}

export function space(height: number): Block {
  return { height, paint: () => {} };
}

function columnStart(index: number): number {
  const start = margin + 8;
  if (index === 0) return start;
  const routesBefore = Math.min(index - 1, 3) * columnWidths.route;
  return start + nameWidth + routesBefore + (index > 4 ? columnWidths.preflight : 0);
}
