import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveWire, type WireRequest, type WireServer } from '../../oracle/world/wire-server';

describe('the wire server', () => {
  const received: WireRequest[] = [];
  let server: WireServer;
  beforeAll(async () => {
    server = await serveWire((request) => {
      received.push(request);
      if (request.target === '/reset') return 'reset';
      return {
        status: 200,
        headers: [
          ['X-A', '1'],
          ['x-a', '(\u00e9'],
        ],
        body: 'ok',
      };
    }, null);
  });
  afterAll(() => server.close());

  /** Sends bytes, and resolves with what came until the text was seen or the connection ended. */
  function exchange(text: string, until: string): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write(Buffer.from(text, 'latin1')));
      let answer = '';
      socket.on('data', (chunk) => {
        answer += chunk.toString('latin1');
        if (answer.endsWith(until)) socket.destroy();
      });
      socket.on('error', (error: NodeJS.ErrnoException) => (answer += error.code ?? ''));
      socket.on('close', () => resolve(answer));
    });
  }

  it('takes any method and value, and answers repeated fields as they are', async () => {
    const answer = await exchange("x!#'*~ /a HTTP/1.1\r\nAccept: a\u0001\u00e9 \r\n\r\n", 'ok');
    expect(received.at(-1)).toEqual({
      method: "x!#'*~",
      target: '/a',
      headers: [['Accept', 'a\u0001\u00e9']],
    });
    expect(answer).toBe('HTTP/1.1 200 Oracle\r\nX-A: 1\r\nx-a: (\u00e9\r\nContent-Length: 2\r\n\r\nok');
  });

  it('skips bodies, and answers several requests of a connection', async () => {
    received.length = 0;
    const post = 'POST /b HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc';
    await exchange(`${post}HEAD /c HTTP/1.1\r\n\r\n`, 'Length: 2\r\n\r\n');
    expect(received.map(({ method, target }) => `${method} ${target}`)).toEqual(['POST /b', 'HEAD /c']);
  });

  it('cuts the connection without an answer', async () => {
    expect(await exchange('GET /reset HTTP/1.1\r\n\r\n', 'never')).toBe('ECONNRESET');
  });
});
