import * as v from 'valibot';
import type { ReadonlySignal } from '@preact/signals';
import type { JudgeFor } from '../engines/types';
import type { ColumnId, SettingsStore } from '../types';
import { persisted, type SettingsStorage } from './persisted';

const columnIds = [
  'url',
  'today',
  'cookies',
  'header',
  'preflight',
  'tier',
  'status',
  'started',
] as const satisfies readonly ColumnId[];

/** CSS pixels */
const width = v.pipe(v.number(), v.minValue(20), v.maxValue(4000));
const columnWidths = v.object(v.entriesFromList(columnIds, v.exactOptional(width)));
const hiddenColumns = v.array(v.picklist(columnIds));

const judgeFor = v.picklist(['own', 'chromium', 'firefox', 'standard']);

const initialDetailWidth = 480;

export function createSettingsStore(
  storage: SettingsStorage,
  theme: ReadonlySignal<'light' | 'dark'>,
): SettingsStore {
  return {
    columnWidths: persisted<SettingsStore['columnWidths']['value']>(
      storage,
      'column-widths',
      columnWidths,
      {},
    ),
    hiddenColumns: persisted<readonly ColumnId[]>(storage, 'hidden-columns', hiddenColumns, []),
    detailWidth: persisted(storage, 'detail-width', width, initialDetailWidth),
    judgeFor: persisted<JudgeFor>(storage, 'judge-for', judgeFor, 'own'),
    theme,
  };
}
