import { useSignal } from '@preact/signals';
import { serverFixes, type FixRequest, type ServerKind } from '../../../core';
import { CopyButton } from './CopyButton';

/** The configuration that lets the call pass with the agent's headers, for the server that the reader chooses. */
export function ServerSnippets({ needs }: { needs: FixRequest }) {
  const fixes = serverFixes(needs);
  const chosen = useSignal<ServerKind>('nginx');
  const shown = fixes.find(({ server }) => server === chosen.value);
  if (shown === undefined) {
    return (
      <section>
        <h2>On the server</h2>
        <p>The page’s origin is opaque (“null”): no server should allow that one by name.</p>
      </section>
    );
  }
  return (
    <section>
      <h2>On the server</h2>
      <div class="fix-bar">
        <label class="check">
          Server
          <select
            class="field"
            value={chosen.value}
            onChange={(event) => {
              const picked = fixes.find(({ server }) => server === event.currentTarget.value);
              if (picked !== undefined) chosen.value = picked.server;
            }}
          >
            {fixes.map(({ server, title }) => (
              <option key={server} value={server}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <CopyButton name={`Copy the configuration for ${shown.title}`} text={() => shown.text} />
      </div>
      <pre class="snippet" tabIndex={0} aria-label={`Configuration for ${shown.title}`}>
        {shown.text}
      </pre>
    </section>
  );
}
