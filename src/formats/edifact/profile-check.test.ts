import { describe, expect, test } from 'vitest';
import { encodeUtf8, type Finding } from '#kernel';
import { InterchangeReader } from './interchange-reader.ts';
import type { OccurrenceRow, PaxlstProfile, ProfileGroup, ProfileRow, ValueRow } from './profile.ts';
import { profiles } from './profile.ts';
import { checkProfile } from './profile-check.ts';

/** A list as groups of segments, in order. */
type Group = readonly [ProfileGroup, readonly string[]];

const first = ['UNH+1+PAXLST:D:05B:UN:IATA', 'BGM+745', 'RFF+TN:T1'];
const contact: Group = ['contact', ['NAD+MS+++DOE', 'COM+1:TE']];
const leg: Group = ['leg', ['TDT+20+AC1', 'LOC+125+CDG', 'DTM+189:2611241200:201', 'LOC+87+YUL']];
const person: Group = [
  'person',
  [
    ...['NAD+FL+++MORA:LUIS', 'ATT+2++F', 'DTM+329:740812', 'GEI+4+173', 'LOC+22+YUL', 'LOC+174+CAN'],
    ...['NAT+2+CAN', 'RFF+AVF:PNR1', 'RFF+ABO:7'],
  ],
];
/** China wants its own list of document types, the others that of IATA. */
const documentFor = ({ profile }: PaxlstProfile): Group => [
  'document',
  [`DOC+P:110:${profile === 'cn' ? 'ZZZ' : '111'}+X1`, 'DTM+36:301231', 'LOC+91+CAN'],
];
const trailer: Group = ['trailer', ['CNT+42:1', 'UNT+9+1']];

/** A list that this authority has nothing against. */
const soundFor = (profile: PaxlstProfile): readonly Group[] => [
  ['header', first],
  contact,
  leg,
  person,
  documentFor(profile),
  trailer,
];

/** What each profile says to a list. */
function answersTo(groups: readonly Group[], asked: readonly PaxlstProfile[]): readonly (readonly Finding[])[] {
  const segments = groups.flatMap(([, texts]) => texts);
  const reader = new InterchangeReader({ tolerance: 'lenient' });
  const bytes = encodeUtf8(`UNB+UNOC:4+A+B+261124:0800+1'${segments.join("'")}'UNZ+1+1'`);
  for (const message of reader.push(bytes))
    return asked.map((one) => checkProfile(message, one, { tolerance: 'strict' }));
  throw new Error('no message');
}

const tagOf = (segment: string): string => segment.slice(0, 3);
const isOf = (segment: string, row: OccurrenceRow | ValueRow): boolean =>
  tagOf(segment) === row.tag && (row.qualifier === undefined || segment.slice(4).split(/[+:]/)[0] === row.qualifier);

/** The groups with the segments of one of them changed; all groups stand for the whole message. */
const changed = (
  groups: readonly Group[],
  of: ProfileGroup,
  change: (segments: readonly string[]) => readonly string[],
) => groups.map(([name, segments]): Group => [name, name === of || of === 'message' ? change(segments) : segments]);

/** Groups that open with the segment, each of which counts once. */
function withMoreGroups(groups: readonly Group[], row: OccurrenceRow): readonly Group[] {
  const at = groups.findIndex(([, [opens = '']]) => isOf(opens, row));
  const one = groups[at];
  return one === undefined
    ? []
    : [...groups.slice(0, at), ...Array.from({ length: row.most + 1 }, () => one), ...groups.slice(at + 1)];
}

