import { defineFindings } from '#kernel';

const ofList = (severity: 'error' | 'warning' | 'note', ...parameters: readonly string[]) => ({
  origin: 'sender' as const,
  severity,
  parameters,
});

/** What can be wrong with a published or kept list. Texts: `src/locales/<language>/lists.json`. */
export const listsFindings = defineFindings({
  'LST-0101': ofList('error', 'columns', 'expected'),
  'LST-0102': ofList('error'),
  'LST-0103': ofList('error', 'entry'),
  'LST-0104': ofList('warning', 'entry', 'text'),
  'LST-0105': ofList('note', 'entry', 'text'),
  'LST-0106': ofList('warning', 'entry'),
  'LST-0107': ofList('error', 'entry', 'text'),
  'LST-0108': ofList('error'),
  'LST-0109': ofList('error'),
  'LST-0110': ofList('warning', 'entry'),
  'LST-0111': ofList('error', 'member', 'expected'),
  'LST-0112': ofList('error'),
  'LST-0113': ofList('error'),
  'LST-0114': ofList('warning', 'column'),
  'LST-0115': ofList('note', 'entry', 'text'),
  'LST-0116': ofList('warning', 'entry', 'text'),
  'LST-0117': ofList('note', 'schema', 'count'),
});
