/** Where the build puts the scripts that the background registers for pages; each is one classic script. */
export const contentScriptFiles = {
  trialInForce: 'content/trial-in-force.js',
  relay: 'content/relay.js',
  hook: 'page/hook.js',
} as const;
