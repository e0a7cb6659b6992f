export type Unsubscribe = () => void;

/** One end of a two-way line between two contexts. What arrives is untrusted until its schema has seen it. */
export interface Channel<Outgoing> {
  /** Does nothing once the line is down: the other end asks for everything again when it is back. */
  post(message: Outgoing): void;
  onMessage(listener: (message: unknown) => void): Unsubscribe;
  /** Called once, when the other end or the browser closes the line. */
  onDisconnect(listener: () => void): Unsubscribe;
  close(): void;
}
