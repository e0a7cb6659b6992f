import type { ComponentChildren } from 'preact';
import { catalogue, type AgentProfile, type AgentRegex } from '../../../core';
import { WarningIcon } from '../icons/sign-icons';
import { cookieWords, injectionWords, kindWords, optInWords, sourceWords, yesNo } from './agent-words';

function Field({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="agent-field">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Regex({ regex }: { regex: AgentRegex | null }) {
  if (regex === null) return <>not set</>;
  return (
    <>
      <code>{regex.pattern}</code>
      {regex.raw !== regex.pattern && (
        <span class="subtle">
          {' '}
          written as <code>{regex.raw}</code>
        </span>
      )}
      {regex.error !== null && <span class="error-text"> {regex.error}</span>}
    </>
  );
}

interface AgentDetailsProps {
  readonly agent: AgentProfile;
  /** Names of the RUM cookies on the page. */
  readonly cookiesSeen: readonly string[];
}

/** Everything that is known of the agent, warnings first. */
export function AgentDetails({ agent, cookiesSeen }: AgentDetailsProps) {
  return (
    <>
      {agent.warnings.length > 0 && (
        <ul class="agent-warnings">
          {agent.warnings.map((warning) => (
            <li key={warning.code + warning.text}>
              <WarningIcon />
              <span>
                <strong>{catalogue[warning.code].title}.</strong> {warning.text}
              </span>
            </li>
          ))}
        </ul>
      )}
      <dl class="agent-fields">
        <Field name="Agent">
          {kindWords[agent.kind]} {agent.version?.label}
          {agent.version !== null && <code class="subtle"> {agent.version.raw}</code>}
        </Field>
        <Field name="Application">
          <code>{agent.application ?? 'not known'}</code>
        </Field>
        {agent.environment !== null && (
          <Field name="Environment">
            <code>{agent.environment}</code>
          </Field>
        )}
        <Field name="Injected by">
          {injectionWords[agent.injection]}
          {agent.automatic !== null && (agent.automatic ? ', automatically' : ', by hand')}
          {agent.deferred && ', async or deferred'}
        </Field>
        <Field name="Captures XHR">{yesNo(agent.capturesXhr)}</Field>
        <Field name="Captures fetch">{yesNo(agent.capturesFetch)}</Field>
        <Field name="Modules">
          <code>{agent.modules === '' ? 'not known' : agent.modules}</code>
          <span class="subtle">{agent.modulesStarted ? ' started' : ' configured'}</span>
        </Field>
        <Field name="Enabled">{yesNo(agent.enabled)}</Field>
        <Field name="Opt-in">{optInWords(agent)}</Field>
        <Field name="RUM cookies">{cookieWords(agent)}</Field>
        <Field name="Cookies on the page">
          {cookiesSeen.length === 0 ? 'none that scripts can read' : <code>{cookiesSeen.join(', ')}</code>}
        </Field>
        <Field name="Configuration from">{sourceWords[agent.configSource]}</Field>
        <Field name="x-dtc pattern">
          <Regex regex={agent.correlation} />
        </Field>
        <Field name="x-dtc exclusion">
          <Regex regex={agent.correlationExclusion} />
        </Field>
        <Field name="Action exclusion">
          <Regex regex={agent.actionExclusion} />
        </Field>
        {agent.traceContext !== null && (
          <>
            <Field name="W3C trace context">{agent.traceContext.enabled ? 'on' : 'off'}</Field>
            <Field name="traceparent inclusions">
              <Regex regex={agent.traceContext.inclusions} />
            </Field>
            <Field name="traceparent exclusions">
              <Regex regex={agent.traceContext.exclusions} />
            </Field>
          </>
        )}
        {agent.scriptUrl !== null && (
          <Field name="Script">
            <code>{agent.scriptUrl}</code>
          </Field>
        )}
      </dl>
    </>
  );
}
