import type { LodgementId, Reality } from '#kernel';
import { lodgementId } from '#kernel';
import type { CarrierMessages } from './carrier-messages.ts';
import { partyOf, type Received } from './lodgement.ts';
import type { Lodging } from './lodging.ts';
import type { Log } from './ports.ts';
import { unansweredView } from './unanswered.ts';
import type { Views } from './views.ts';

/**
 * Answers what was kept before the process died and never answered: each is worked on again from its bytes, and the
 * reply waits for its carrier as an unsolicited message, since nobody holds the line any more.
 */
export async function resumeUnanswered(means: {
  views: Views;
  lodging: Lodging;
  messages: CarrierMessages;
  reality: Reality;
  log: Log;
}): Promise<void> {
  const { views, lodging, messages, reality, log } = means;
  await views.caughtUp();
  if (views.closed) return;
  const { state } = views.read<true>(unansweredView.name, reality);
  for (const aggregate of state.keys()) {
    const lodgement = lodgementId(aggregate);
    if (lodgement === undefined || lodging.isUnderWay(lodgement)) continue;
    const received = await leftBehind(lodging, lodgement);
    if (received === undefined) continue;
    const done = await lodging.resume(lodgement);
    log.info('lodgement-resumed', { lodgement, ok: done.ok });
    if (!done.ok) continue;
    for (const reply of done.value.replies) await messages.send(partyOf(received), reply, reality);
  }
}

/** What was received and never answered; undefined when the view is only behind. */
async function leftBehind(lodging: Lodging, lodgement: LodgementId): Promise<Received | undefined> {
  const { received, answered } = (await lodging.state(lodgement)) ?? {};
  return answered === undefined ? received : undefined;
}
