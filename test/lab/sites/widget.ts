import { html, stylesheet, type Site } from '../exchange';
import { scenarioPages } from './scenario-pages';

/** The partner's pages for iframes: a newsletter form, and the frame of scenarios. */
export const widgetSite: Site = async (request) => {
  switch (request.url.pathname) {
    case '/newsletter':
      return html(newsletter);
    case '/newsletter.css':
      return stylesheet(styles);
    default:
      return (await scenarioPages(request)) ?? null;
  }
};

const newsletter = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Newsletter</title><link rel="stylesheet" href="/newsletter.css"></head>
<body>
<form>
<label for="mail">Routes and repairs, once a month</label>
<div><input id="mail" type="email" value="ada@example.test" required><button>Subscribe</button></div>
<output></output>
</form>
<script>
const form = document.querySelector('form');
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = await fetch('https://api.partner.test/newsletter', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mail: form.mail.value }),
  });
  form.querySelector('output').textContent = answer.ok ? 'Thank you. See you outside.' : 'Please try again.';
  parent.postMessage('newsletter-subscribed', '*');
});
addEventListener('message', ({ data }) => { if (data === 'subscribe') form.requestSubmit(); });
</script>
</body>
</html>`;

const styles = `
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: #f6f1e7; background: #23352d; }
body { display: grid; align-items: center; min-height: 100vh; }
form { display: grid; gap: 10px; padding: 26px 28px; }
label { font-size: 18px; font-weight: 600; }
div { display: flex; gap: 8px; }
input { flex: 1; min-width: 0; padding: 10px 12px; border: 0; border-radius: 8px; font: inherit; background: #f6f1e7; color: #23352d; }
button { padding: 10px 16px; border: 0; border-radius: 8px; font: inherit; font-weight: 600; color: #23352d; background: #f0b65a; cursor: pointer; }
output { min-height: 1.5em; opacity: .85; }
`;
