import browser, { type Runtime } from 'webextension-polyfill';
import { isFirefox } from '../protocol/engine';
import { parseCall, type CallAnswer } from '../protocol/background-schema';
import { parseRelayMessage } from '../protocol/relay';
import { browserTimer } from '../protocol/timer';
import { alteredMark } from './altered-mark';
import { answerCall } from './answer-call';
import { hearRelay } from './hear-relay';
import { inspectedTabs } from './inspected-tabs';
import { isOwnPage } from './own-page';
import { reachPanels } from './panels';
import { awaitPanelPorts, openPanelPorts } from './panel-departure';
import { createProber } from './probe';
import { createQueue } from './queue';
import { noRequestWatch, watchRequests } from './request-watch';
import { sessionRules } from './rules';
import { sessionState } from './session-state';
import { storedFlag } from './stored-flag';
import { reachRecorders } from './recorders';
import { stopTrialOrOpenViewer } from './icon-click';
import { errorWords } from './error-words';

/*
 * A function of the messages that it gets: it may end at any time. What must outlive it is in `storage.session`; every
 * listener is added at once, so that its event starts the background again.
 */
const { action, cookies, declarativeNetRequest, permissions, runtime, scripting, storage, tabs, webRequest } =
  browser;

const panels = reachPanels(runtime);
const rules = sessionRules(declarativeNetRequest, createQueue());
const inFirefox = isFirefox(runtime.getURL(''));
const requests = inFirefox
  ? watchRequests({
      webRequest,
      timer: browserTimer,
      flag: storedFlag(localStorage),
      tell: reachRecorders(runtime),
    })
  : noRequestWatch;
const inspected = inspectedTabs({
  scripting,
  permissions,
  tabs,
  rules,
  panels,
  requests,
  state: sessionState(storage.session),
  mark: alteredMark(action),
  queue: createQueue(),
});
const prober = createProber({ fetch: fetch.bind(globalThis), permissions, rules, now: Date.now });
const departures = (inFirefox ? openPanelPorts : awaitPanelPorts)({
  runtime,
  isThere: panels.isThere,
  onGone: inspected.release,
});
const environment = { permissions, tabs, cookies, inspected, prober, getUrl: runtime.getURL };

// first in the queue: everything else finds the place clean
void inspected.removeLeftovers().then((open) => open.forEach(departures.follow));

runtime.onMessage.addListener((input: unknown, sender: Runtime.MessageSender) => {
  if (sender.id !== runtime.id) return undefined;
  const report = sender.tab === undefined ? null : parseRelayMessage(input);
  if (report !== null) return hearRelay(report, sender, inspected, panels);
  const call = isOwnPage(sender, runtime) ? parseCall(input) : null;
  if (call === null) return undefined;
  departures.follow(call.tabId);
  return answerCall(environment, call).then(
    (result): CallAnswer => ({ ok: true, result }),
    (error: unknown): CallAnswer => ({
      ok: false,
      error: errorWords(error),
    }),
  );
});

tabs.onRemoved.addListener((tabId) => void inspected.release(tabId));
action.onClicked.addListener(({ id }) => {
  void stopTrialOrOpenViewer(inspected, tabs, id, runtime.getURL('src/panel/panel.html'));
});

const tellAccess = async (): Promise<void> => {
  await inspected.adjustToAccess();
  await panels.tellAll({ type: 'access-changed' });
};
permissions.onAdded.addListener(() => void tellAccess());
permissions.onRemoved.addListener(() => void tellAccess());
