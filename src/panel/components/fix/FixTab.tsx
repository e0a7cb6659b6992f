import { catalogue, classicSet, endpointWork, reportCall, serverAnswer, type Engine } from '../../../core';
import type { EvidenceStore, StandingCall } from '../../store/evidence/types';
import type { Row } from '../../store/types';
import { routeTitles } from '../outcome/outcome-words';
import { OutcomeLabel } from '../outcome/OutcomeLabel';
import { HeaderWords } from '../text/HeaderWords';
import { CurlLines } from './CurlLines';
import { ServerSnippets } from './ServerSnippets';
import './fix.css';

interface FixTabProps {
  readonly row: Row;
  readonly evidence: EvidenceStore;
}

/** What is to be changed so that the call links, for whom, and how to see it on a command line. */
export function FixTab({ row, evidence }: FixTabProps) {
  const call = evidence.standingCall(row);
  if (call === null) return <p class="detail-note">This call is no longer there.</p>;
  return (
    <div class="fix-tab">
      <WhatToDo call={call} engine={evidence.engine.value} />
      <CurlLines exchange={call.exchange} adds={call.verdicts.header.adds ?? classicSet} />
    </div>
  );
}

function WhatToDo({ call, engine }: { call: StandingCall; engine: Engine }) {
  const { exchange, verdicts } = call;
  const work = endpointWork({
    verdicts,
    call: reportCall(exchange, engine, verdicts.header.adds),
    server: serverAnswer(exchange, engine, verdicts.header.adds),
  });
  if (work === null || verdicts[work.route].outcome === 'links') {
    return (
      <section>
        <h2>Nothing has to be changed</h2>
        <p>This call would link: the Decision tab says by which rules.</p>
      </section>
    );
  }
  const { route, reason, serverFirst, serverNeeds } = work;
  const { fix, title } = catalogue[reason.code];
  return (
    <>
      <section>
        <h2>
          {routeTitles[route]} <OutcomeLabel outcome={verdicts[route].outcome} />
        </h2>
        <p>
          <ReasonWords title={title} text={reason.text} />
        </p>
        <p>
          <HeaderWords text={fix ?? 'Nothing on the server or the agent can change that.'} />
        </p>
        {serverFirst !== null && (
          <p>
            <strong>On the server first.</strong> {serverFirst.text} {catalogue[serverFirst.code].fix}
          </p>
        )}
      </section>
      {serverNeeds !== null && <ServerSnippets needs={serverNeeds} />}
    </>
  );
}

/** The title in bold, then the sentence, or what it says beyond the title that it begins with. */
function ReasonWords({ title, text }: { title: string; text: string }) {
  return text.startsWith(title) ? (
    <>
      <strong>{title}</strong>
      {text.slice(title.length) || '.'}
    </>
  ) : (
    <>
      <strong>{title}.</strong> {text}
    </>
  );
}
