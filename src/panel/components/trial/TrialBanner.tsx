import type { ComponentChildren } from 'preact';
import { headerNames } from '../../../core';
import { trialHeaders, type Trial } from '../../../protocol/trial';
import type { TrialStore } from '../../store/trial/types';
import { CloseIcon } from '../icons/control-icons';
import { WarningIcon } from '../icons/sign-icons';
import { FlaskIcon, StopIcon } from '../icons/site-icons';
import { modeWords, overWords } from './trial-words';
import './trial.css';

interface TrialBannerProps {
  readonly trial: TrialStore;
  onCompare(): void;
}

/** Says, over the whole panel, that the page is altered; and afterwards that it still may show it. */
export function TrialBanner({ trial, onCompare }: TrialBannerProps) {
  const state = trial.state.value;
  return (
    <div role="status" class="trial-banner" data-trial={state.kind}>
      {(state.kind === 'running' || state.kind === 'stopping') && (
        <div class="altered">
          <FlaskIcon />
          <p class="banner-text">
            <strong>This page is being altered.</strong> {whatChanges(state.trial)}
          </p>
          <div class="banner-actions">
            <button type="button" class="text-button" onClick={trial.reload}>
              Reload page
            </button>
            <button type="button" class="text-button" onClick={onCompare}>
              Results
            </button>
            <button
              type="button"
              class="text-button filled with-icon"
              disabled={state.kind === 'stopping'}
              onClick={trial.stop}
            >
              <StopIcon />
              {state.kind === 'stopping' ? 'Stopping…' : 'Stop trial'}
            </button>
          </div>
        </div>
      )}
      {state.kind === 'starting' && (
        <Note onDismiss={null}>Starting the trial: the page is loaded again…</Note>
      )}
      {state.kind === 'over' && (
        <Note
          onDismiss={trial.dismiss}
          actions={
            <>
              <button type="button" class="text-button" onClick={trial.reload}>
                Reload page
              </button>
              <button type="button" class="text-button" onClick={onCompare}>
                Results
              </button>
            </>
          }
        >
          <strong>{overWords[state.why]}</strong> New calls are the page’s own; what it has shown until now
          may come from the trial. Reload to see the page as it is.
        </Note>
      )}
      {state.kind === 'failed' && (
        <Note onDismiss={trial.dismiss}>
          <strong>The trial did not work.</strong> {state.why}
        </Note>
      )}
    </div>
  );
}

function whatChanges(trial: Trial): string {
  const { title, meaning } = modeWords[trial.mode];
  return `${changeWords(trial)}; ${title.toLowerCase()}: ${meaning}.`;
}

function changeWords(trial: Trial): string {
  const { change } = trial;
  if (change.route === 'cookies') return 'Its calls are made credentialed';
  const { value } = change;
  const names = headerNames(trialHeaders(trial));
  switch (value.kind) {
    case 'agent':
      return `${names} of the agent’s own session is added to its calls`;
    case 'synthetic':
      return `A made-up ${names} is added to its calls`;
    case 'trace-context':
      return value.postfix === null
        ? `Made-up ${names} are added to its calls`
        : `${names} are added to its calls, with the agent’s own session where its cookies tell it`;
  }
}

interface NoteProps {
  readonly children: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly onDismiss: (() => void) | null;
}

function Note({ children, actions, onDismiss }: NoteProps) {
  return (
    <div class="banner">
      <WarningIcon />
      <span class="banner-text">{children}</span>
      {actions !== undefined && <div class="banner-actions">{actions}</div>}
      {onDismiss !== null && (
        <button
          type="button"
          class="icon-button"
          aria-label="Dismiss the note on the trial"
          onClick={onDismiss}
        >
          <CloseIcon />
        </button>
      )}
    </div>
  );
}
