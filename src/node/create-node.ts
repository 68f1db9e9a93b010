import { agreementsPart, type Duties, shippedDuties, shippedReasonClasses } from '#agreements';
import { caseworkPart } from '#casework';
import { exchangePart, type Partner } from '#exchange';
import {
  type CountryCode,
  type Domain,
  err,
  type Finding,
  instant,
  ok,
  type Part,
  type Reality,
  type Result,
  type SubjectList,
} from '#kernel';
import { type Measures, planPart, shippedRegister } from '#plan';
import { Assessor } from './assessor.ts';
import { CarrierMessages } from './carrier-messages.ts';
import { Corrections } from './corrections.ts';
import { type Criteria, loadCriteria, type TableSource } from './criteria.ts';
import { type Ground, openGround } from './ground.ts';
import { LateAnswers } from './late.ts';
import { type LodgingService, lodgementPart } from './lodgement-part.ts';
import { type Contextual, Lodging } from './lodging.ts';
import { meteredPartners } from './meter.ts';
import type { Node } from './node.ts';
import { nodePart } from './node-part.ts';
import { PartnerLines } from './partner-lines.ts';
import { Pipeline } from './pipeline.ts';
import type { NodePorts } from './ports.ts';
import { CaseworkDesk } from './referral-desk.ts';
import { type Relay, Relays, relaysView } from './relays.ts';
import { resumeUnanswered } from './resume.ts';
import { signaturesOf } from './signatures.ts';

/** What one node is to be: whose it is, what it can do, by which tables and lists, and with whom it speaks. */
export interface NodeSetup {
  readonly country: CountryCode;
  readonly reality: Reality;
  readonly domains: readonly Domain[];
  readonly tables: TableSource;
  readonly lists: readonly SubjectList[];
  readonly partners: readonly Partner[];
  /** What may be forwarded, and by which law; the shipped table when left out. */
  readonly duties?: Duties;
  /** Organisations whose messages are read leniently. */
  readonly lenient: (organisation: string) => boolean;
  readonly texts: (language: 'en' | 'fr' | 'es', finding: Finding) => string;
  /** After how many entries an epoch of the exchange, or a snapshot, is due; the usual ones when left out. */
  readonly pace?: { readonly epochLength?: number; readonly snapshotEvery?: number };
}

const dutiesOf = ({ duties }: NodeSetup): Duties => duties ?? shippedDuties;

/** Everything that is visible of a node by the one contract: the generic rooms, and the domains. */
export function partsOf(domains: readonly Domain[]): readonly Part[] {
  const casework = caseworkPart(domains.flatMap((domain) => domain.referrals));
  return [lodgementPart, agreementsPart, exchangePart, nodePart, casework, planPart(shippedRegister()), ...domains];
}

/** Makes a node. No timer, socket or file but through `ports`; the demonstration, the tests and the simulator call this too. */
export async function createNode(setup: NodeSetup, ports: NodePorts): Promise<Result<Node, readonly Finding[]>> {
  const { country, reality, domains, tables, lists } = setup;
  const criteria = loadCriteria(domains, { country, clock: ports.clock, tables, lists });
  if (!criteria.ok) return err(criteria.error);
  const parts = partsOf(domains);
  const ground = openGround({ country, reality, parts, snapshotEvery: setup.pace?.snapshotEvery }, ports);
  const way = await openWay(setup, ground, criteria.value);
  offerServices(setup, ground, way);
  await way.partners.start();
  const resumed = resume(setup, ground, way);
  return ok({
    ...{ country, reality, domains, parts, criteria: criteria.value },
    ...{ access: ground.access, views: ground.views, lodging: way.lodging, messages: way.messages },
    meter: ports.meter,
    lodge: (input) => way.lodging.lodge(input),
    receive: (bytes) => way.partners.receive(bytes),
    settled: async () => {
      await resumed;
      await way.relays.settled();
      await ground.views.caughtUp();
      await ground.scheduler.settled();
    },
    close: async () => {
      await ground.scheduler.close();
      await way.partners.close();
      await way.relays.settled();
      await ground.views.close();
      await ground.recorder.close();
      await ports.store.close();
    },
  });
}

