import { computed, signal } from '@preact/signals';
import type { AgentProfile, Engine, Exchange, PageFacts } from '../../../src/core';
import { engineDifferences } from '../../../src/core/verdict/engine-differences';
import { createRollout } from '../../../src/core/rollout/rollout';
import { rolloutAnswer } from '../../../src/core/rollout/answer';
import { judgeRoutes } from '../../../src/core/verdict/judge';
import { differingEndpoints, judgedFor } from '../../../src/panel/store/engines/engines';
import type { EnginesStore, JudgeFor } from '../../../src/panel/store/engines/types';
import { createEvidenceStore } from '../../../src/panel/store/evidence/evidence';
import { judgeExchange } from '../../../src/panel/store/judged/judged';
import type {
  JudgingProgress,
  PageStore,
  PanelStore,
  RecordingStore,
  Row,
  RowList,
  SettingsStore,
  Sort,
  Verdicts,
} from '../../../src/panel/store/types';
import { fakePattern } from './fake-pattern';
import { defaultSite, fakeSite, type FakeSiteOptions } from './fake-site';
import { sampleAgent } from './sample-agent';
import { sampleCalls, sampleStart } from './sample-calls';

export interface FakeStoreOptions {
  readonly exchanges: readonly Exchange[];
  readonly agent: AgentProfile | null;
  readonly agentState: PageStore['agentState']['value'];
  readonly agentError: string | null;
  readonly engine: Engine;
  readonly judgeFor: JudgeFor;
  readonly theme: SettingsStore['theme']['value'];
  readonly recording: boolean;
  readonly connection: RecordingStore['connection']['value'];
  readonly grouped: boolean;
  /** Free text; `outcome:nothing` matches nothing. */
  readonly filter: string;
  readonly filterError: string | null;
  readonly draft: string | null;
  readonly judging: JudgingProgress | null;
  readonly dropped: number;
  readonly problems: readonly string[];
  readonly site: Partial<FakeSiteOptions>;
}

const defaults: FakeStoreOptions = {
  exchanges: sampleCalls,
  agent: sampleAgent,
  agentState: 'found',
  agentError: null,
  engine: 'chromium',
  judgeFor: 'own',
  theme: 'light',
  recording: true,
  connection: 'live',
  grouped: true,
  filter: '',
  filterError: null,
  draft: null,
  judging: null,
  dropped: 0,
  problems: [],
  site: {},
};

const completionWords = [
  'outcome:',
  'outcome:breaks',
  'outcome:links',
  'host:',
  'host:api.shop.test',
  'is:preflight',
];

function rowList(rows: readonly Row[]): RowList {
  return {
    length: rows.length,
    at: (index) => rows[index],
    indexOf: (wanted) => rows.findIndex(({ key }) => key === wanted),
    depthAt: (index) => rows[index]?.depth ?? 0,
    [Symbol.iterator]: () => rows.values(),
  };
}

