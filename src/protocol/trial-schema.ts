import * as v from 'valibot';
import { isTrial, type Trial } from './trial';

/** For messages that carry one. */
export const trialSchema = v.custom<Trial>(isTrial);
