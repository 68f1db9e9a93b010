import { afterEach, expect, test } from 'vitest';
import { queueView, waiting } from '#casework';
import type { SubjectList } from '#kernel';
import type { Network } from '#node';
import { threeNodes } from './harness.ts';
import { paxlst } from './paxlst.ts';

let open: Network | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const listed = (purpose: string): SubjectList => ({
  ...{ name: purpose, version: '1', purpose },
  entries: [
    {
      ...{ entry: 'N-1', kind: 'person', nationalities: ['CAN'], documents: [] },
      names: [{ family: 'TREMBLAY', given: 'LUCIE', whole: 'LUCIE TREMBLAY', quality: 'primary' }],
      datesOfBirth: [{ year: 1981, month: 4, day: 2 }],
    },
  ],
});

/** Lodges in Canada with one partner held back, and lets its answer arrive after the reply has gone out. */
async function answeredLate(held: string, listsOf: Readonly<Record<string, readonly SubjectList[]>> = {}) {
  const late: (() => Promise<boolean>)[] = [];
  open = await threeNodes({
    listsOf,
    post: async ({ from, bytes }, deliver) => {
      if (from !== held) return deliver(bytes);
      late.push(() => deliver(bytes));
      return false;
    },
  });
  const node = open.node('CA');
  const lodge = async (flight: Parameters<typeof paxlst>[0] = {}) => {
    const actor = { name: 'AC', organisation: 'AC' };
    const lodged = await node.lodge({ bytes: paxlst(flight), mediaType: 'application/edifact', actor });
    if (!lodged.ok) throw new TypeError(JSON.stringify(lodged.error));
    return lodged.value.messages[0]?.outcomes[0]?.combined;
  };
  const queue = (): readonly string[] => {
    const { state } = node.views.read(queueView.name, 'live');
    return waiting(state as Parameters<typeof waiting>[0]).map(({ opened }) => opened.kind);
  };
  /** The letters that were held back until now. */
  const heldBack = () => late.splice(0);
  const arrive = async (letters = heldBack()): Promise<void> => {
    for (const deliver of letters) await deliver();
    // What is taken in is worked on after its letter has been receipted.
    await new Promise((resolve) => setTimeout(resolve, 100));
    await node.settled();
  };
  const inbox = async () => (await node.messages.after('AC', 0, 10)).map(({ text }) => text);
  return { lodge, queue, heldBack, arrive, inbox };
}
const milder = 'travel.milder-late-answer';

test('a late word that is stricter goes to the carrier unsolicited, and to no officer', async () => {
  const { lodge, queue, arrive, inbox } = await answeredLate('MX', { MX: [listed('no-fly')] });
  expect(await lodge()).toBe('board-after-document-check');
  await arrive();
  const [correction, ...more] = await inbox();
  expect(more).toEqual([]);
  expect(correction).toContain('BGM+132');
  expect(queue()).not.toContain(milder);
});

test('a late word that is milder waits for an officer, and the carrier hears nothing of it', async () => {
  const { lodge, queue, arrive, inbox } = await answeredLate('US');
  expect(await lodge()).toBe('refer');
  expect(queue()).not.toContain(milder);
  await arrive();
  expect(queue()).toEqual([milder]);
  expect(await inbox()).toEqual([]);
});

test('a late word that is milder than another country’s changes nothing, and no officer is asked', async () => {
  const { lodge, queue, arrive, inbox } = await answeredLate('US', { CA: [listed('no-fly')] });
  expect(await lodge()).toBe('refuse');
  await arrive();
  expect([queue(), await inbox()]).toEqual([[], []]);
});

test('a late word that is what was said already is told to nobody', async () => {
  const { lodge, queue, arrive, inbox } = await answeredLate('MX', { CA: [listed('no-fly')], MX: [listed('no-fly')] });
  expect(await lodge()).toBe('refuse');
  await arrive();
  expect([queue(), await inbox()]).toEqual([[], []]);
});

test('a late word on what was superseded meanwhile changes nothing', async () => {
  const { lodge, queue, heldBack, arrive, inbox } = await answeredLate('US');
  await lodge();
  const ofTheFirst = heldBack();
  await lodge({ functionCode: 'CR', transaction: '1000002' });
  await arrive(ofTheFirst);
  expect([queue(), await inbox()]).toEqual([[], []]);
});
