import type { CallingPage } from '../world/case';

/** Serialised origin of the document that calls. */
export function documentOrigin({ topLevel, frame }: CallingPage): string {
  switch (frame.kind) {
    case 'top':
      return topLevel;
    case 'iframe':
      return frame.origin;
    case 'sandboxed':
      return 'null';
  }
}
