import { patternLabel } from '../../../protocol/access-pattern';
import type { AccessStore, HostAccess } from '../../store/access/types';
import type { HookStore } from '../../store/hook/types';
import { FailIcon, PassIcon } from '../icons/sign-icons';
import { plural } from '../text/plural';
import { purposes } from './access-words';

interface AccessDetailsProps {
  readonly access: AccessStore;
  readonly hook: HookStore;
}

/** Every host with what it is for, and how to take it back. */
export function AccessDetails({ access, hook }: AccessDetailsProps) {
  const hosts = access.hosts.value;
  const others = access.others.value;
  return (
    <>
      {hosts.length === 0 ? (
        <p class="explanation">This page has no host that access could be asked for.</p>
      ) : (
        <table class="hosts">
          <thead>
            <tr>
              <th scope="col">Host</th>
              <th scope="col">What for</th>
              <th scope="col">Access</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {hosts.map((host) => (
              <HostRow key={host.pattern} host={host} onRevoke={() => access.revoke([host.pattern])} />
            ))}
          </tbody>
        </table>
      )}
      {others.length > 0 && (
        <div class="other-hosts">
          <h2>Also granted, not needed here</h2>
          <ul>
            {others.map((pattern) => (
              <li key={pattern}>
                <code>{patternLabel(pattern)}</code>
                <RevokeButton label={patternLabel(pattern)} onRevoke={() => access.revoke([pattern])} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <p class="explanation">
        Without access Crosslink reads the network log and asks the page for its agent. With access it also
        sees the calls as the page’s scripts make them, asks endpoints about{' '}
        <span class="unbroken">x-dtc</span> when you click, reads the RUM cookies, and can alter the page’s
        calls in a trial. Nothing is sent anywhere else. Access ends when you revoke it here or in the
        browser’s settings.
      </p>
      {hook.state.value === 'observing' && (
        <p class="explanation">
          The page hook is in {plural(hook.documents.value, 'document')} of this page. It cannot reach
          workers: their calls are known from the network log only, and a trial cannot change them.
        </p>
      )}
    </>
  );
}

function HostRow({ host, onRevoke }: { host: HostAccess; onRevoke(): void }) {
  return (
    <tr data-granted={host.granted}>
      <th scope="row">
        <code>{host.label}</code>
      </th>
      <td class="subtle">{purposes[host.role]}</td>
      <td class="host-state">
        {host.granted ? <PassIcon /> : <FailIcon />}
        {host.granted ? 'granted' : 'not granted'}
      </td>
      <td>{host.granted && <RevokeButton label={host.label} onRevoke={onRevoke} />}</td>
    </tr>
  );
}

function RevokeButton({ label, onRevoke }: { label: string; onRevoke(): void }) {
  return (
    <button type="button" class="link-button" aria-label={`Revoke access to ${label}`} onClick={onRevoke}>
      Revoke
    </button>
  );
}
