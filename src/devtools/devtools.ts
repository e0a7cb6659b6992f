import browser from 'webextension-polyfill';
import { portChannel } from '../protocol/port-channel';
import { recorderPortName, type RecorderMessage } from '../protocol/recorder';
import { browserTimer } from '../protocol/timer';
import { isFirefox } from '../protocol/engine';
import { inspectedNetwork } from './inspected-network';
import { createRecorder } from './recorder/recorder';

const { devtools, runtime } = browser;

const recorder = createRecorder({
  network: inspectedNetwork(devtools, isFirefox(runtime.getURL(''))),
  timer: browserTimer,
  now: Date.now,
});

const portName = recorderPortName(devtools.inspectedWindow.tabId);
runtime.onConnect.addListener((port) => {
  if (port.name === portName && port.sender?.id === runtime.id) {
    recorder.serve(portChannel<RecorderMessage>(port));
  }
});

const panel = await devtools.panels.create('Crosslink', '/icons/crosslink-32.png', '/src/panel/panel.html');
// the user may come from the Network panel and have set a filter there
panel.onShown.addListener(recorder.panelShown);