/** Lists with too few and with too many of what an occurrence row counts. */
function aboutOccurrence(row: OccurrenceRow, sound: readonly Group[]): readonly (readonly Group[])[] {
  const isGroup = row.tag !== 'CNT' && sound.some(([, [opens = '']]) => isOf(opens, row));
  const few = isGroup
    ? sound.filter(([, [opens = '']]) => !isOf(opens, row))
    : changed(sound, row.group, (segments) => segments.filter((segment) => !isOf(segment, row)));
  const stated = sound.flatMap(([, segments]) => segments).find((segment) => isOf(segment, row));
  const segment = stated ?? `${row.tag}+${row.qualifier ?? '1'}`;
  const [host] = row.group === 'message' ? (['trailer'] as const) : [row.group];
  const many = changed(sound, host, ([opens = '', ...others]) => [
    opens,
    ...Array.from({ length: row.most + 1 }, () => segment),
    ...others.filter((other) => !isOf(other, row)),
  ]);
  return [...(row.least > 0 ? [few] : []), isGroup ? withMoreGroups(sound, row) : many];
}

/** A list with a code or a date that a value row does not know. */
function aboutValue(row: ValueRow, sound: readonly Group[], value: string): readonly Group[] {
  return changed(sound, row.group, (segments) =>
    segments.map((segment) => {
      if (!isOf(segment, row)) return segment;
      const elements = segment.split('+');
      const components = (elements[row.element] ?? '').split(':');
      components[row.component - 1] = value;
      elements[row.element] = Array.from(components, (component) => component ?? '').join(':');
      return Array.from(elements, (element) => element ?? '').join('+');
    }),
  );
}

const said = (findings: readonly Finding[], row: ProfileRow): readonly Finding[] =>
  findings.filter(({ parameters }) => parameters['row'] === row.row);
const place = ({ code, at }: Finding): string => `${code} ${at?.segment} ${at?.element}`;

/** True when one of the other profiles does not say at that place what this one says of the row. */
function anotherDiffers(groups: readonly Group[], profile: PaxlstProfile, row: ProfileRow): boolean {
  const others = profiles.filter((other) => other !== profile);
  const [own = [], ...answers] = answersTo(groups, [profile, ...others]);
  const places = said(own, row).map(place);
  return places.length > 0 && answers.some((answer) => !answer.map(place).includes(places[0] ?? ''));
}

describe.each(profiles)('the profile $profile', (profile) => {
  const sound = soundFor(profile);

  test('has nothing against a list as it wants it', () => {
    expect(answersTo(sound, [profile])).toEqual([[]]);
  });

  test.each(profile.occurrences)('row $row: too few or too many, and another profile says otherwise', (row) => {
    const lists = aboutOccurrence(row, sound);
    const tag = row.qualifier === undefined ? row.tag : `${row.tag}+${row.qualifier}`;
    for (const list of lists) {
      expect(said(answersTo(list, [profile])[0] ?? [], row)).toMatchObject([{ parameters: { tag } }]);
    }
    expect(lists.some((list) => anotherDiffers(list, profile, row))).toBe(true);
  });

  test.each(profile.values)('row $row: a value it does not know, and another profile says otherwise', (row) => {
    const list = aboutValue(row, sound, 'ZZ9');
    const [finding] = said(answersTo(list, [profile])[0] ?? [], row);
    expect(finding).toMatchObject({
      code: row.format === undefined ? 'EDI-0604' : 'EDI-0605',
      severity: 'warning',
      parameters: { profile: profile.profile, row: row.row, tag: row.tag, value: 'ZZ9' },
      at: { message: 1, tag: row.tag, element: row.element, component: row.component },
    });
    expect(anotherDiffers(list, profile, row)).toBe(true);
    for (const code of row.codes ?? ['261124']) {
      expect(said(answersTo(aboutValue(row, sound, code), [profile])[0] ?? [], row)).toEqual([]);
    }
  });

  test.each(profile.allowed)('row $row: a segment that one profile takes and another refuses', (row) => {
    const refuses = (one: PaxlstProfile, tag: string): boolean =>
      one.allowed.some(({ group, tags }) => group === row.group && !tags.includes(tag));
    const taken = profiles.flatMap((one) => one.allowed.filter(({ group }) => group === row.group));
    const tags = new Set([...taken.flatMap((one) => one.tags), 'QTY']);
    const pairs = profiles.flatMap((other) =>
      [...tags].filter((tag) => refuses(other, tag) !== refuses(profile, tag)).map((tag) => ({ other, tag })),
    );
    const [pair] = pairs;
    if (pair === undefined) throw new Error('every profile allows the same');
    const list = changed(sound, row.group, (segments) => segments.toSpliced(1, 0, `${pair.tag}+1`));
    const refused = answersTo(list, [profile, pair.other]).map((answer) =>
      answer.filter(({ code, at }) => code === 'EDI-0601' && at?.tag === pair.tag),
    );
    expect(refused.map((findings) => findings.length)).toEqual(refuses(profile, pair.tag) ? [1, 0] : [0, 1]);
  });

  test.each(profile.allowed)('row $row refuses what it does not name', (row) => {
    const list = changed(sound, row.group, (segments) => segments.toSpliced(1, 0, 'XYZ+1'));
    expect(said(answersTo(list, [profile])[0] ?? [], row)).toMatchObject([
      { code: 'EDI-0601', parameters: { profile: profile.profile, tag: 'XYZ' }, at: { message: 1, tag: 'XYZ' } },
    ]);
  });
});

