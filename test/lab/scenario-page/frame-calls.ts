import type { CallResult, CallSpec } from './call';
import { makeCall } from './call';

type Frame = NonNullable<CallSpec['frame']>;

const partnerFrames = 'https://widget.partner.test';

/** In a frame: makes the calls that its parent asks for. */
export function serveParent(): void {
  addEventListener('message', ({ data, source }: MessageEvent<CallSpec>) => {
    void makeCall(data).then((result) => source?.postMessage(result, { targetOrigin: '*' }));
  });
}

/** In the page: has a frame of this kind make the call. */
export async function callInFrame(kind: Frame, variant: string, spec: CallSpec): Promise<CallResult> {
  const frame = document.createElement('iframe');
  const origin = kind === 'cross-origin' ? partnerFrames : location.origin;
  if (kind === 'sandboxed') frame.sandbox.add('allow-scripts');
  frame.hidden = true;
  frame.src = `${origin}/scenario-frame/${kind === 'same-origin' ? variant : 'no-agent'}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const answer = new Promise<CallResult>((resolve) => {
    const listen = ({ data, source }: MessageEvent<CallResult>): void => {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', listen);
      resolve(data);
    };
    addEventListener('message', listen);
  });
  frame.contentWindow?.postMessage(spec, '*');
  return answer;
}
