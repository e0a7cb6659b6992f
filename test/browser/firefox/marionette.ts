import { connect, type Socket } from 'node:net';

type Reply = [type: 1, id: number, error: { error: string; message: string } | null, result: unknown];

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

export type Context = 'content' | 'chrome';

/** A client of Firefox's built-in automation protocol: `<bytes>:<json>` frames over TCP, one session per browser. */
export class Marionette {
  /** Resolves when the connection ends. */
  readonly closed: Promise<void>;
  #buffer = Buffer.alloc(0);
  #lastId = 0;
  readonly #waiting = new Map<number, Waiting>();

  private constructor(readonly socket: Socket) {
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('close', () => this.#fail(new Error('Firefox closed the Marionette connection')));
    socket.on('error', (error) => this.#fail(error));
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
  }

  static async connect(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new Marionette(socket);
  }

  send(command: string, parameters: object = {}): Promise<unknown> {
    const id = ++this.#lastId;
    const frame = Buffer.from(JSON.stringify([0, id, command, parameters]));
    // one packet: the second of two would wait until the first is acknowledged, which takes 40 ms
    this.socket.write(Buffer.concat([Buffer.from(`${frame.length}:`), frame]));
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** Runs the body of an async function; `sandbox` null is the page's own world, `system` is privileged. */
  async execute(context: Context, body: string, args: readonly unknown[] = []): Promise<unknown> {
    await this.send('Marionette:SetContext', { value: context });
    const reply = await this.send('WebDriver:ExecuteAsyncScript', {
      script: `const done = arguments[arguments.length - 1];
        (async (...args) => { ${body} })(...[...arguments].slice(0, -1))
          .then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));`,
      args,
      sandbox: context === 'chrome' ? 'system' : null,
      newSandbox: false,
    });
    const { value } = reply as { value: { value: unknown } | { error: string } };
    if ('error' in value) throw new Error(value.error);
    return value.value;
  }

  close(): void {
    this.socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const colon = this.#buffer.indexOf(':');
      if (colon === -1) return;
      const end = colon + 1 + Number(this.#buffer.toString('latin1', 0, colon));
      if (this.#buffer.length < end) return;
      const message: unknown = JSON.parse(this.#buffer.toString('utf8', colon + 1, end));
      this.#buffer = this.#buffer.subarray(end);
      // the server's greeting is an object
      if (Array.isArray(message)) this.#settle(message as Reply);
    }
  }

  #settle([, id, error, result]: Reply): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === null) waiting?.resolve(result);
    else waiting?.reject(new Error(`${error.error}: ${error.message}`));
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