const [us, ca, mx] = ['us', 'ca', 'mx'].map((name) => profiles.find(({ profile }) => profile === name));

describe('what a row counts in', () => {
  const answer = (profile: PaxlstProfile | undefined, ...groups: readonly Group[]) =>
    (profile === undefined ? [] : (answersTo(groups, [profile])[0] ?? [])).map(({ code, parameters, at }) => [
      code,
      parameters['row'],
      at?.segment,
      at?.tag,
    ]);
  const header: Group = ['header', first];
  const passport: Group = ['document', ['DOC+P:110:111+X1', 'DTM+36:301231', 'LOC+91+CAN']];

  test('each person and each document counts for itself', () => {
    expect(answer(us, header, contact, leg, person, passport, passport, person, passport, trailer)).toEqual([]);
    const third = answer(us, header, contact, leg, person, passport, passport, passport, person, passport, trailer);
    expect(third).toEqual([['EDI-0602', 'us-documents', 25, 'DOC']]);
  });

  test('what is missing is told at the segment that opens its group, and a row is told once', () => {
    const [name, [nad = '', ...rest]] = person;
    const noSex: Group = [name, [nad, ...rest.filter((segment) => !segment.startsWith('ATT'))]];
    const noIssuer: Group = ['document', passport[1].slice(0, 2)];
    expect(answer(ca, header, contact, leg, person, noIssuer, noSex, noIssuer, passport, trailer)).toEqual([
      ['EDI-0603', 'ca-issuer', 19, 'DOC'],
      ['EDI-0603', 'ca-issuer', 29, 'DOC'],
      ['EDI-0603', 'ca-sex', 21, 'NAD'],
    ]);
    const twice: Group = [name, [nad, 'ATT+2++F', 'ATT+2++F', 'ATT+2++F', ...rest.slice(1)]];
    expect(answer(ca, header, contact, leg, twice, passport, trailer)).toEqual([['EDI-0602', 'ca-sex', 12, 'ATT']]);
  });

  test('what the whole message lacks is told at its first segment', () => {
    expect(answer(us, header, leg, person, passport, ['trailer', ['UNT+9+1']])).toEqual([
      ['EDI-0603', 'us-contact', 1, 'UNH'],
      ['EDI-0603', 'us-total', 1, 'UNH'],
    ]);
  });

  test('a message that names people without their data lacks none of it; a contact it lacks', () => {
    const name: Group = ['person', ['NAD+FL+++MORA', 'RFF+ABO:7']];
    const closing: Group = ['header', ['UNH+1+PAXLST:D:05B:UN:IATA', 'BGM+745+CLOB', 'RFF+TN:T1']];
    expect(answer(ca, closing, contact, leg, name, trailer)).toEqual([]);
    expect(answer(ca, closing, leg, name, trailer)).toEqual([['EDI-0603', 'ca-contact', 1, 'UNH']]);
    expect(answer(ca, header, contact, leg, name, trailer).map(([, row]) => row)).toEqual([
      'ca-sex',
      'ca-birth',
      'ca-nationality',
    ]);
    const odd: Group = ['document', ['DOC+Q:110:111+X1']];
    expect(answer(mx, closing, contact, leg, name, trailer).map(([, row]) => row)).toEqual([]);
    expect(answer(ca, closing, contact, leg, name, odd, trailer)).toEqual([
      ['EDI-0604', 'ca-document-type', 12, 'DOC'],
    ]);
  });

  test('a document without a person, a person after the trailer, a second trailer', () => {
    expect(answer(ca, header, contact, ['leg', [...leg[1], 'DOC+P+X1']], person, passport, trailer)).toEqual([]);
    const late: Group = ['trailer', ['CNT+42:1', ...person[1].slice(0, 1), 'CNT+42:1', 'UNT+9+1']];
    expect(answer(ca, header, contact, leg, person, passport, late).map(([, row, segment]) => [row, segment])).toEqual([
      ['ca-sex', 23],
      ['ca-birth', 23],
      ['ca-nationality', 23],
      ['ca-reference', 23],
    ]);
  });

  test('a party that is no person is a contact', () => {
    const other: Group = ['contact', ['NAD+XX+++DOE', 'QTY+1']];
    expect(answer(ca, header, contact, other, leg, person, passport, trailer)).toEqual([
      ['EDI-0601', 'ca-allowed-contact', 7, 'QTY'],
    ]);
  });
});

