import { type EdifactData, readInterchange } from '#formats/edifact';
import { countryCode, type Finding, hasError, invariant, type Message, type Terminal, type VerbRun } from '#kernel';
import type { PassengerList } from '../record.ts';
import { isCarriers, listOf } from '../understand.ts';

/** No country speaks here: what a message says does not depend on who reads it. */
const nobody = countryCode('ZZ');

/**
 * `tripoint decode paxlst FILE`: per message what it says and what is wrong with it as a message. What a country makes
 * of it is another question (`tripoint assess`).
 */
export const run: VerbRun = async (args, terminal) => {
  const flags = new Set(args.filter((word) => word.startsWith('--')));
  const files = args.filter((word) => !word.startsWith('--'));
  const strange = [...flags].some((flag) => flag !== '--lenient' && flag !== '--whole');
  if (files.length === 0 || strange) return 2;
  let wrong = false;
  for (const file of files) {
    const bytes = await terminal.readFile(file);
    const tolerance = flags.has('--lenient') ? 'lenient' : 'strict';
    const reading = readInterchange(bytes, { receivedAt: terminal.now(), tolerance });
    for (const finding of reading.findings) terminal.complain(finding);
    for (const message of reading.messages) tell(message, terminal, flags.has('--whole'));
    wrong ||= hasError(reading.findings) || reading.messages.some((message) => hasError(message.findings));
  }
  return wrong ? 1 : 0;
};

function tell(message: Message<EdifactData>, terminal: Terminal, whole: boolean): void {
  const list = recordOf(message.data, terminal);
  const findings = message.findings.map((finding) => findingLine(finding, terminal));
  if (terminal.json) terminal.out(JSON.stringify(objectOf(message, list, { findings, whole })));
  else for (const line of linesOf(message, list, findings)) terminal.out(line);
}

type FindingLine = ReturnType<typeof findingLine>;

const objectOf = (
  { reference, data, unrecognised }: Message<EdifactData>,
  list: PassengerList | undefined,
  { findings, whole }: { readonly findings: readonly FindingLine[]; readonly whole: boolean },
) => ({
  message: reference,
  profile: data.envelope?.authority ?? 'generic',
  journey: list?.journey ?? {},
  travellers: list?.travellers ?? [],
  findings,
  unrecognised,
  ...(whole ? { model: data } : {}),
});

const linesOf = (
  { reference, kind, unrecognised }: Message<EdifactData>,
  list: PassengerList | undefined,
  findings: readonly FindingLine[],
): readonly string[] => [
  `${reference}  ${kind}  ${journeyLine(list)}`,
  ...(list?.travellers ?? []).map((traveller) => `  ${travellerLine(traveller)}`),
  ...findings.map(({ code, severity, segment, text }) => `  ! ${code} ${severity} ${segment ?? ''} ${text}`),
  ...unrecognised.map(({ text }) => `  ? ${text}`),
];

function recordOf(data: EdifactData, terminal: Terminal): PassengerList | undefined {
  invariant(nobody !== undefined, 'ZZ is a country code that ISO 3166 leaves to users');
  return isCarriers(data)
    ? listOf(data, { receivedAt: terminal.now(), country: nobody, tolerance: 'lenient' })
    : undefined;
}

const findingLine = (finding: Finding, terminal: Terminal) => ({
  code: finding.code,
  severity: finding.severity,
  segment: finding.at?.segment,
  element: finding.at?.element,
  text: terminal.textOf(finding),
});

const journeyLine = (list: PassengerList | undefined): string => {
  const legs = list?.journey.legs ?? [];
  const [first] = legs;
  const places = [first?.from.code, ...legs.map((leg) => leg.to.code)];
  return first === undefined ? '' : `${first.conveyance} ${first.departure?.local ?? ''} ${places.join('-')}`;
};

const travellerLine = ({
  role,
  family,
  given,
  dateOfBirth,
  nationality,
  documents,
}: PassengerList['travellers'][number]) =>
  [
    role,
    `${family}${given === undefined ? '' : `, ${given}`}`,
    dateOfBirth,
    nationality,
    ...documents.map((one) => `${one.type} ${one.number}`),
  ]
    .filter((word) => word !== undefined)
    .join('  ');
