import type { RefObject } from 'preact';
import type { PatternPiece } from './pattern-pieces';

interface PatternLayerProps {
  readonly pieces: readonly PatternPiece[];
  readonly layer?: RefObject<HTMLDivElement | null>;
}

/** The pattern in colours, with what lint found underlined. */
export function PatternLayer({ pieces, layer }: PatternLayerProps) {
  return (
    <div class="pattern-layer" aria-hidden="true" {...(layer === undefined ? {} : { ref: layer })}>
      {pieces.map(({ text, kind, severity }, index) => (
        <span key={index} data-token={kind} data-severity={severity ?? undefined}>
          {text}
        </span>
      ))}
    </div>
  );
}
