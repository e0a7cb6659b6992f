import type { Outcome } from '../../core';
import { dashes, outcomeShapes } from '../components/icons/outcome-shapes';
import type { ShotPalette } from './shot-palette';

const fonts = {
  answer: '600 20px system-ui, sans-serif',
  text: '13px system-ui, sans-serif',
  strong: '600 13px system-ui, sans-serif',
  code: '12.5px ui-monospace, "Noto Sans Mono", Menlo, Consolas, monospace',
} as const;

export type Font = keyof typeof fonts;

/** Draws texts and outcomes; px as on a screen of 1x. */
export interface Pen {
  readonly palette: ShotPalette;
  measure(text: string, font: Font): number;
  /** `y`: the text's baseline. */
  text(text: string, x: number, y: number, font: Font, colour: string): void;
  box(x: number, y: number, width: number, height: number, colour: string): void;
  /** Sign and word; `y`: the word's baseline. */
  outcome(outcome: Outcome, word: string, x: number, y: number): void;
}

export function createPen(context: CanvasRenderingContext2D, palette: ShotPalette): Pen {
  const text: Pen['text'] = (words, x, y, font, colour) => {
    context.font = fonts[font];
    context.fillStyle = colour;
    context.fillText(words, x, y);
  };
  return {
    palette,
    text,
    measure: (words, font) => {
      context.font = fonts[font];
      return context.measureText(words).width;
    },
    box: (x, y, width, height, colour) => {
      context.fillStyle = colour;
      context.fillRect(x, y, width, height);
    },
    outcome: (outcome, word, x, y) => {
      const colour = palette.outcomes[outcome];
      context.save();
      context.translate(x, y - 12.5);
      drawSign(context, outcome, colour, palette.base);
      context.restore();
      text(word, x + 20, y, 'strong', colour);
    },
  };
}

function drawSign(context: CanvasRenderingContext2D, outcome: Outcome, colour: string, base: string): void {
  const { circle, path } = outcomeShapes[outcome];
  context.lineWidth = 1.5;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = colour;
  if (circle !== null) {
    context.beginPath();
    context.arc(8, 8, circle.radius, 0, 2 * Math.PI);
    if (circle.look === 'filled') {
      context.fillStyle = colour;
      context.fill();
      context.strokeStyle = base;
    } else {
      context.setLineDash(circle.look === 'dashed' ? [...dashes] : []);
      context.stroke();
      context.setLineDash([]);
    }
  }
  context.stroke(new Path2D(path));
}
