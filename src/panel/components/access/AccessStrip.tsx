import { useSignal } from '@preact/signals';
import type { AccessQuestionState, AccessStore } from '../../store/access/types';
import type { HookStore } from '../../store/hook/types';
import { ChevronIcon, CloseIcon } from '../icons/control-icons';
import { NoteIcon, PassIcon, WarningIcon } from '../icons/sign-icons';
import { ShieldIcon } from '../icons/site-icons';
import { plural } from '../text/plural';
import { AccessDetails } from './AccessDetails';
import { accessLine, extentMeanings, hookWords, questionWords } from './access-words';
import './access.css';

interface AccessStripProps {
  readonly access: AccessStore;
  readonly hook: HookStore;
  onReload(): void;
}

/** How far site access goes and whether the page hook is there, in one line that opens into hosts and purposes. */
export function AccessStrip({ access, hook, onReload }: AccessStripProps) {
  const open = useSignal(false);
  const extent = access.extent.value;
  const hookState = hook.state.value;
  const meaning = extentMeanings[extent];
  const canAsk = extent === 'none' || extent === 'partial';
  return (
    <section class="access" aria-label="Site access" data-extent={extent} data-hook={hookState}>
      <div class="strip">
        <button
          type="button"
          class="strip-toggle"
          aria-expanded={open.value}
          aria-controls="access-details"
          onClick={() => (open.value = !open.value)}
        >
          <ChevronIcon open={open.value} />
          <ShieldIcon />
          <span class="strip-line">
            <span class="strip-item">{accessLine(extent, access.hosts.value)}</span>
            {meaning !== null && <span class="strip-item subtle">{meaning}</span>}
            {access.pageGranted.value && <HookFact hook={hook} />}
          </span>
        </button>
        {hookState === 'reload' && (
          <button
            type="button"
            class="text-button"
            title="The page’s first requests were made before the page hook was there"
            onClick={onReload}
          >
            Reload page
          </button>
        )}
        {canAsk && (
          <button type="button" class="text-button" onClick={access.ask}>
            {extent === 'none' ? 'Grant access…' : 'Grant the rest…'}
          </button>
        )}
      </div>
      <QuestionNote question={access.question.value} onDismiss={access.dismiss} />
      <div id="access-details" class="strip-details" hidden={!open.value}>
        {open.value && <AccessDetails access={access} hook={hook} />}
      </div>
    </section>
  );
}

function HookFact({ hook }: { hook: HookStore }) {
  const state = hook.state.value;
  const dropped = hook.dropped.value;
  return (
    <span class={`strip-item ${dropped > 0 ? 'warned' : ''}`}>
      {dropped > 0 ? <WarningIcon /> : state === 'observing' ? <PassIcon /> : <NoteIcon />}
      {dropped > 0 ? `page hook: ${plural(dropped, 'call')} too many at once` : hookWords[state]}
    </span>
  );
}

interface QuestionNoteProps {
  readonly question: AccessQuestionState;
  onDismiss(): void;
}

function QuestionNote({ question, onDismiss }: QuestionNoteProps) {
  const words = questionWords(question);
  return (
    <div role="status">
      {words !== null && (
        <p class="banner" data-question={question.kind}>
          {question.kind === 'prompt' || question.kind === 'in-tab' ? <NoteIcon /> : <WarningIcon />}
          <span class="banner-text">{words}</span>
          {question.kind !== 'prompt' && (
            <button
              type="button"
              class="icon-button"
              aria-label="Dismiss the note on site access"
              onClick={onDismiss}
            >
              <CloseIcon />
            </button>
          )}
        </p>
      )}
    </div>
  );
}
