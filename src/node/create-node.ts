import { agreementsPart, shippedDuties, shippedReasonClasses } from '#agreements';
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
import { NodeAccess } from './access.ts';
import { Aggregates } from './aggregates.ts';
import { Assessor } from './assessor.ts';
import { CarrierMessages } from './carrier-messages.ts';
import { loadCriteria, type TableSource } from './criteria.ts';
import { LateAnswers } from './late.ts';
import type { LodgingService } from './lodgement-part.ts';
import { lodgementPart } from './lodgement-part.ts';
import { Lodging } from './lodging.ts';
import type { Node } from './node.ts';
import { nodePart } from './node-part.ts';
import { PartnerLines } from './partner-lines.ts';
import { Pipeline } from './pipeline.ts';
import type { NodePorts } from './ports.ts';
import { Recorder } from './recorder.ts';
import { caseworkDesk } from './referral-desk.ts';
import { resumeUnanswered } from './resume.ts';
import { Scheduler } from './scheduler.ts';
import { Views } from './views.ts';

/** What one node is to be: whose it is, what it can do, by which tables and lists, and with whom it speaks. */
export interface NodeSetup {
  readonly country: CountryCode;
  readonly reality: Reality;
  readonly domains: readonly Domain[];
  readonly tables: TableSource;
  readonly lists: readonly SubjectList[];
  readonly partners: readonly Partner[];
  /** Organisations whose messages are read leniently. */
  readonly lenient: (organisation: string) => boolean;
  readonly texts: (language: 'en' | 'fr' | 'es', finding: Finding) => string;
}

/** Everything that is visible of a node by the one contract: the generic rooms, and the domains. */
export function partsOf(domains: readonly Domain[]): readonly Part[] {
  const casework = caseworkPart(domains.flatMap((domain) => domain.referrals));
  return [lodgementPart, agreementsPart, exchangePart, nodePart, casework, ...domains];
}

/** Makes a node. No timer, socket or file but through `ports`; the demonstration, the tests and the simulator call this too. */
export async function createNode(setup: NodeSetup, ports: NodePorts): Promise<Result<Node, readonly Finding[]>> {
  const { country, reality, domains } = setup;
  const criteria = loadCriteria(domains, { country, clock: ports.clock, tables: setup.tables, lists: setup.lists });
  if (!criteria.ok) return err(criteria.error);
  const referralKinds = domains.flatMap((domain) => domain.referrals);
  const parts = partsOf(domains);
  const recorder = new Recorder(ports);
  const aggregates = new Aggregates(ports);
  const views = new Views(ports, aggregates, parts);
  const access = new NodeAccess({
    country,
    reality,
    parts,
    ports,
    recorder,
    aggregates,
    views,
    services: new Map(),
    aliases: new Map(),
  });
  const scheduler = new Scheduler({ ports, aggregates, recorder, access, parts });
  const desk = caseworkDesk(access, referralKinds, ports.log);
  const messages = new CarrierMessages(recorder, aggregates);
  const assessor = new Assessor(recorder, aggregates, criteria.value);
  const partners = await PartnerLines.open({
    ...{ country, domains, assessor, desk, recorder, aggregates, ports },
    partners: setup.partners,
    duties: shippedDuties,
    classes: shippedReasonClasses,
  });
  const exchanging = new Set(setup.partners.map((partner) => partner.country));
  const pipeline = new Pipeline({ country, criteria: criteria.value, recorder, assessor, partners, exchanging, desk });
  const context: ConstructorParameters<typeof Lodging>[0]['context'] = ({
    profile,
    tolerance,
    organisation,
    receivedAt,
  }) => ({
    receivedAt: instant(receivedAt ?? ports.clock.now()),
    country,
    tolerance: tolerance ?? (organisation !== undefined && setup.lenient(organisation) ? 'lenient' : 'strict'),
    ...(profile === undefined ? {} : { profile }),
  });
  const lodging = new Lodging({ domains, context, reality, recorder, aggregates, pipeline, ports });
  const late = new LateAnswers({
    country,
    domains,
    criteria: criteria.value,
    lodging,
    recorder,
    aggregates,
    desk,
    messages,
  });
  partners.onLate((answer) => late.take(answer));
  const pieces: LodgingService['pieces'] = (bytes, _mediaType, limit) =>
    domains
      .flatMap((domain) => domain.codecs)
      .find((codec) => codec.sniff(bytes))
      ?.pieces?.(bytes, limit) ?? [];
  access.offer('lodging', { lodging, messages, pieces } satisfies LodgingService);
  access.offer('means', () => criteria.value.means());
  access.offer('texts', setup.texts);
  access.offer('partners', partners);
  access.offer('exchange', partners);
  access.offer('duties', shippedDuties);
  access.offer('ledger', ports.store);
  await partners.start();
  const resumed = resumeUnanswered({ views, lodging, messages, reality, log: ports.log });
  return ok({
    country,
    reality,
    domains,
    parts,
    access,
    criteria: criteria.value,
    views,
    lodging,
    messages,
    lodge: (input) => lodging.lodge(input),
    receive: (bytes) => partners.receive(bytes),
    settled: async () => {
      await resumed;
      await views.caughtUp();
      await scheduler.settled();
    },
    close: async () => {
      await scheduler.close();
      await partners.close();
      await views.close();
      await ports.store.close();
    },
  });
}
