import { createContext } from 'preact';
import type { TrialStore } from '../../store/trial/types';

/** The trial's results, for the rows of the table. */
export const TrialContext = createContext<Pick<TrialStore, 'triedCall' | 'triedEndpoint'> | null>(null);
