import { useSignal } from '@preact/signals';
import type { AgentProfile, AgentRegex } from '../../../core';
import type { PageStore } from '../../store/types';
import { ChevronIcon, ReloadIcon } from '../icons/control-icons';
import { AgentIcon, WarningIcon } from '../icons/sign-icons';
import { plural } from '../text/plural';
import { AgentDetails } from './AgentDetails';
import { kindWords } from './agent-words';
import { CaptureFact } from './CaptureFact';
import './agent.css';

/** What RUM agent the page has, in one line that opens into all that is known. */
export function AgentStrip({ page }: { page: PageStore }) {
  const open = useSignal(false);
  const state = page.agentState.value;
  const agent = page.agent.value;
  const details = state === 'found' ? agent !== null : state !== 'reading';
  return (
    <section class="agent" aria-label="RUM agent" data-state={state}>
      <div class="strip">
        <button
          type="button"
          class="strip-toggle"
          aria-expanded={open.value && details}
          aria-controls="agent-details"
          disabled={!details}
          onClick={() => (open.value = !open.value)}
        >
          <ChevronIcon open={open.value && details} />
          <AgentIcon />
          <span class="strip-line">
            <AgentLine state={state} agent={agent} />
          </span>
        </button>
        {page.refreshAgent !== null && (
          <button
            type="button"
            class="icon-button"
            aria-label="Read the agent again"
            title="Read the agent again"
            onClick={page.refreshAgent}
          >
            <ReloadIcon />
          </button>
        )}
      </div>
      <div
        id="agent-details"
        class="strip-details"
        hidden={!open.value || !details}
        // it scrolls where the panel is low
        tabIndex={0}
        role="group"
        aria-label="Details of the agent"
      >
        {open.value && details && <AgentExplanation state={state} agent={agent} page={page} />}
      </div>
    </section>
  );
}

const judgedWithoutAgent = 'Cookies and Header are judged as if a current agent captured XHR and fetch';

type AgentState = PageStore['agentState']['value'];

function AgentLine({ state, agent }: { state: AgentState; agent: AgentProfile | null }) {
  switch (state) {
    case 'reading':
      return <span class="strip-item subtle">Reading the page’s RUM agent…</span>;
    case 'unreadable':
      return (
        <span class="strip-item warned">
          <WarningIcon />
          The page could not be asked for its RUM agent
        </span>
      );
    case 'none':
      return (
        <span class="strip-item">
          <strong>No RUM agent found:</strong>
          <span class="subtle strip-rest" title={judgedWithoutAgent}>
            {judgedWithoutAgent}
          </span>
        </span>
      );
    case 'found':
      return agent === null ? null : <FoundLine agent={agent} />;
  }
}

function FoundLine({ agent }: { agent: AgentProfile }) {
  return (
    <>
      <strong class="strip-item">RUM agent {agent.version?.label ?? ''}</strong>
      <span class="strip-item">{kindWords[agent.kind]}</span>
      {agent.warnings.length > 0 && (
        <span class="strip-item warned">
          <WarningIcon />
          {plural(agent.warnings.length, 'warning')}
        </span>
      )}
      <span class="strip-item">
        captures
        <CaptureFact name="XHR" captured={agent.capturesXhr} />
        <CaptureFact name="fetch" captured={agent.capturesFetch} />
      </span>
      {agent.optIn.required && agent.optIn.given !== true && (
        <span class="strip-item warned">opt-in not given</span>
      )}
      {agent.application !== null && (
        <span class="strip-item">
          app <code>{agent.application}</code>
        </span>
      )}
      <span class="strip-item">
        cookies on <code>{agent.cookieDomain ?? 'the registrable domain'}</code>
      </span>
      {agent.kind !== 'new-rum' && <DeployedPattern name="pattern" regex={agent.correlation} />}
      {agent.traceContext !== null && (
        <DeployedPattern name="traceparent" regex={agent.traceContext.inclusions} />
      )}
    </>
  );
}

function DeployedPattern({ name, regex }: { name: string; regex: AgentRegex | null }) {
  return (
    <span class="strip-item">
      {name} <code class="strip-pattern">{regex?.pattern ?? 'not set'}</code>
    </span>
  );
}

interface ExplanationProps {
  readonly state: AgentState;
  readonly agent: AgentProfile | null;
  readonly page: PageStore;
}

function AgentExplanation({ state, agent, page }: ExplanationProps) {
  if (state === 'found' && agent !== null) {
    return <AgentDetails agent={agent} cookiesSeen={page.rumCookies.value} />;
  }
  const error = page.agentError.value;
  if (state === 'unreadable') {
    return (
      <p class="explanation">
        Crosslink asks the page itself for its agent, and the page did not answer{error === null ? '' : ': '}
        {error !== null && <code>{error}</code>}. Pages of the browser, of the extension store and pages that
        are still loading cannot be asked. Reload the page, or read the agent again.
      </p>
    );
  }
  return (
    <p class="explanation">
      Neither a script tag of a Dynatrace RUM agent nor a running one is on this page. So nothing links today.
      The other two routes are judged as if a current agent were there that captures XHR and fetch: what you
      see is what a rollout would meet. If you expected an agent, check that the page is instrumented, that
      its response was not answered from a cache, and that no blocker removed the script.
    </p>
  );
}
