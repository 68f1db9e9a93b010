import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paramsOf } from './route.ts';

const part = fc.string({ minLength: 1 });

test('an address made of a pattern gives back what it was made of', () => {
  fc.assert(
    fc.property(part, part, (journey, subject) => {
      const path = `/travellers/${encodeURIComponent(journey)}/${encodeURIComponent(subject)}`;
      expect(paramsOf('/travellers/:journey/:subject', path)).toEqual({ journey, subject });
    }),
  );
});

test('no address, however broken, breaks the reading', () => {
  fc.assert(
    fc.property(fc.string(), (path) => {
      expect(() => paramsOf('/a/:b', path)).not.toThrow();
    }),
  );
});