test('a date of more or fewer than six digits is none', () => {
  const generic = profiles.find(({ profile }) => profile === 'generic');
  const row = generic?.values.find(({ format }) => format !== undefined);
  if (generic === undefined || row === undefined) throw new Error('no row');
  for (const value of ['19740812', '74081', 'x740812', '740812x', '']) {
    expect(said(answersTo(aboutValue(row, soundFor(generic), value), [generic])[0] ?? [], row)).toMatchObject([
      { code: 'EDI-0605', parameters: { value, format: 'YYMMDD' } },
    ]);
  }
});

describe('how it is told', () => {
  const eleven = [...Array.from({ length: 11 }, (): Group => person)];
  const list: readonly Group[] = [['header', first], contact, leg, ...eleven, trailer];
  const china = profiles.find(({ profile }) => profile === 'cn');

  test('more than ten passengers is an error to China, at the eleventh', () => {
    if (china === undefined) throw new Error('no profile');
    const [findings = []] = answersTo(list, [china]);
    const most = findings.filter(({ parameters }) => parameters['row'] === 'cn-passengers');
    expect(most).toMatchObject([
      {
        code: 'EDI-0602',
        severity: 'error',
        parameters: { tag: 'NAD+FL', most: 10 },
        at: { segment: 100, tag: 'NAD' },
      },
    ]);
    expect(most[0]?.at).not.toHaveProperty('element');
  });

  test('at the byte where it stands', () => {
    if (ca === undefined) throw new Error('no profile');
    const wrong: readonly Group[] = [['header', ['UNH+1+PAXLST:D:05B:UN:IATA', 'BGM+745+ZZ']], contact, leg, trailer];
    const [[finding] = []] = answersTo(wrong, [ca]);
    expect(finding).toMatchObject({ code: 'EDI-0604', at: { segment: 2, element: 2, component: 1, offset: 64 } });
  });

  test('not of a message that was given up, and no more than the limit', () => {
    if (china === undefined) throw new Error('no profile');
    const text = `UNB+UNOC:4+A+B+261124:0800+1'${list.flatMap(([, segments]) => segments).join("'")}'UNZ+1+1'`;
    const read = (messageSegments: number, findings: number) => {
      const limits = { messageSegments, findings };
      const reader = new InterchangeReader({ tolerance: 'lenient', limits });
      for (const message of reader.push(encodeUtf8(text))) {
        return checkProfile(message, china, { tolerance: 'lenient', limits }).map(({ code }) => code);
      }
      return undefined;
    };
    expect(read(10, 100)).toEqual([]);
    expect(read(1000, 2)).toEqual(['EDI-0603', 'EDI-0603', 'EDI-0126']);
  });
});
