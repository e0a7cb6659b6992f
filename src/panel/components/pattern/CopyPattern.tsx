import { useSignal } from '@preact/signals';
import { settingsPath, type CopyFormat } from '../../../core';
import type { PatternStore } from '../../store/types';
import { CopyIcon } from '../icons/control-icons';
import { PassIcon } from '../icons/sign-icons';
import { copyText } from '../text/clipboard';

/** Where each form goes. */
const destinations: Readonly<Record<CopyFormat['id'], string>> = {
  plain: settingsPath.join(' › '),
  'config-api': 'Configuration API, web application: monitoringSettings',
  'data-dtconfig': 'data-dtconfig attribute of the agent’s script, for a test page',
  'trace-context-inclusions': 'New RUM Experience: cross-origin URL pattern of frontend-backend linking',
  'trace-context-exclusions': 'New RUM Experience: data-config of the agent’s script, for a test page',
};

/** The pattern in the forms in which it leaves the workbench, and where each is entered. */
export function CopyPattern({ pattern }: { pattern: PatternStore }) {
  const copied = useSignal<string | null>(null);
  const forms = pattern.copyFormats.value;
  return (
    <div>
      <ul class="copy-forms" aria-label="Copy the pattern">
        {forms.map(({ id, label, text, problem }) => (
          <li key={id} class="copy-form" data-form={id}>
            <button
              type="button"
              class="text-button copy-button"
              disabled={text === null}
              onClick={() => text !== null && (copied.value = copyText(text) ? `${id} ${text}` : null)}
            >
              {copied.value === `${id} ${text}` ? <PassIcon /> : <CopyIcon />}
              {label}
            </button>
            <code class="copy-text" title={text ?? undefined}>
              {text}
            </code>
            <span class="copy-where subtle" title={destinations[id]}>
              {problem ?? (id === 'plain' && pattern.purpose.value !== 'x-dtc' ? '' : destinations[id])}
            </span>
          </li>
        ))}
      </ul>
      <p class="visually-hidden" role="status" data-copied={copied.value !== null}>
        {copied.value === null ? '' : 'Copied'}
      </p>
    </div>
  );
}
