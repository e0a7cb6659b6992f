import type { CorsResponse, Header } from '../fetch/types';
import { readHeaders } from './har-headers';

/**
 * An answer whose headers stay in the entry until they are asked for, and are read anew each time: of a log whose entries outlive
 * it, the headers of all calls need not be there at once.
 */
export class HeldResponse implements CorsResponse {
  constructor(
    readonly status: number,
    private readonly list: unknown,
  ) {}

  get headers(): readonly Header[] {
    return readHeaders(this.list);
  }
}

/** The answer with its headers, without its entry. */
export function settled(response: CorsResponse | null): CorsResponse | null {
  if (!(response instanceof HeldResponse)) return response;
  const { status, headers } = response;
  return { status, headers };
}
