import browser, { type Runtime } from 'webextension-polyfill';
import { isPresenceQuestion } from '../protocol/background-schema';
import { portChannel } from '../protocol/port-channel';
import { recorderPortName, type RecorderMessage } from '../protocol/recorder';
import { parseSeenRequests } from '../protocol/seen-request';
import { browserTimer } from '../protocol/timer';
import { isFirefox } from '../protocol/engine';
import { inspectedNetwork } from './inspected-network';
import { createRecorder } from './recorder/recorder';

const { devtools, runtime } = browser;
const inFirefox = isFirefox(runtime.getURL(''));

const recorder = createRecorder({
  network: inspectedNetwork(devtools, inFirefox),
  timer: browserTimer,
  now: Date.now,
});

const { tabId } = devtools.inspectedWindow;
const portName = recorderPortName(tabId);
runtime.onConnect.addListener((port) => {
  if (port.name === portName && port.sender?.id === runtime.id) {
    recorder.serve(portChannel<RecorderMessage>(port));
  }
});

runtime.onMessage.addListener((input: unknown, sender: Runtime.MessageSender) => {
  // content scripts have a tab; only the background asks and tells
  if (sender.tab !== undefined) return undefined;
  if (inFirefox && isPresenceQuestion(input, tabId)) return Promise.resolve(true);
  const seen = parseSeenRequests(input);
  if (seen?.tabId === tabId) recorder.requestsSeen(seen.requests);
  return undefined;
});

const panel = await devtools.panels.create('Crosslink', '/icons/crosslink-32.png', '/src/panel/panel.html');
// the user may come from the Network panel and have set a filter there
panel.onShown.addListener(recorder.panelShown);
