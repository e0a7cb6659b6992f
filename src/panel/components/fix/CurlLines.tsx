import { useSignal } from '@preact/signals';
import { curlOf, headerNames, type CurlOptions, type Exchange, type HeaderSet } from '../../../core';
import { WarningIcon } from '../icons/sign-icons';
import { CopyButton } from './CopyButton';

type Kind = Pick<CurlOptions, 'what'> & { readonly title: string };

/** The call as command lines. `adds`: the agent's headers that its preflight is to ask for. */
export function CurlLines({ exchange, adds }: { exchange: Exchange; adds: HeaderSet }) {
  const kinds: readonly Kind[] = [
    { what: 'request', title: 'The request, without its body' },
    { what: 'preflight', title: `The preflight, with ${headerNames(adds)}` },
  ];
  const shell = useSignal<CurlOptions['shell']>('bash');
  const isRaw = useSignal(false);
  return (
    <section>
      <h2>As curl</h2>
      <div class="fix-bar">
        <label class="check">
          Shell
          <select
            class="field"
            value={shell.value}
            onChange={({ currentTarget }) =>
              (shell.value = currentTarget.value === 'powershell' ? 'powershell' : 'bash')
            }
          >
            <option value="bash">bash</option>
            <option value="powershell">PowerShell</option>
          </select>
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={isRaw.value}
            onChange={({ currentTarget }) => (isRaw.value = currentTarget.checked)}
          />
          With secrets
        </label>
      </div>
      {isRaw.value && (
        <p class="fix-warning">
          <WarningIcon />
          <span>The lines hold cookies and tokens as they were sent: whoever has them can use them.</span>
        </p>
      )}
      {kinds.map(({ what, title }) => {
        const line = curlOf(exchange, { shell: shell.value, what, adds, redact: !isRaw.value });
        return (
          <figure key={what} class="curl">
            <figcaption>
              {title} <CopyButton name={`Copy as curl: ${title}`} text={() => line} />
            </figcaption>
            <pre class="snippet wrapped" tabIndex={0} aria-label={title}>
              {line}
            </pre>
          </figure>
        );
      })}
    </section>
  );
}
