import { defineFindings } from '#kernel';

/** What can go wrong at the command line. Texts: src/locales/<language>/cli.json. */
export const cliFindings = defineFindings({
  'CLI-0101': { origin: 'sender', severity: 'error', parameters: ['name'] },
  'CLI-0102': { origin: 'sender', severity: 'error', parameters: ['command', 'option'] },
  'CLI-0103': { origin: 'sender', severity: 'error', parameters: ['command', 'what'] },
  'CLI-0104': { origin: 'sender', severity: 'error', parameters: ['option'] },
  'CLI-0105': { origin: 'sender', severity: 'error', parameters: ['path', 'problem'] },
  'CLI-0106': { origin: 'sender', severity: 'error', parameters: ['name', 'known'] },
  'CLI-0107': { origin: 'sender', severity: 'error', parameters: ['option', 'value', 'known'] },
  'CLI-0108': { origin: 'sender', severity: 'error', parameters: ['path', 'problem'] },
  'CLI-0109': { origin: 'sender', severity: 'error', parameters: ['usage'] },
  'CLI-0110': { origin: 'sender', severity: 'warning', parameters: ['option'] },
  'CLI-0201': { origin: 'node', severity: 'error', parameters: ['address', 'problem'] },
  'CLI-0202': { origin: 'node', severity: 'error', parameters: ['address', 'code', 'problem'] },
  'CLI-0203': { origin: 'operator', severity: 'note', parameters: ['port', 'used'] },
  'CLI-0301': { origin: 'operator', severity: 'error', parameters: ['found', 'needed'] },
  'CLI-0302': { origin: 'operator', severity: 'error', parameters: ['language'] },
  'CLI-0303': { origin: 'operator', severity: 'error', parameters: ['path', 'problem'] },
  'CLI-0305': { origin: 'operator', severity: 'error', parameters: ['browsers'] },
  'CLI-0306': { origin: 'operator', severity: 'error', parameters: ['browser', 'path'] },
  'CLI-0304': { origin: 'operator', severity: 'warning', parameters: ['milliseconds'] },
});
