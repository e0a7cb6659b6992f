import { booleanOf, decodeEscapes, regexOf, type Config } from './config';
import type { Finding } from './diagnostics';
import { absolute, isCrossOrigin } from './tagging';

/** The members of `dT_` that may be read without side effects. */
export interface AgentObject {
  readonly version: string;
  readonly di: 0;
  readonly initialized: boolean;
  readonly disabled: boolean;
  readonly scv: (key: string) => string;
  readonly bcv: (key: string) => boolean;
  readonly ncv: (key: string) => number | undefined;
  readonly cfgO: () => Config;
  readonly de: (text: string) => string;
  readonly icr: (url: string) => boolean;
  readonly tau: (url: string) => string;
  readonly sxbe: (url: string) => boolean;
  readonly gXBR: () => RegExp | undefined;
  readonly ism: (letter: string) => boolean;
  readonly iMod: () => string;
  readonly iAEPOO: () => boolean;
  readonly gdi: () => readonly Finding[];
}

export interface PublicApi {
  enable(): void;
  disable(): void;
}

declare global {
  interface Window {
    dT_?: AgentObject;
    dtrum?: PublicApi;
    DT_RUM?: { readonly version: string };
  }
}

export interface AgentState {
  readonly config: Config;
  readonly version: string;
  /** Modules that really started. */
  readonly modules: string;
  readonly isEnabled: () => boolean;
  readonly selfChecks: () => readonly Finding[];
}

const numberDefaults: Readonly<Record<string, number>> = { mhl: 4000, rvcl: 24, oat: 180_000 };

export function createAgentObject({
  config,
  version,
  modules,
  isEnabled,
  selfChecks,
}: AgentState): AgentObject {
  return {
    version,
    di: 0,
    initialized: true,
    disabled: false,
    scv: (key) => config[key] ?? '',
    bcv: (key) => booleanOf(config, key),
    ncv(key) {
      const value = Number.parseInt(config[key] ?? '', 10);
      return Number.isNaN(value) ? numberDefaults[key] : value;
    },
    cfgO: () => config,
    de: decodeEscapes,
    icr: isCrossOrigin,
    tau: (url) => absolute(url) ?? url,
    sxbe: (url) => regexOf(config, 'xb')?.test(absolute(url) ?? url) ?? false,
    gXBR: () => regexOf(config, 'xb') ?? undefined,
    ism: (letter) => (config['featureHash'] ?? '').includes(letter),
    iMod: () => modules,
    iAEPOO: isEnabled,
    gdi: selfChecks,
  };
}
