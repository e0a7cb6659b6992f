import '../theme/tokens.css';
import '../theme/base.css';
import '../app.css';
import './feedback.css';

/** What `panel.html` shows in a tab of its own, where there is no inspected page. */
export function OutsideDevtools() {
  return (
    <div class="empty">
      <h1>Crosslink lives in devtools</h1>
      <p>Open the page that you want to look at, press F12, and choose the Crosslink panel.</p>
    </div>
  );
}
