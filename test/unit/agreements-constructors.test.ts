import { expect, expectTypeOf, test } from 'vitest';
import {
  Answer,
  answer,
  Forwarding,
  type ForwardingHeader,
  forward,
  shippedDuties,
  shippedReasonClasses,
} from '#agreements';
import { type CountryCode, Decision, type Disposition, instant, type LodgementId } from '#kernel';

/** Every way that came to mind of having a Forwarding or an Answer without its check. The compiler refuses, or the program crashes. */
const made = forward(shippedDuties, {
  record: 'travel.passenger-list',
  part: {},
  from: 'CA' as CountryCode,
  to: 'US' as CountryCode,
  purpose: 'border-control',
  at: instant(Date.UTC(2026, 10, 24)),
  lodgement: '0123456789abcdef0123456789abcdef' as LodgementId,
  message: 0,
  reality: 'demonstration',
});
const forwarding = made.ok ? made.value : expect.unreachable();
const validity = { from: instant(0), until: instant(1) };
const decision = Decision.because('board' as Disposition, [{ code: 'X', class: 'other', row: 'r', facts: {} }], {
  table: 't',
  version: '1',
});
const literal = { header: forwarding.header, reference: forwarding.reference, part: {}, text: forwarding.text };
const word = { reference: 'x', from: 'US' as CountryCode, to: 'CA' as CountryCode, reality: 'live', text: '' } as const;

const takesForwarding = (_forwarding: Forwarding): void => {};
const takesAnswer = (_answer: Answer): void => {};

test('an object literal with every member is neither', () => {
  // @ts-expect-error private members are missing
  takesForwarding(literal);
  // @ts-expect-error private members are missing
  takesAnswer(word);
  expectTypeOf(literal).not.toExtend<Forwarding>();
  expectTypeOf(word).not.toExtend<Answer>();
  expectTypeOf<ForwardingHeader>().not.toExtend<Forwarding>();
});

test('a copy is neither: spread, assign, structured clone and JSON lose what a check made', () => {
  // @ts-expect-error a spread has no private members
  takesForwarding({ ...forwarding });
  for (const copy of [
    { ...forwarding },
    structuredClone(forwarding),
    JSON.parse(JSON.stringify(forwarding)),
    Object.create(Forwarding.prototype),
    Object.create(forwarding),
    Object.setPrototypeOf({}, Forwarding.prototype),
    new Proxy(forwarding, {}),
    JSON.parse(forwarding.text),
  ] as Forwarding[]) {
    expect(Forwarding.made(copy)).toBe(false);
    expect(() => answer(shippedReasonClasses, copy, [{ subject: '1', decision }], validity)).toThrow(
      'goes back on a Forwarding',
    );
  }
});

test('a cast, which the compiler lets pass, is found out', () => {
  const cast = literal as Forwarding;
  expect(Forwarding.made(cast)).toBe(false);
  const answered = word as unknown as Answer;
  expect(Answer.made(answered)).toBe(false);
});

test('the constructors are private, and closed at run time too', () => {
  // @ts-expect-error the constructor is private
  expect(() => new Forwarding(Symbol('the check has run'), forwarding.header, {})).toThrow('made by forward()');
  // @ts-expect-error the constructor is private
  expect(() => new Answer(Symbol('the check has run'), {}, forwarding.header)).toThrow('made by answer()');
  expect(() => Reflect.construct(Forwarding, [undefined, forwarding.header, {}])).toThrow('made by forward()');
  expect(() => Reflect.construct(Answer, [undefined, {}, forwarding.header])).toThrow('made by answer()');
});

test('a subclass does not compile, and crashes', () => {
  // @ts-expect-error a class with a private constructor cannot be extended
  class Wider extends Forwarding {}
  // @ts-expect-error a class with a private constructor cannot be extended
  class Looser extends Answer {}
  expect(() => Reflect.construct(Wider, [])).toThrow('made by forward()');
  expect(() => Reflect.construct(Looser, [])).toThrow('made by answer()');
});

test('members cannot be replaced', () => {
  expect(Object.isFrozen(forwarding)).toBe(true);
  const said = answer(shippedReasonClasses, forwarding, [{ subject: '1', decision }], validity);
  expect(said.ok && Object.isFrozen(said.value)).toBe(true);
  expect(said.ok && Answer.made(said.value)).toBe(true);
  expect(Forwarding.made(forwarding)).toBe(true);
  expect(() => Object.assign(forwarding, { text: 'x' })).toThrow(TypeError);
});

test('an Answer needs a Decision, not something that looks like one', () => {
  const looks = { disposition: 'board', reasons: [{ class: 'other' }], by: {} };
  // @ts-expect-error private members are missing
  expect(() => answer(shippedReasonClasses, forwarding, [{ subject: '1', decision: looks }], validity)).toThrow(
    'what Decisions said',
  );
  // @ts-expect-error a header is no Forwarding
  expect(() => answer(shippedReasonClasses, forwarding.header, [{ subject: '1', decision }], validity)).toThrow();
});
