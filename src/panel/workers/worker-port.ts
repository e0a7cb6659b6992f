/** A dedicated worker as its owner sees it; a parameter of the stores, so that tests need no threads. */
export interface WorkerPort<Request> {
  post(request: Request): void;
  /** The worker is given up, whatever it is doing; nothing comes from it any more. */
  terminate(): void;
}

export interface WorkerListener<Reply> {
  reply(reply: Reply): void;
  /** It could not be loaded, or threw. */
  fail(message: string): void;
}

/** Starts a worker that reports to the listener. */
export type StartWorker<Request, Reply> = (listener: WorkerListener<Reply>) => WorkerPort<Request>;

/** Over the browser's own worker. What the extension's own worker says is taken at its word. */
export function browserWorker<Request, Reply>(create: () => Worker): StartWorker<Request, Reply> {
  return (listener) => {
    const worker = create();
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => listener.reply(data));
    // A file that cannot be loaded is told without a message.
    worker.addEventListener('error', ({ message = '' }: Partial<ErrorEvent>) => {
      listener.fail(message === '' ? 'The worker could not be loaded.' : message);
    });
    return { post: (request) => worker.postMessage(request, {}), terminate: () => worker.terminate() };
  };
}
