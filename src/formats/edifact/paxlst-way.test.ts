import { describe, expect, test } from 'vitest';
import { encodeUtf8, type Finding, instant } from '#kernel';
import { type PaxlstLeg, readInterchange } from './index.ts';

const receivedAt = instant(Date.parse('2026-11-24T08:00Z'));
const told = (findings: readonly Finding[]) =>
  findings.filter(({ code }) => code < 'EDI-06').map(({ code, at }) => [code, at?.segment, at?.element, at?.component]);

/** Reads a list that has these segments between its BGM and its UNT. */
function flown(...segments: readonly string[]) {
  const body = ['UNH+1+PAXLST:D:05B:UN:IATA', 'BGM+745', ...segments, `UNT+${segments.length + 3}+1`].join("'");
  const bytes = encodeUtf8(`UNB+UNOC:4+A+B+261124:0800+1'${body}'UNZ+1+1'`);
  const [message] = readInterchange(bytes, { receivedAt, tolerance: 'strict' }).messages;
  if (message === undefined || !('people' in message.data)) throw new Error('no list');
  const { legs, people } = message.data;
  const kept = message.unrecognised.map(({ text }) => text);
  return { legs, people, findings: told(message.findings), all: message.findings, kept };
}

const [tdt, cdg, yul] = ['TDT+20+AC123', 'LOC+125+CDG', 'LOC+87+YUL'];
const whole = [tdt, cdg, 'DTM+189:2611241200:201', yul, 'DTM+232:2611242000:201'];
const cdgYul = {
  stage: 'main',
  carrier: 'AC',
  carrierStated: false,
  conveyance: 'AC123',
  departurePlace: 'CDG',
  arrivalPlace: 'YUL',
  departureTime: '2026-11-24T12:00',
  arrivalTime: '2026-11-24T20:00',
  departureQualifier: '125',
  arrivalQualifier: '87',
};

test('a leg with its times, and one without', () => {
  expect(flown(...whole)).toMatchObject({ legs: [cdgYul], findings: [], kept: [] });
  const { departureTime: _departure, arrivalTime: _arrival, ...bare } = cdgYul;
  expect(flown(tdt, cdg, yul).legs).toEqual([bare]);
});

describe('the carrier', () => {
  test.each([
    ['AC123', 'AC'],
    ['9W123', '9W'],
    ['U21', 'U2'],
    ['BAW1234A', 'BAW'],
    ['XAC123', 'XAC'],
    ['12345', ''],
    ['AC', ''],
    ['AC12345', ''],
    ['ac123', ''],
    ['AC123AB', ''],
    ['1XAC123', ''],
    ['AC123 ', 'AC'],
  ])('of %s is %s', (identifier, carrier) => {
    const conveyance = identifier.trim();
    expect(flown(`TDT+20+${identifier}`, cdg, yul).legs[0]).toMatchObject({
      carrier,
      carrierStated: false,
      conveyance,
    });
  });

  test('is the one that is stated, with a note where the identifier does not begin with it', () => {
    const stated = flown('TDT+20+AC123+++AC', cdg, yul);
    expect(stated.findings).toEqual([]);
    expect(stated.legs[0]).toMatchObject({ carrier: 'AC', carrierStated: true });
    const other = flown('TDT+20+ZX877+++XZ', cdg, yul);
    expect(other.findings).toEqual([['EDI-0413', 3, 2, undefined]]);
    expect(other.all[0]?.parameters).toEqual({ conveyance: 'ZX877', carrier: 'XZ' });
    expect(other.legs[0]).toMatchObject({ carrier: 'XZ', carrierStated: true, conveyance: 'ZX877' });
  });
});

test('overflight, and a stage that is not known', () => {
  const { legs, findings, kept } = flown('TDT+34+AC1', 'LOC+92+CDG', 'LOC+92+YUL', 'TDT+77+AC2', cdg, 'LOC+130+YYZ');
  expect(legs.map(({ stage, conveyance }) => [stage, conveyance])).toEqual([
    ['overflight', 'AC1'],
    ['main', 'AC2'],
  ]);
  expect(findings[0]).toEqual(['EDI-0404', 6, 1, 1]);
  expect(kept).toEqual(['77']);
});

