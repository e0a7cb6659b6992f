/*
 * Runs before the relay, while a trial is in force in some tab of the browser. Being there is its message: without it, what a
 * storage holds is left over from a trial that is over.
 */
(globalThis as { crosslinkTrialInForce?: true }).crosslinkTrialInForce = true;
