/* global ChromeUtils, gBrowser, Services, WebExtensionPolicy */
// Runs inside Firefox with the browser's own privileges. Devtools' internals are known here and nowhere else.

const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
const { gDevTools } = require('devtools/client/framework/devtools');

/** The first truthy value of an async function; faults on the way (documents being replaced) count as "not yet". */
async function until(what, condition, timeoutMs = 20_000) {
  const deadline = Date.now() + timeoutMs;
  let last = null;
  while (Date.now() < deadline) {
    try {
      const value = await condition();
      if (value) return value;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`timeout: ${what}${last ? ` (${last})` : ''}`);
}

async function findToolbox() {
  const toolbox = await gDevTools.getToolboxForTab(gBrowser.selectedTab);
  if (!toolbox) throw new Error('the toolbox is closed');
  return toolbox;
}

function findTool(toolbox, extensionId) {
  return toolbox.getAdditionalTools().find((tool) => tool.extensionId === extensionId);
}

/** The <browser> element that holds the panel's document. */
async function findPanel(extensionId) {
  const toolbox = await findToolbox();
  const tool = findTool(toolbox, extensionId);
  return toolbox.doc
    .getElementById(`toolbox-panel-iframe-${tool.id}`)
    .contentDocument.querySelector('browser');
}

/** Marionette's own actor in the panel's process: it clicks, types and runs scripts there. */
async function findActor(extensionId) {
  const panel = await findPanel(extensionId);
  return panel.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
}

/** Opens devtools on the console, and resolves once the extension runs in them. */
async function openDevtools(extensionId) {
  const toolbox = await gDevTools.showToolboxForTab(gBrowser.selectedTab, {
    toolId: 'webconsole',
    hostType: 'bottom',
  });
  await until('the extension creates its panel', () => findTool(toolbox, extensionId));
}

async function openPanel(extensionId) {
  await openDevtools(extensionId);
  await showPanel(extensionId);
}

async function showPanel(extensionId) {
  const toolbox = await findToolbox();
  await toolbox.selectTool(findTool(toolbox, extensionId).id);
  await panelLoads(extensionId);
}

async function panelLoads(extensionId) {
  await until('the panel loads', async () => {
    const panel = await findPanel(extensionId);
    if (!panel.currentURI.schemeIs('moz-extension')) return false;
    const actor = await findActor(extensionId);
    return actor.executeScript('return document.readyState === "complete"', [], {});
  });
}

async function closeDevtools() {
  await gDevTools.closeToolboxForTab(gBrowser.selectedTab);
}

/** `bottom`, `right` or `window`: Firefox builds the panel's document anew. */
async function dock(extensionId, host) {
  const toolbox = await findToolbox();
  await inNewPanel(extensionId, () => toolbox.switchHost(host));
}

async function reloadPanel(extensionId) {
  const panel = await findPanel(extensionId);
  await inNewPanel(extensionId, () => panel.browsingContext.reload(0));
}

/** Does what replaces the panel's document; resolves when the new one has loaded. */
async function inNewPanel(extensionId, replace) {
  const before = (await findPanel(extensionId)).browsingContext.currentWindowGlobal.innerWindowId;
  await replace();
  await until('the panel is built anew', async () => {
    const panel = await findPanel(extensionId);
    return panel.browsingContext.currentWindowGlobal.innerWindowId !== before;
  });
  await panelLoads(extensionId);
}

/** Presses a filter button of the Network panel, as a user does, and comes back to the extension's panel. */
async function toggleNetworkFilter(extensionId, kind) {
  const toolbox = await findToolbox();
  const { panelWin } = await toolbox.selectTool('netmonitor');
  const button = await until(`the filter ${kind}`, () =>
    panelWin.document.querySelector(`.requests-list-filter-${kind}-button`),
  );
  button.click();
  await showPanel(extensionId);
}

/** Imports a HAR as the Network panel's own menu does, and reads its table. */
async function networkPanelRows(extensionId, har) {
  const toolbox = await findToolbox();
  const { panelWin } = await toolbox.selectTool('netmonitor');
  const { HarImporter } = panelWin.windowRequire('devtools/client/netmonitor/src/har/har-importer');
  await new HarImporter(panelWin.actions).import(har);
  const rows = await until('rows in the Network panel', () => {
    const shown = [...panelWin.document.querySelectorAll('.request-list-item')];
    return shown.length > 0 && shown;
  });
  const texts = rows.map((row) => row.textContent);
  await showPanel(extensionId);
  return texts;
}

/** Clicks the extension's icon in the toolbar, and waits for the tab that it opens. */
async function openViewer(extensionId) {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(extensionId);
  await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
  await until('the viewer loads', async () =>
    (await viewerActor()).executeScript('return document.readyState === "complete"', [], {}),
  );
}

async function viewerActor() {
  const { linkedBrowser } = await until('the viewer’s tab', () =>
    gBrowser.tabs.find((tab) => tab.linkedBrowser.currentURI.spec.endsWith('/panel/panel.html')),
  );
  return linkedBrowser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
}

async function evaluateInViewer(extensionId, script) {
  return (await viewerActor()).executeScript(script, [], { async: true, timeout: 60_000 });
}

async function typeInViewer(extensionId, css, text) {
  const actor = await viewerActor();
  await actor.sendKeysToElement(await findElement(actor, css), text, capabilities);
}

function saveDownloadsIn(folder) {
  Services.prefs.setIntPref('browser.download.folderList', 2);
  Services.prefs.setStringPref('browser.download.dir', folder);
  Services.prefs.setBoolPref('browser.download.useDownloadDir', true);
}

async function evaluate(extensionId, script) {
  const actor = await findActor(extensionId);
  return actor.executeScript(script, [], { async: true, timeout: 60_000 });
}

const capabilities = { toJSON: () => ({}) };

async function findElement(actor, css) {
  return until(`an element ${css}`, () => actor.findElement('css selector', css, {}));
}

async function click(extensionId, css) {
  const actor = await findActor(extensionId);
  await actor.clickElement(await findElement(actor, css), capabilities);
}

async function type(extensionId, css, text) {
  const actor = await findActor(extensionId);
  await actor.sendKeysToElement(await findElement(actor, css), text, capabilities);
}

async function press(extensionId, keys) {
  const actor = await findActor(extensionId);
  await actor.sendKeysToElement(await actor.getActiveElement(), keys, capabilities);
}

function setTheme(theme) {
  Services.prefs.setStringPref('devtools.theme', theme);
}

/** Makes the browser window so wide that the panel, docked at its bottom, has this width. */
async function setWidth(extensionId, width) {
  await until(`a panel of ${width} px`, async () => {
    const difference = width - (await findPanel(extensionId)).clientWidth;
    if (difference === 0) return true;
    window.resizeBy(difference, 0);
    return false;
  });
}

async function screenshot(extensionId) {
  const panel = await findPanel(extensionId);
  const image = await panel.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/png').split(',')[1];
}

async function openContainerTab(url) {
  gBrowser.selectedTab = gBrowser.addTab(url, {
    userContextId: 1,
    triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
  });
}

async function openPrivateWindow() {
  const opened = window.OpenBrowserWindow({ private: true });
  await until('the private window', () => opened.gBrowserInit?.delayedStartupFinished);
  // else its first page may come after the one that the test opens
  await until('its first page', () => {
    const { currentURI, webProgress } = opened.gBrowser.selectedBrowser;
    return currentURI.spec === 'about:privatebrowsing' && !webProgress.isLoadingDocument;
  });
}

/** Closes the inspected tab; the page in front is then another. */
async function closePage() {
  gBrowser.removeTab(gBrowser.selectedTab);
}

/** Ends the event page, as when it has been idle; devtools would keep it, and so would the test's own messages. */
async function endBackground(extensionId) {
  const { extension } = WebExtensionPolicy.getByID(extensionId);
  await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
}

async function backgroundState(extensionId) {
  return WebExtensionPolicy.getByID(extensionId).extension.backgroundState;
}

const ownPage = '/src/access/access.html';

/** Runs a script in a page of the extension, in a tab behind the others. */
async function evaluateInTab(extensionId, script) {
  const url = WebExtensionPolicy.getByID(extensionId).getURL(ownPage);
  const isOpen = (tab) => tab.linkedBrowser.currentURI.spec === url;
  if (!gBrowser.tabs.some(isOpen)) {
    gBrowser.addTab(url, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
  }
  const tab = await until('a page of the extension', () => gBrowser.tabs.find(isOpen));
  const actor = tab.linkedBrowser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  await until('it to load', () => actor.executeScript('return document.readyState === "complete"', [], {}));
  return actor.executeScript(script, [], { async: true, timeout: 60_000 });
}

/** Clicks the button of the extension's own page that asks for access, then allows it in the browser's prompt. */
async function answerAccessPage() {
  const tab = await until('the page that asks', () =>
    gBrowser.tabs.find((each) => each.linkedBrowser.currentURI.spec.includes('/access/access.html')),
  );
  const actor = tab.linkedBrowser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  await until('the page that asks loads', () =>
    actor.executeScript('return document.readyState === "complete"', [], {}),
  );
  await actor.clickElement(await findElement(actor, '#ask'), capabilities);
  const { PopupNotifications } = window;
  const prompt = await until('the prompt', () => PopupNotifications.panel.firstElementChild);
  prompt.button.click();
  await until('the page to close itself', () => !gBrowser.tabs.includes(tab));
}

/** Takes all of the extension's host access away, as the browser's settings do. */
async function withdrawAccess(extensionId) {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { extension } = WebExtensionPolicy.getByID(extensionId);
  const { origins } = await ExtensionPermissions.get(extensionId);
  await ExtensionPermissions.remove(extensionId, { permissions: [], origins }, extension);
}

globalThis.panelDriver = {
  openDevtools,
  openPanel,
  dock,
  reloadPanel,
  toggleNetworkFilter,
  networkPanelRows,
  openViewer,
  evaluateInViewer,
  typeInViewer,
  saveDownloadsIn,
  closeDevtools,
  evaluate,
  click,
  type,
  press,
  setTheme,
  setWidth,
  screenshot,
  openContainerTab,
  openPrivateWindow,
  closePage,
  endBackground,
  backgroundState,
  evaluateInTab,
  answerAccessPage,
  withdrawAccess,
};