describe('a way of several places', () => {
  test('is a leg between each two', () => {
    const { legs } = flown(
      tdt,
      ...['LOC+92+FRA', 'DTM+189:2611240800:201'],
      ...[cdg, 'DTM+232:2611240900:201', 'DTM+189:2611241200:201'],
      ...[yul, 'DTM+232:2611242000:201'],
    );
    expect(legs).toEqual([
      {
        ...cdgYul,
        departurePlace: 'FRA',
        arrivalPlace: 'CDG',
        departureQualifier: '92',
        arrivalQualifier: '125',
        departureTime: '2026-11-24T08:00',
        arrivalTime: '2026-11-24T09:00',
      },
      cdgYul,
    ]);
  });

  const brief = (leg: PaxlstLeg) => [
    `${leg.departureQualifier} ${leg.departurePlace} ${leg.departureTime}`,
    `${leg.arrivalQualifier} ${leg.arrivalPlace} ${leg.arrivalTime}`,
  ];
  const [arrives, departs] = ['DTM+232:2611240900:201', 'DTM+189:2611241200:201'];
  test.each([
    [['LOC+92+CDG', arrives, cdg, departs]],
    [['LOC+92+CDG', arrives, departs, cdg]],
    [['LOC+92+CDG', cdg, arrives, departs]],
    [['LOC+92+CDG', departs, cdg, arrives]],
  ])('has one stop where a place is named twice in a row, whichever of the two has its times: %j', (stops) => {
    expect(flown(tdt, 'LOC+92+FRA', ...stops, yul).legs.map(brief)).toEqual([
      ['92 FRA undefined', '92 CDG 2026-11-24T09:00'],
      ['125 CDG 2026-11-24T12:00', '87 YUL undefined'],
    ]);
  });

  test('that comes back to where it left is a leg', () => {
    expect(flown(tdt, cdg, 'LOC+87+CDG').legs).toMatchObject([{ departurePlace: 'CDG', arrivalPlace: 'CDG' }]);
  });
});

describe('what is wrong', () => {
  test.each([
    [[tdt], 0],
    [[tdt, cdg], 0],
    [[tdt, 'LOC+125', yul], 1],
    [[tdt, cdg, 'LOC+87+'], 1],
  ])('%j lacks a place', (segments, legs) => {
    const reading = flown(...segments);
    expect(reading.legs).toHaveLength(legs);
    expect(reading.all[0]).toMatchObject({ code: 'EDI-0412', parameters: { conveyance: 'AC123' }, at: { message: 1 } });
  });

  test('each conveyance is judged by itself', () => {
    const { legs, findings } = flown(tdt, cdg, 'TDT+20+AC124', cdg, yul);
    expect(legs).toHaveLength(1);
    expect(findings).toEqual([['EDI-0412', undefined, undefined, undefined]]);
  });

  test.each([
    ['LOC+999+CDG', ['EDI-0404', 8, 1, 1], '999'],
    ['DTM+999:2611241200:201', ['EDI-0404', 8, 1, 1], '999'],
    ['DTM+189:2613241200:201', ['EDI-0405', 8, 1, 2], '2613241200'],
    ['DTM+232:2611242000:201', ['EDI-0403', 8, undefined, undefined], 'DTM+232:2611242000:201'],
    ['COM+1:TE', ['EDI-0403', 8, undefined, undefined], 'COM+1:TE'],
    ['RFF+TN:1', ['EDI-0403', 8, undefined, undefined], 'RFF+TN:1'],
  ])('%s after a leg is told and kept', (segment, finding, text) => {
    const { findings, kept, legs } = flown(...whole, segment);
    expect(findings[0]).toEqual(finding);
    expect(kept).toContain(text);
    expect(legs[0]).toEqual(cdgYul);
  });

  test.each([
    ['the departure from the last place', [tdt, cdg, yul, 'DTM+189:2611242200:201'], 6],
    ['the arrival at the first', [tdt, cdg, 'DTM+232:2611240900:201', yul], 5],
  ])('%s, which belongs to no leg', (_what, segments, number) => {
    for (const more of [[], ['TDT+20+AC2', 'LOC+92+FRA', cdg], ['NAD+FL+++SMITH:ANN']]) {
      const { findings, kept, legs } = flown(...segments, ...more);
      expect(findings.filter(([code]) => code === 'EDI-0403')).toEqual([['EDI-0403', number, undefined, undefined]]);
      expect(kept.filter((text) => text.startsWith('DTM'))).toEqual([segments[number - 3]]);
      expect(legs.map(({ conveyance }) => conveyance)).toEqual(more[0] === 'TDT+20+AC2' ? ['AC123', 'AC2'] : ['AC123']);
    }
  });

  test('a time before the first place, or after something that is no leg', () => {
    const time = 'DTM+189:2611241200:201';
    expect(flown(tdt, time, cdg, yul).findings).toEqual([['EDI-0403', 4, undefined, undefined]]);
    expect(flown(...whole, 'NAD+XX', time).findings).toEqual([
      ['EDI-0404', 8, 1, 1],
      ['EDI-0414', 8, 1, 1],
      ['EDI-0403', 9, undefined, undefined],
    ]);
  });
});

test('a time takes the century that the profile says', () => {
  expect(flown(tdt, cdg, 'DTM+189:7611251200:201', yul).legs[0]?.departureTime).toBe('1976-11-25T12:00');
  expect(flown(tdt, cdg, 'DTM+189: 7611241200 :201', yul).legs[0]?.departureTime).toBe('2076-11-24T12:00');
});

test('a leg after a person takes what follows it', () => {
  const { legs, people } = flown(...whole, 'NAD+FL+++MORA', 'TDT+20+AC9', cdg, yul, 'DTM+232:2611242300:201');
  expect(legs[1]).toMatchObject({ conveyance: 'AC9', arrivalTime: '2026-11-24T23:00' });
  expect(people).toHaveLength(1);
});
