import { defineFindings } from '#kernel';

const sender = { origin: 'sender' } as const;

/** What can be wrong with a passenger or crew list beyond its syntax, which is the codec's. */
export const travelFindings = defineFindings({
  'TRV-0101': { ...sender, severity: 'error', parameters: ['recipient'] },
  'TRV-0102': { ...sender, severity: 'error' },
  'TRV-0103': { ...sender, severity: 'error', parameters: ['count', 'limit'] },
  'TRV-0104': { ...sender, severity: 'error', parameters: ['kind'] },
  'TRV-0105': { ...sender, severity: 'error', parameters: ['subject'] },
  'TRV-0106': { ...sender, severity: 'error' },
  'TRV-0201': { ...sender, severity: 'warning', parameters: ['place'] },
  'TRV-0202': { ...sender, severity: 'warning', parameters: ['subject', 'expiry'] },
  'TRV-0203': { ...sender, severity: 'warning', parameters: ['subject', 'date'] },
  'TRV-0204': { ...sender, severity: 'warning', parameters: ['subject', 'missing'] },
  'TRV-0205': { ...sender, severity: 'warning', parameters: ['subject'] },
  'TRV-0206': { ...sender, severity: 'warning', parameters: ['country', 'minutes'] },
  'TRV-0207': { ...sender, severity: 'warning', parameters: ['departure', 'arrival'] },
  'TRV-0209': { ...sender, severity: 'warning', parameters: ['recipient'] },
  'TRV-0210': { ...sender, severity: 'warning' },
  'TRV-0301': { ...sender, severity: 'warning', parameters: ['subject', 'transaction'] },
  'TRV-0302': { ...sender, severity: 'warning', parameters: ['subject'] },
  'TRV-0303': { ...sender, severity: 'error', parameters: ['subject'] },
  'TRV-0304': { ...sender, severity: 'warning', parameters: ['subject'] },
  'TRV-0305': { ...sender, severity: 'warning', parameters: ['subject'] },
  'TRV-0306': { ...sender, severity: 'warning', parameters: ['transaction'] },
  'TRV-0307': { ...sender, severity: 'warning' },
  'TRV-0402': { ...sender, severity: 'error', parameters: ['port'] },
  'TRV-0403': { ...sender, severity: 'error', status: 404, parameters: ['journey'] },
  'TRV-0404': { ...sender, severity: 'error', status: 404, parameters: ['subject'] },
  'TRV-0405': { ...sender, severity: 'error', status: 404, parameters: ['country'] },
  'TRV-0406': { ...sender, severity: 'error', status: 404, parameters: ['name'] },
  'TRV-0407': { ...sender, severity: 'error', status: 403 },
  'TRV-0501': { ...sender, severity: 'error', parameters: ['path', 'problem'] },
});

export type TravelFinding = Parameters<typeof travelFindings.find>[0];
