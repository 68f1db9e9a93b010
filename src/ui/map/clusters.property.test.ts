import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clustersOf, type Placeable } from './clusters.ts';
import { drawnAt, mapSize, outlines } from './ground.ts';

const thing: fc.Arbitrary<Placeable> = fc.record({
  key: fc.uuid(),
  x: fc.integer({ min: 0, max: 120 }),
  y: fc.integer({ min: 0, max: 120 }),
  count: fc.nat(500),
  kind: fc.constantFrom('clear', 'review', 'pending'),
  pressing: fc.boolean(),
});
const away = (one: Placeable, other: Placeable): number => Math.hypot(one.x - other.x, one.y - other.y);

describe('clusters', () => {
  test('hold everything once, count it all, and stand apart from each other', () => {
    fc.assert(
      fc.property(fc.array(thing, { maxLength: 40 }), fc.integer({ min: 1, max: 40 }), (things, reach) => {
        const clusters = clustersOf(things, reach);
        expect(new Set(clusters.flatMap(({ members }) => members))).toEqual(new Set(things));
        expect(clusters.flatMap(({ members }) => members)).toHaveLength(things.length);
        const sum = (all: readonly { readonly count: number }[]): number =>
          all.reduce((total, { count }) => total + count, 0);
        expect(sum(clusters)).toBe(sum(things));
        for (const [at, one] of clusters.entries()) {
          expect(one.members[0]).toBe(one.first);
          expect(one.count).toBe(sum(one.members));
          for (const member of one.members) expect(member === one.first || away(member, one.first) < reach).toBe(true);
          for (const other of clusters.slice(at + 1))
            expect(away(one.first, other.first)).toBeGreaterThanOrEqual(reach);
        }
      }),
    );
  });
  test('the first given leads its cluster: what presses is not hidden under what does not', () => {
    const one: Placeable = { key: 'a', x: 10, y: 10, count: 1, kind: 'review', pressing: true };
    const other: Placeable = { key: 'b', x: 14, y: 10, count: 900, kind: 'clear', pressing: false };
    expect(clustersOf([one, other], 8)).toEqual([{ first: one, members: [one, other], count: 901 }]);
    expect(clustersOf([one, other], 4)).toHaveLength(2);
  });
});

describe('the ground', () => {
  test('is three countries, each drawn', () => {
    const ground = outlines();
    expect(ground.map(({ country }) => country).sort()).toEqual(['CA', 'MX', 'US']);
    for (const { path } of ground) expect(path).toMatch(/^M[\d.]+,[\d.]+/);
  });
  test.each([
    ['Anchorage', 61.2, -149.9],
    ['Honolulu', 21.3, -157.9],
    ['St. John’s', 47.6, -52.7],
    ['Mérida', 21, -89.6],
    ['Tapachula', 14.9, -92.3],
    ['Resolute', 74.7, -94.8],
  ])('%s lies on it', (_, latitude, longitude) => {
    const [x = -1, y = -1] = drawnAt({ latitude, longitude }) ?? [];
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(mapSize.width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(mapSize.height);
  });
  test('west is left and north is up, and what lies beyond is not drawn', () => {
    const at = (latitude: number, longitude: number): readonly [number, number] =>
      drawnAt({ latitude, longitude }) ?? [-1, -1];
    expect(at(49, -123)[0]).toBeLessThan(at(43, -79)[0]);
    expect(at(62, -114)[1]).toBeLessThan(at(19, -99)[1]);
    expect(drawnAt({ latitude: 48.9, longitude: 2.4 })).toBeUndefined();
    expect(drawnAt({ latitude: -33, longitude: 151 })).toBeUndefined();
  });
  test('areas compare: a square of a degree near Toronto is as large as it is on the globe beside one near Tapachula', () => {
    const area = (latitude: number, longitude: number): number => {
      const corner = (up: number, right: number) =>
        drawnAt({ latitude: latitude + up, longitude: longitude + right }) ?? [0, 0];
      const [a, b, c, d] = [corner(0, 0), corner(0, 1), corner(1, 1), corner(1, 0)];
      const cross = (one: readonly [number, number], other: readonly [number, number]): number =>
        one[0] * other[1] - other[0] * one[1];
      return Math.abs(cross(a, b) + cross(b, c) + cross(c, d) + cross(d, a)) / 2;
    };
    const degree = (latitude: number): number =>
      Math.sin(((latitude + 1) * Math.PI) / 180) - Math.sin((latitude * Math.PI) / 180);
    expect(area(43, -80) / area(15, -92)).toBeCloseTo(degree(43) / degree(15), 1);
  });
});