/** A store without a browser behind it: what it holds is made up, what it says of that is the core's word. */
export function fakeStore(given: Partial<FakeStoreOptions> = {}): PanelStore {
  const options = { ...defaults, ...given };
  const agentState = options.agent === null && options.agentState === 'found' ? 'none' : options.agentState;
  const facts: PageFacts = {
    engine: options.engine,
    agent: options.agent,
    pattern: options.draft,
    agentReadyAt: null,
    cookies: null,
  };
  const rollout = createRollout();
  const exchanges = signal(options.exchanges);
  const verdicts = new Map<Exchange, Verdicts>();
  for (const exchange of options.exchanges) {
    const verdict = judgeRoutes(exchange, facts);
    verdicts.set(exchange, verdict);
    rollout.set(exchange, verdict);
  }

  const recording = signal(options.recording);
  const preserveLog = signal(false);
  const filter = signal(options.filter);
  const invert = signal(false);
  const grouped = signal(options.grouped);
  const sort = signal<Sort>({ column: 'started', direction: 'ascending' });
  const selectedKey = signal<string | null>(null);
  const expanded = signal<ReadonlySet<string>>(
    new Set(
      rollout
        .endpoints()
        .slice(3, 4)
        .map(({ key }) => key),
    ),
  );
  const narrowed = signal<string | null>(null);
  const deployed = options.agent?.correlation?.pattern ?? null;

  const passing = computed(() =>
    exchanges.value.filter((exchange) => {
      const [route, outcome] = narrowed.value?.split(' ') ?? [];
      const inRoute = route === undefined || verdicts.get(exchange)?.[route as 'today'].outcome === outcome;
      return inRoute && exchange.url.includes(filter.value) !== invert.value;
    }),
  );

  const rows = computed(() => {
    const ordered = sort.value.direction === 'ascending' ? passing.value : passing.value.toReversed();
    return grouped.value
      ? groupedRows(ordered)
      : [...navigationRow(ordered), ...ordered.flatMap((call) => callRows(call, 0))];
  });

  function groupedRows(calls: readonly Exchange[]): Row[] {
    const ids = new Map(calls.map((call) => [call.id, call]));
    return rollout.endpoints().flatMap((endpoint): Row[] => {
      const members = endpoint.exchanges.flatMap((id) => ids.get(id) ?? []);
      if (members.length === 0) return [];
      const open = expanded.value.has(endpoint.key);
      const first = callRows(members[0]!, 1)[0] as Extract<Row, { kind: 'exchange' }>;
      const { preflight, tier } = first;
      const latest = callRows(members.at(-1)!, 1)[0] as Extract<Row, { kind: 'exchange' }>;
      return [
        { kind: 'endpoint', key: endpoint.key, depth: 0, endpoint, expanded: open, preflight, tier, latest },
        ...(open ? members.flatMap((call) => callRows(call, 1)) : []),
      ];
    });
  }

  function callRows(exchange: Exchange, depth: 0 | 1): Row[] {
    const own = verdicts.get(exchange)!;
    const seen = exchange.hops.some((hop) => hop.preflight !== null);
    const added = own.cookies.addsPreflight || own.header.addsPreflight;
    const tier = exchange.hops.some((hop) =>
      hop.response?.headers.some(([name]) => name === 'Server-Timing'),
    );
    const row: Row = {
      kind: 'exchange',
      key: exchange.id,
      depth,
      exchange,
      verdicts: own,
      matched: deployed !== null && new RegExp(deployed, 'i').test(exchange.url),
      failed: exchange.error !== null,
      preflight: seen ? 'seen' : added ? 'added' : 'none',
      tier: tier ? 'seen' : 'not-seen',
    };
    const preflights = exchange.hops.flatMap((hop, index): Row[] =>
      hop.preflight === null
        ? []
        : [
            {
              kind: 'preflight',
              key: `${exchange.id}/${index}`,
              depth: depth === 0 ? 1 : 2,
              exchange,
              hop: index,
            },
          ],
    );
    return [row, ...preflights];
  }

  function navigationRow(calls: readonly Exchange[]): Row[] {
    if (calls.length === 0) return [];
    return [
      { kind: 'navigation', key: 'navigation', depth: 0, url: 'https://app.shop.test/', at: sampleStart },
    ];
  }

  const pattern = fakePattern({
    agent: options.agent,
    draft: options.draft,
    calls: exchanges,
    verdictsOf: (call) => verdicts.get(call)!,
    endpoints: () => rollout.endpoints(),
  });

  const engines = fakeEngines(options, facts);
  return {
    ...fakeSite(
      { ...defaultSite, ...options.site },
      { exchanges: options.exchanges, facts, engine: options.engine },
    ),
    kind: 'live',
    evidence: createEvidenceStore({
      engine: engines.judgedFor,
      calls: {
        rollout,
        get all() {
          return new Map(
            exchanges.value.map((exchange) => [
              exchange.id,
              judgeExchange(exchange, facts, { now: 'no', deployed: 'no' }),
            ]),
          );
        },
      },
      session: signal({
        pageUrl: 'https://app.shop.test/',
        agent: options.agent,
        engine: options.engine,
        pattern: options.draft,
        agentReadyAt: null,
        loadStartedAt: null,
      }),
      problems: () => [],
      gaps: () => [],
      clock: () => sampleStart,
    }),
    judging: signal(options.judging),
    recording: {
      connection: signal(options.connection),
      recording,
      preserveLog,
      since: signal(sampleStart),
      problems: signal(options.problems),
      dropped: signal(options.dropped),
      capacity: signal({ items: 20_000, characters: 64_000_000 }),
      setRecording: (on) => void (recording.value = on),
      setPreserveLog: (on) => void (preserveLog.value = on),
      clear: () => void (exchanges.value = []),
      reloadPage: () => void (exchanges.value = options.exchanges),
    },
    page: {
      url: signal('https://app.shop.test/'),
      engine: signal(options.engine),
      agentState: signal(agentState),
      agentError: signal(options.agentError),
      agent: signal(options.agent),
      rumCookies: signal(['dtCookie', 'rxVisitor', 'dtPC']),
      refreshAgent: () => {},
    },
    pattern,
    table: {
      rows: computed(() => rowList(rows.value)),
      total: computed(() => exchanges.value.length),
      shown: computed(() => passing.value.length),
      grouped,
      sort,
      filter,
      filterError: signal(options.filterError),
      invert,
      complete: (text, caret) => {
        const word = /\S*$/.exec(text.slice(0, caret))![0];
        return word === '' ? [] : completionWords.filter((known) => known.startsWith(word) && known !== word);
      },
      toggleEndpoint: (key) => {
        const next = new Set(expanded.value);
        if (!next.delete(key)) next.add(key);
        expanded.value = next;
      },
      expanded,
      detailOpen: signal(false),
      selectedKey,
      selected: computed(() => rows.value.find(({ key }) => key === selectedKey.value) ?? null),
      move: (to) => {
        const last = rows.value.length - 1;
        const at = rows.value.findIndex(({ key }) => key === selectedKey.value);
        const target = to === 'first' ? 0 : to === 'last' ? last : Math.max(0, at) + (at < 0 ? 0 : to);
        selectedKey.value = rows.value[Math.min(last, Math.max(0, target))]?.key ?? null;
      },
    },
    summary: {
      summary: computed(() => (exchanges.value.length === 0 ? createRollout().summary() : rollout.summary())),
      answer: computed(() =>
        rolloutAnswer(exchanges.value.length === 0 ? createRollout().summary() : rollout.summary()),
      ),
      isNarrowedTo: (route, outcome) => narrowed.value === `${route} ${outcome}`,
      toggleOutcome: (route, outcome) => {
        const target = `${route} ${outcome}`;
        narrowed.value = narrowed.value === target ? null : target;
      },
    },
    engines,
    settings: {
      columnWidths: signal({}),
      hiddenColumns: signal([]),
      detailWidth: signal(460),
      judgeFor: engines.judgeFor,
      theme: signal(options.theme),
    },
  };
}

function fakeEngines({ engine, exchanges, judgeFor }: FakeStoreOptions, facts: PageFacts): EnginesStore {
  const choice = signal(judgeFor);
  const rollout = createRollout();
  const differing = exchanges.flatMap((exchange) => {
    const verdicts = judgeRoutes(exchange, facts);
    rollout.set(exchange, verdicts);
    const differences = engineDifferences(exchange, verdicts, facts);
    return differences.length === 0 ? [] : [[exchange.id, differences] as const];
  });
  const calls = signal(new Map(differing));
  return {
    own: engine,
    judgeFor: choice,
    judgedFor: judgedFor(engine, choice),
    calls,
    endpoints: computed(() => differingEndpoints(calls.value, rollout.keyOf)),
  };
}
