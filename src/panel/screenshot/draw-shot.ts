import { createPen, type Pen } from './pen';
import {
  headBlocks,
  noteBlock,
  rowBlock,
  routeBlock,
  shotWidth,
  space,
  tableHead,
  type Block,
} from './shot-blocks';
import type { ShotModel } from './shot-model';
import { shotPalettes } from './shot-palette';

/** Device pixels per px: texts stay sharp where a ticket enlarges them. */
const scale = 2;
/** px; browsers refuse canvases that are higher than some 16,000 device pixels. */
const highest = 7_000;

const notes = [
  '“Would link” is as far as a browser can tell: only the Dynatrace backend knows whether a trace was linked.',
  'Secrets are masked. Made by Crosslink.',
] as const;

/**
 * The result as pictures, PNG at 2x. One, unless there are more rows than a picture can hold; each repeats the head.
 * Rejects if the browser gives no canvas.
 */
export async function drawShot(model: ShotModel, theme: 'light' | 'dark'): Promise<readonly Blob[]> {
  const palette = shotPalettes[theme];
  const measuring = penOn(document.createElement('canvas'), palette);
  const head = [...headBlocks(model, measuring), ...model.routes.map(routeBlock), space(10)];
  const foot = [space(8), ...notes.map(noteBlock), space(12)];
  const pages = paginate(
    model.rows.map((row) => rowBlock(row, measuring)),
    highest - heightOf([...head, ...foot]) - 60,
  );
  return Promise.all(
    pages.map((rows, index) => {
      const part = pages.length === 1 ? [] : [noteBlock(`Picture ${index + 1} of ${pages.length}`)];
      return picture([...head, ...part, tableHead(), ...rows, ...foot], palette);
    }),
  );
}

function paginate(rows: readonly Block[], room: number): Block[][] {
  const pages: Block[][] = [[]];
  let left = room;
  for (const row of rows) {
    if (row.height > left) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)?.push(row);
    left -= row.height;
  }
  return pages;
}

async function picture(blocks: readonly Block[], palette: Pen['palette']): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = shotWidth * scale;
  canvas.height = Math.ceil(heightOf(blocks)) * scale;
  const pen = penOn(canvas, palette);
  pen.box(0, 0, shotWidth, canvas.height, palette.base);
  let top = 0;
  for (const block of blocks) {
    block.paint(pen, top);
    top += block.height;
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The browser could not make a PNG of the picture.'));
      else resolve(blob);
    }, 'image/png');
  });
}

function penOn(canvas: HTMLCanvasElement, palette: Pen['palette']): Pen {
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('The browser gives no canvas to draw on.');
  context.scale(scale, scale);
  return createPen(context, palette);
}

function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { height }) => sum + height, 0);
}
