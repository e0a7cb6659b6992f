import { useEffect } from 'preact/hooks';
import { lastHop, type Cookie, type Engine, type Exchange } from '../../../core';
import { patternLabel } from '../../../protocol/access-pattern';
import type { AccessStore } from '../../store/access/types';
import type { CookieJarStore } from '../../store/cookies/types';
import { FailIcon, PassIcon, WarningIcon } from '../icons/sign-icons';
import { cookieLines, refusalWords, sameSiteWords, type CookieLine } from './cookie-lines';
import './cookies.css';

interface CookiesTabProps {
  readonly exchange: Exchange;
  readonly jar: CookieJarStore;
  readonly access: AccessStore;
  readonly engine: Engine;
  readonly pageUrl: string | null;
}

/** The RUM cookies of page and target, and which of them this browser would send on the cookie route. */
export function CookiesTab({ exchange, jar, access, engine, pageUrl }: CookiesTabProps) {
  const target = lastHop(exchange).url;
  useEffect(jar.refresh, [exchange.id]);
  const state = jar.jar.value;
  return (
    <div class="cookies">
      <p class="cookies-question">
        Would the RUM cookies go to <span class="detail-url">{target}</span> if this call were credentialed?
      </p>
      {state.kind === 'no-access' && (
        <>
          <p class="subtle">The cookie jar can be read once the page’s site is granted.</p>
          <button type="button" class="text-button filled" onClick={access.ask}>
            Grant access…
          </button>
        </>
      )}
      {state.kind === 'reading' && <p class="subtle">Reading the cookie jar…</p>}
      {state.kind === 'failed' && <p class="error-text">The cookie jar could not be read: {state.why}</p>}
      {state.kind === 'read' && (
        <>
          <CookieTable lines={cookieLines(state.cookies, exchange, pageUrl, engine)} />
          {state.missing.length > 0 && (
            <p class="subtle">
              Not read for want of access: <code>{state.missing.map(patternLabel).join(', ')}</code>
            </p>
          )}
        </>
      )}
    </div>
  );
}

function CookieTable({ lines }: { lines: readonly CookieLine[] }) {
  if (lines.length === 0) {
    return (
      <p class="subtle">
        The jar holds no RUM cookie for page or target: no agent has run here, it was not given the opt-in, or
        the browser refused its cookies.
      </p>
    );
  }
  return (
    <table class="cookie-table">
      <caption class="visually-hidden">RUM cookies</caption>
      <thead>
        <tr>
          <th scope="col">Cookie</th>
          <th scope="col">Would be sent</th>
          <th scope="col">Domain, path, attributes</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <CookieRow key={index} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function CookieRow({ line: { cookie, refusal, duplicate } }: { line: CookieLine }) {
  const { name, domain, hostOnly, path } = cookie;
  return (
    <tr data-sent={refusal === null}>
      <th scope="row">
        <code>{name}</code>
      </th>
      <td>
        <span class="cookie-sent">
          {refusal === null ? <PassIcon /> : <FailIcon />}
          {refusal === null ? 'yes' : `no: ${refusalWords(refusal, cookie)}`}
        </span>
        {duplicate && (
          <span class="warned cookie-duplicate">
            <WarningIcon />
            sent twice: whoever reads takes the first
          </span>
        )}
      </td>
      <td>
        <code>{hostOnly ? domain : `.${domain}`}</code>
        {hostOnly && <span class="subtle"> host only</span>}
        {path !== '/' && <code> {path}</code>}
        <div class="subtle">{attributeWords(cookie)}</div>
      </td>
    </tr>
  );
}

function attributeWords({ sameSite, secure, httpOnly, partitionKey }: Cookie): string {
  const parts = [
    `SameSite ${sameSiteWords[sameSite]}`,
    secure ? 'Secure' : 'not Secure',
    ...(httpOnly ? ['HttpOnly'] : []),
    ...(partitionKey === undefined ? [] : [`partition ${partitionKey}`]),
  ];
  return parts.join(' · ');
}
