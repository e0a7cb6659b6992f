import '../theme/tokens.css';
import '../theme/base.css';
import '../text/visible-nodes';
import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { Engine } from '../../../core';
import type { SessionsStore } from '../../store/session/types';
import { EvidenceButtons } from '../export/EvidenceButtons';
import { useAppearance } from '../theme/use-appearance';
import { DropTarget } from './DropTarget';
import { ImportStatus } from './ImportStatus';
import { LiveView } from './LiveView';
import { Notice } from './Notice';
import { SessionBar } from './SessionBar';
import { SessionView } from './SessionView';
import { ViewerStart } from './ViewerStart';
import './session.css';

interface WorkspaceProps {
  readonly sessions: SessionsStore;
  readonly theme: ReadonlySignal<'light' | 'dark'>;
  readonly engine: ReadonlySignal<Engine>;
}

/** The sessions side by side, one of them shown: the live one with its controls, or one from a file. */
export function Workspace({ sessions, theme, engine }: WorkspaceProps) {
  const notice = useSignal('');
  useAppearance(theme, engine);
  const active = sessions.active.value;
  const buttons = active !== null && <EvidenceButtons session={active} sessions={sessions} notice={notice} />;
  return (
    <DropTarget onFiles={(files) => void sessions.importFiles(files)}>
      <SessionBar sessions={sessions} />
      <ImportStatus sessions={sessions} />
      <Notice text={notice} />
      {active === null && <ViewerStart onFiles={(files) => void sessions.importFiles(files)} />}
      {active?.kind === 'live' && <LiveView store={active} exchange={buttons} />}
      {active?.kind === 'imported' && <SessionView key={active.id} session={active} actions={buttons} />}
    </DropTarget>
  );
}
