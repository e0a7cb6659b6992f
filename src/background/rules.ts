import type { DeclarativeNetRequest } from 'webextension-polyfill';
import type { Queue } from './queue';

type Rule = DeclarativeNetRequest.Rule;
type Net = Pick<DeclarativeNetRequest.Static, 'getSessionRules' | 'updateSessionRules'>;

/** A rule before it has its number. */
export type NewRule = Omit<Rule, 'id'>;

/** Probes' rules are numbered from 1, trials' from here on: the number tells whose a rule is. */
const firstTrialRule = 100_000;

/** Session rules only: they end with the browser. Every change is serialised, so that no two get the same number. */
export interface Rules {
  addProbeRule(rule: NewRule): Promise<number>;
  addTrialRules(rules: readonly NewRule[]): Promise<void>;
  remove(ids: readonly number[]): Promise<void>;
  removeTrialRules(tabId: number): Promise<void>;
  /** Those whose owner is gone: all probes' (none outlives the background), and trials' of other tabs than these. */
  removeLeftovers(tabsWithTrial: ReadonlySet<number>): Promise<void>;
}

export function sessionRules(net: Net, queue: Queue): Rules {
  const add = (rules: readonly NewRule[], from: number): Promise<readonly number[]> =>
    queue(async () => {
      const taken = new Set((await net.getSessionRules()).map(({ id }) => id));
      const ids: number[] = [];
      for (let id = from; ids.length < rules.length; id++) if (!taken.has(id)) ids.push(id);
      await net.updateSessionRules({
        addRules: rules.map((rule, index) => ({ ...rule, id: ids[index] ?? from })),
      });
      return ids;
    });

  const removeWhere = (isGone: (rule: Rule) => boolean): Promise<void> =>
    queue(async () => {
      const removeRuleIds = (await net.getSessionRules()).filter(isGone).map(({ id }) => id);
      if (removeRuleIds.length > 0) await net.updateSessionRules({ removeRuleIds });
    });

  return {
    addProbeRule: async (rule) => {
      const [id] = await add([rule], 1);
      if (id === undefined) throw new Error('the rule has no number');
      return id;
    },
    addTrialRules: async (rules) => void (await add(rules, firstTrialRule)),
    remove: (ids) => queue(() => net.updateSessionRules({ removeRuleIds: [...ids] })),
    removeTrialRules: (tabId) => removeWhere((rule) => isTrialRule(rule) && tabOf(rule) === tabId),
    removeLeftovers: (tabs) => removeWhere((rule) => !isTrialRule(rule) || !tabs.has(tabOf(rule) ?? -1)),
  };
}

function isTrialRule({ id }: Rule): boolean {
  return id >= firstTrialRule;
}

function tabOf({ condition }: Rule): number | undefined {
  return condition.tabIds?.[0];
}
