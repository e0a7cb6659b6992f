import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { AgentProfile, ComparedCall, Engine } from '../../../core';
import type { BackgroundClient } from '../../../protocol/background-rpc';
import type { Trial } from '../../../protocol/trial';
import { trialBootstrap } from '../../../protocol/trial-bootstrap';
import type { AccessStore } from '../access/types';
import { countsForRollout } from '../judged/counts-for-rollout';
import type { Judged } from '../judged/judged';
import type { JudgedExchanges } from '../judged/judged-exchanges';
import type { SettingsStorage } from '../settings/persisted';
import type { PatternStore } from '../pattern/types';
import { failureText } from '../failure-text';
import { createConfirmations } from './confirmations';
import { headersFor, type Picking } from './picked';
import { createTrialLog } from './trial-log';
import { planTrial } from './trial-plan';
import type { TrialChoices, TrialOver, TrialState, TrialStore } from './types';

export interface TrialOptions {
  readonly background: BackgroundClient;
  readonly access: Pick<AccessStore, 'ensure'>;
  readonly exchanges: Pick<JudgedExchanges, 'all' | 'rollout' | 'revision' | 'onChange'>;
  readonly storage: SettingsStorage;
  readonly pattern: Pick<PatternStore, 'textOf' | 'error' | 'purpose' | 'findings'>;
  readonly pageUrl: ReadonlySignal<string | null>;
  readonly pageOrigin: ReadonlySignal<string | null>;
  readonly agent: ReadonlySignal<AgentProfile | null>;
  readonly engine: Engine;
  /** The page hook's registration under way, if any. */
  readonly hookReady: () => Promise<void>;
  /** Loads the page again; `script` runs in it before everything else. */
  readonly reload: (script?: string) => void;
  readonly newId: () => string;
  /** ms since the epoch */
  readonly now: () => number;
  readonly onProblem: (problem: string) => void;
}

const firstChoices: TrialChoices = {
  route: 'header',
  mode: 'guarded',
  scope: 'matched',
  ticked: new Set(),
};

export function createTrialStore(options: TrialOptions): TrialStore {
  const { background, access, exchanges, pattern, pageUrl, pageOrigin, agent, engine } = options;
  const state = signal<TrialState>({ kind: 'none' });
  const choices = signal(firstChoices);
  const confirmations = createConfirmations(
    options.storage,
    pageUrl,
    computed(() => headersFor(pattern.purpose.value)),
    options.now,
  );
  const log = createTrialLog(engine);
  const id = signal(options.newId());
  /** When the first load with the trial began, ms since the epoch. */
  let since = Number.POSITIVE_INFINITY;

  const plan = computed(() => {
    void exchanges.revision.value;
    return planTrial({
      choices: choices.value,
      endpoints: exchanges.rollout.endpoints(),
      callOf: (exchangeId) => exchanges.all.get(exchangeId),
      pageOrigin: pageOrigin.value,
      agent: agent.value,
      picking: pickingBy(pattern),
      patternFlaw: flawOf(pattern),
      engine,
      id: id.value,
    });
  });

  const inForce = (): Trial | null => {
    const current = state.peek();
    return current.kind === 'running' || current.kind === 'stopping' ? current.trial : null;
  };

  const begin = (trial: Trial, baseline: readonly ComparedCall[]): void => {
    since = options.now();
    log.begin(trial, baseline);
    state.value = { kind: 'running', trial };
  };

  const end = (trial: Trial, why: TrialOver): void => {
    id.value = options.newId();
    state.value = { kind: 'over', trial, why };
  };

  exchanges.onChange(({ fresh }) => {
    const trial = inForce();
    if (trial === null) return;
    log.put(fresh.filter((judged) => isOfTrial(judged, trial, since)));
  });

  background.onEvent((event) => {
    if (event.type !== 'trial-ended') return;
    const trial = inForce();
    if (trial !== null && trial.id === event.id) end(trial, event.why);
  });

  const start = async (trial: Trial): Promise<void> => {
    state.value = { kind: 'starting' };
    const mended = trial.mended.flatMap(({ from, origin }) => [from, origin]);
    const hosts = [...new Set([trial.pageOrigin, ...mended])].map((origin) => `${origin}/`);
    if (!(await access.ensure(hosts))) {
      state.value = { kind: 'failed', why: 'A trial needs site access for these hosts.' };
      return;
    }
    await options.hookReady();
    const result = await background.call('trial.start', { trial });
    if (result.kind !== 'started') {
      const why = result.kind === 'failed' ? result.why : 'A trial needs site access for these hosts.';
      state.value = { kind: 'failed', why };
      return;
    }
    begin(
      trial,
      [...exchanges.all.values()].filter(({ exchange }) => countsForRollout(exchange)),
    );
    options.reload(trialBootstrap(trial));
  };

  const stop = async (trial: Trial): Promise<void> => {
    state.value = { kind: 'stopping', trial };
    await background.call('trial.stop', {});
    end(trial, 'stopped');
  };

  const orFail = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      state.value = { kind: 'failed', why: failureText(error) };
    }
  };

  /** A panel that is rebuilt (Firefox, docked elsewhere) finds the trial that it had started. */
  const resume = async (): Promise<void> => {
    try {
      const { trial } = await background.call('trial.read', {});
      if (trial !== null && state.peek().kind === 'none') begin(trial, []);
    } catch (error) {
      options.onProblem(`Whether a trial is running could not be read: ${failureText(error)}`);
    }
  };
  void resume();

  return {
    state,
    choices,
    plan,
    confirmedAt: confirmations.confirmedAt,
    confirm: confirmations.confirm,
    start: () => {
      const { trial } = plan.peek();
      if (trial !== null && inForce() === null && confirmations.confirmedAt.peek() !== null) {
        void orFail(start(trial));
      }
    },
    stop: () => {
      const trial = inForce();
      if (trial !== null) void orFail(stop(trial));
    },
    reload: () => {
      const trial = inForce();
      options.reload(trial === null ? undefined : trialBootstrap(trial));
    },
    dismiss: () => {
      if (inForce() === null) state.value = { kind: 'none' };
    },
    comparison: log.comparison,
    forgotten: log.forgotten,
    triedCall: log.triedCall,
    triedEndpoint: log.triedEndpoint,
  };
}

function pickingBy({ purpose, textOf }: TrialOptions['pattern']): Picking {
  const isTraced = purpose.value !== 'x-dtc';
  return {
    purpose: purpose.value,
    pattern: textOf(isTraced ? 'inclusions' : 'x-dtc'),
    exclusions: isTraced ? textOf('exclusions') : '',
  };
}

function flawOf({ error, findings }: TrialOptions['pattern']): 'invalid' | 'too-slow' | null {
  if (error.value !== null) return 'invalid';
  return findings.value.some(({ code }) => code === 'too-slow') ? 'too-slow' : null;
}

function isOfTrial({ exchange }: Judged, trial: Trial, since: number): boolean {
  return countsForRollout(exchange) && (exchange.startedAt >= since || exchange.trial?.id === trial.id);
}