/** The way of a message through the node: in at the front door, to the partners, and out to the carrier. */
interface Way {
  readonly criteria: Criteria;
  readonly lodging: Lodging;
  readonly messages: CarrierMessages;
  readonly partners: PartnerLines;
  readonly relays: Relays;
  readonly corrections: Corrections;
}

async function openWay(setup: NodeSetup, ground: Ground, criteria: Criteria): Promise<Way> {
  const { country, domains, reality } = setup;
  const { access, aggregates, ports, recorder } = ground;
  const referrals = domains.flatMap((domain) => domain.referrals);
  const desk = new CaseworkDesk({ access, recorder, kinds: referrals, log: ports.log });
  const messages = new CarrierMessages(recorder, aggregates);
  const assessor = new Assessor(recorder, aggregates, criteria, desk);
  const partners = await PartnerLines.open({
    ...{ country, domains, assessor, recorder, aggregates, ports, partners: setup.partners },
    ...{ duties: dutiesOf(setup), classes: shippedReasonClasses, epochLength: setup.pace?.epochLength },
  });
  const relays = new Relays({ ports, recorder, aggregates, waiting: () => partners.waiting() });
  const exchanging = new Set(setup.partners.map((partner) => partner.country));
  const asked = meteredPartners(partners, ports.meter);
  const pipeline = new Pipeline({ country, criteria, assessor, partners: asked, exchanging });
  const context = contextFor(setup, ports);
  const lodging = new Lodging({ domains, context, reality, recorder, aggregates, pipeline, relays });
  const corrections = new Corrections({ domains, criteria, lodging, recorder, messages });
  const late = new LateAnswers({ country, domains, criteria, lodging, recorder, aggregates, desk, corrections });
  partners.onLate((answer) => late.take(answer));
  partners.onReceipt(() => relays.sweep());
  return { criteria, lodging, messages, partners, relays, corrections };
}

/** How a lodgement is read: by whom it came from, and what it says of itself. */
const contextFor =
  ({ country, lenient }: NodeSetup, { clock }: NodePorts) =>
  ({ profile, tolerance, organisation, receivedAt }: Contextual) => ({
    receivedAt: instant(receivedAt ?? clock.now()),
    country,
    tolerance: tolerance ?? (organisation !== undefined && lenient(organisation) ? 'lenient' : 'strict'),
    ...(profile === undefined ? {} : { profile }),
  });

/** What routes, timers and jobs may ask for by name. */
function offerServices(setup: NodeSetup, { access, parts, ports }: Ground, way: Way): void {
  const { lodging, messages, partners, criteria } = way;
  const codecs = setup.domains.flatMap((domain) => domain.codecs);
  const pieces: LodgingService['pieces'] = (bytes, limit) =>
    codecs.find((codec) => codec.sniff(bytes))?.pieces?.(bytes, limit) ?? [];
  access.offer('lodging', { lodging, messages, pieces } satisfies LodgingService);
  access.offer('means', () => criteria.means());
  access.offer('corrections', way.corrections);
  access.offer('texts', setup.texts);
  access.offer('partners', partners);
  access.offer('exchange', partners);
  access.offer('duties', dutiesOf(setup));
  access.offer('ledger', ports.store);
  access.offer('measures', measuresOf(parts));
  access.offer('signatures', signaturesOf(setup, ports));
}

/** Every measure of the node by its name; where two parts chose one name, the later part's is found. */
const measuresOf = (parts: readonly Part[]): Measures =>
  new Map(parts.flatMap((part) => part.measures).map((measure) => [measure.name, measure]));

/** Takes up what a crash left behind: lodgements without an answer, and bytes that were to be forgotten. */
async function resume({ reality }: NodeSetup, { views, ports }: Ground, way: Way): Promise<void> {
  const { lodging, messages, relays } = way;
  await resumeUnanswered({ views, lodging, messages, reality, log: ports.log });
  if (views.closed) return;
  const { state } = views.read<Relay>(relaysView.name, reality);
  relays.resume(state, reality);
}
