/** A user action: the page's load, or an input and what follows from it. */
export interface Action {
  readonly id: number;
  /** `load`, or the kind of input. */
  readonly kind: string;
  /** Page URL when it began, without fragment. */
  readonly pageUrl: string;
  readonly startedAt: number;
  readonly calls: ActionCall[];
}

export interface ActionCall {
  readonly url: string;
  readonly startedAt: number;
  endedAt: number | null;
}

interface OpenAction {
  readonly action: Action;
  /** `performance.now()` until which further requests join. */
  openUntil: number;
  /** Requests that have not ended. */
  pending: number;
}

/** How long after an input, or after a request of the action, further requests still join it, ms. */
const joinWindow = 30;
const inputs = [
  'click',
  'mousedown',
  'mouseup',
  'pointerup',
  'dblclick',
  'keydown',
  'keyup',
  'input',
  'change',
  'submit',
];

/** Knows which user action is open. */
export class ActionTracker {
  #current: OpenAction | null = null;
  #nextId = 1;
  readonly #onClosed: (action: Action) => void;

  constructor(onClosed: (action: Action) => void) {
    this.#onClosed = onClosed;
  }

  /** Opens the load action and follows the user's inputs. */
  start(): void {
    this.#enter('load', Number.POSITIVE_INFINITY);
    const loaded = (): void => this.#extend(joinWindow * 2);
    if (document.readyState === 'complete') loaded();
    else addEventListener('load', loaded);
    for (const input of inputs) {
      addEventListener(input, () => this.#enter(input, performance.now() + joinWindow), { capture: true });
    }
  }

  /** The open action; `null`: the page is idle. */
  get current(): Action | null {
    const state = this.#current;
    if (!state) return null;
    return state.pending > 0 || performance.now() < state.openUntil ? state.action : null;
  }

  /** A request joins the open action; the returned function is called when it has ended. */
  join(url: string): (() => void) | null {
    const state = this.#current;
    if (!state || !this.current) return null;
    const call: ActionCall = { url, startedAt: Date.now(), endedAt: null };
    state.action.calls.push(call);
    state.pending++;
    return () => {
      call.endedAt ??= Date.now();
      state.pending--;
      if (state.openUntil !== Number.POSITIVE_INFINITY) state.openUntil = performance.now() + joinWindow;
      this.#closeWhenDone(state);
    };
  }

  #enter(kind: string, openUntil: number): void {
    if (this.current && this.#current) {
      this.#current.openUntil = Math.max(this.#current.openUntil, openUntil);
      return;
    }
    const action: Action = {
      id: this.#nextId++,
      kind,
      pageUrl: location.href.replace(/#.*$/, ''),
      startedAt: Date.now(),
      calls: [],
    };
    this.#current = { action, openUntil, pending: 0 };
    this.#closeWhenDone(this.#current);
  }

  #extend(ms: number): void {
    if (!this.#current) return;
    this.#current.openUntil = performance.now() + ms;
    this.#closeWhenDone(this.#current);
  }

  #closeWhenDone(state: OpenAction): void {
    const left = state.openUntil - performance.now();
    if (left === Number.POSITIVE_INFINITY) return;
    setTimeout(
      () => {
        if (this.#current !== state || this.current) return;
        this.#current = null;
        this.#onClosed(state.action);
      },
      Math.max(left, 0) + 1,
    );
  }
}
