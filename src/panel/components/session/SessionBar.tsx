import type { Session, SessionsStore } from '../../store/session/types';
import { CloseIcon } from '../icons/control-icons';

/** Which session is shown; not there while there is but the live one. */
export function SessionBar({ sessions }: { sessions: SessionsStore }) {
  const { live, imported, active, reports } = sessions;
  if (imported.value.length === 0 && reports.value.length === 0) return null;
  return (
    <nav class="session-bar" aria-label="Sessions">
      {live !== null && <SessionButton name="This page" session={live} sessions={sessions} />}
      {imported.value.map((session) => (
        <span key={session.id} class="session" data-active={active.value === session}>
          <SessionButton name={session.name} session={session} sessions={sessions} />
          <button
            type="button"
            class="icon-button"
            aria-label={`Close ${session.name}`}
            title="Close this file’s session"
            onClick={() => sessions.close(session)}
          >
            <CloseIcon />
          </button>
        </span>
      ))}
      {reports.value.length > 0 && (
        <span class="subtle">To compare with: {reports.value.map(({ name }) => name).join(', ')}</span>
      )}
    </nav>
  );
}

interface SessionButtonProps {
  readonly name: string;
  readonly session: Session;
  readonly sessions: SessionsStore;
}

function SessionButton({ name, session, sessions }: SessionButtonProps) {
  return (
    <button
      type="button"
      class="session-button"
      title={name}
      aria-pressed={sessions.active.value === session}
      onClick={() => sessions.choose(session)}
    >
      {name}
    </button>
  );
}
