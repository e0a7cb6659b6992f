/** How often a message is sent at most. */
const attempts = 3;

/**
 * A background that ends while it works on a message leaves no answer: the sender gets an error, or `undefined`. The next
 * message starts it again, so the same one is sent anew; it must do no harm if it was heard before. Rejects with the last
 * error; `undefined`: never an answer.
 *
 * @param isGone whether the extension was updated or removed, so that nobody will ever answer
 */
export async function sendUntilAnswered(
  send: () => Promise<unknown>,
  isGone: () => boolean,
): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    const isLast = attempt === attempts;
    try {
      const answer = await send();
      if (answer !== undefined || isLast) return answer;
    } catch (error) {
      if (isLast || isGone()) throw error;
    }
  }
}
