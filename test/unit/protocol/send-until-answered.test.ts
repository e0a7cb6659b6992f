import { describe, expect, it } from 'vitest';
import { sendUntilAnswered } from '../../../src/protocol/send-until-answered';

/** Answers with each of these in turn; an error rejects. */
function answering(...answers: readonly unknown[]) {
  let sent = 0;
  return {
    send: (): Promise<unknown> => {
      const answer = answers[sent++];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    get sent() {
      return sent;
    },
  };
}

const closed = new Error('The message channel closed before a response was received');

describe('a message to a background that may end at any time', () => {
  it.each([
    ['is answered', ['yes'], 1],
    ['is sent again after a background that ended', [closed, 'yes'], 2],
    ['is sent again after silence', [undefined, closed, 'yes'], 3],
  ])('%s', async (_, answers, times) => {
    const background = answering(...answers);
    expect(await sendUntilAnswered(background.send, () => false)).toBe('yes');
    expect(background.sent).toBe(times);
  });

  it('is given up in the end', async () => {
    const failing = answering(closed, closed, closed, 'too late');
    await expect(sendUntilAnswered(failing.send, () => false)).rejects.toBe(closed);
    const silent = answering(undefined, undefined, undefined, 'too late');
    expect(await sendUntilAnswered(silent.send, () => false)).toBeUndefined();
  });

  it('is given up at once when the extension is gone', async () => {
    const background = answering(closed, 'yes');
    await expect(sendUntilAnswered(background.send, () => true)).rejects.toBe(closed);
    expect(background.sent).toBe(1);
  });
});
