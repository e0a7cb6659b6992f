import * as v from 'valibot';

/** Checks what a panel has remembered with the recorder, or gets back from it. */
export const panelView = v.strictObject({
  filter: v.string(),
  invert: v.boolean(),
  grouped: v.boolean(),
  sort: v.strictObject({
    column: v.picklist([
      'started',
      'method',
      'url',
      'host',
      'today',
      'cookies',
      'header',
      'preflight',
      'tier',
      'status',
      'count',
    ]),
    direction: v.picklist(['ascending', 'descending']),
  }),
  /** Keys of open endpoints. */
  expanded: v.array(v.string()),
  /** Key of the selected row. */
  selected: v.nullable(v.string()),
  detailOpen: v.boolean(),
});

/**
 * What the user has set in the table. It is kept beside the log, so that a panel that is built anew, as Firefox does when
 * devtools are docked elsewhere, looks as the one before.
 */
export type PanelView = v.InferOutput<typeof panelView>;
