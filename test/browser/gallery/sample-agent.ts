import type { AgentProfile } from '../../../src/core';
import { currentAgentProfile } from '../../../src/core/agent/current-agent';

const pattern = '^https://(?:api|cdn-api)\\.shop\\.test/|partner\\.test/v\\d+/';

/** A classic agent as many pages have it: one warning, nothing wrong otherwise. */
export const sampleAgent: AgentProfile = {
  ...currentAgentProfile(pattern),
  kind: 'classic',
  version: { raw: '10337260504112723', label: '1.337', minor: 337 },
  application: 'ea7c4b59f27d43eb',
  environment: 'abc12345',
  injection: 'oneagent-javascript-tag',
  automatic: true,
  scriptUrl: 'https://app.shop.test/ruxitagentjs_ICA27NVfghjqrux_10337260504112723.js',
  configSource: 'live',
  modules: 'ICA27NVfghjqrux',
  modulesStarted: true,
  cookieDomain: 'shop.test',
  warnings: [
    {
      code: 'config-from-storage',
      text: 'A newer configuration in local storage replaces that of the tag as a whole.',
    },
    {
      code: 'regex-mangled',
      text: 'The second alternative of the pattern begins with ^s, which the escape scheme turns into another character.',
    },
  ],
};
