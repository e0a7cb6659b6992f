import { useSignal } from '@preact/signals';
import { settingsPath, type CopyFormat, type PatternPurpose } from '../../../core';
import type { PatternStore } from '../../store/types';
import { CopyIcon } from '../icons/control-icons';
import { PassIcon } from '../icons/sign-icons';
import { copyText } from '../text/clipboard';

/** Where the plain pattern is entered in the product. */
const settingsPaths: Readonly<Record<PatternPurpose, string>> = {
  'x-dtc': settingsPath.join(' › '),
  inclusions: 'New RUM Experience: frontend-backend linking, cross-origin URL pattern',
  exclusions: 'New RUM Experience: no setting of its own is known',
};

/** Where every other form goes. */
const destinations: Readonly<Record<Exclude<CopyFormat['id'], 'plain'>, string>> = {
  'config-api': 'Configuration API, web application: monitoringSettings',
  'data-dtconfig': 'data-dtconfig attribute of the agent’s script, for a test page',
  'settings-api': 'Settings API, builtin:rum.web.frontend-backend-linking',
  'data-config': 'data-config attribute of the agent’s script, for a test page',
};

function destination(id: CopyFormat['id'], purpose: PatternPurpose): string {
  return id === 'plain' ? settingsPaths[purpose] : destinations[id];
}

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
            <span class="copy-where subtle" title={destination(id, pattern.purpose.value)}>
              {problem ?? destination(id, pattern.purpose.value)}
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
