import browser from 'webextension-polyfill';

await browser.devtools.panels.create('Crosslink', '/icons/crosslink-32.png', '/src/panel/panel.html');
