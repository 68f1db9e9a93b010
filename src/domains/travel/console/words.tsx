import { type Count, Shape, type Sign, type Speech, Status, type StatusKind, useSpeech, Verbatim } from '#ui';
import type { DispositionName, FlightItem, PlaceShape, ReasonShape } from './shapes.ts';

/** How each disposition looks: the strictest first, in the order of the law. */
const looks: readonly (readonly [DispositionName, StatusKind, Sign])[] = [
  ['refuse', 'stop', 'stop'],
  ['insufficient-data', 'hold', 'hold'],
  ['refer', 'review', 'review'],
  ['board-after-document-check', 'clear', 'document'],
  ['board', 'clear', 'clear'],
];

export const strictness = (disposition: DispositionName | undefined): number => {
  const at = looks.findIndex(([name]) => name === disposition);
  return at < 0 ? -1 : at;
};

/** Its kind and its sign. */
export const lookOf = (disposition: string): { readonly kind: StatusKind; readonly sign: Sign } => {
  const [, kind, sign] = looks.find(([name]) => name === disposition) ?? [disposition, 'pending', 'pending'];
  return { kind, sign };
};

/** A disposition as fill, shape and word. While there is none, the traveller waits. */
export function DispositionMark(props: {
  disposition: string | undefined;
  size?: 'normal' | 'large' | 'display';
  /** At the booth a person already stands there: the same disposition has another word. */
  booth?: boolean;
}) {
  const { say } = useSpeech();
  const { disposition, size = 'normal' } = props;
  if (disposition === undefined) return <Status kind="pending" word={say('travel.waiting')} size={size} />;
  return (
    <Status
      {...lookOf(disposition)}
      word={say(`travel.${props.booth === true ? 'booth.' : ''}disposition.${disposition}`)}
      size={size}
    />
  );
}

/** How many travellers stand how, the strictest first, and those who wait at the end. */
export function countsOf(
  dispositions: Readonly<Partial<Record<DispositionName, number>>>,
  waiting: number,
  { say }: Speech,
): readonly Count[] {
  return [
    ...looks.map(([name, kind, sign]) => ({
      kind,
      sign,
      word: say(`travel.count.${name}`),
      count: dispositions[name] ?? 0,
    })),
    { kind: 'pending' as const, word: say('travel.count.waiting'), count: waiting },
  ];
}

export const placeOf = (place: string | PlaceShape): PlaceShape =>
  typeof place === 'string' ? { code: place } : place;

/** From where to where, by codes, with names where they are known. */
export function Route({ from, to, names = false }: Pick<FlightItem, 'from' | 'to'> & { names?: boolean }) {
  const [start, end] = [placeOf(from), placeOf(to)];
  const name = (place: PlaceShape): string =>
    names && place.name !== undefined ? `${place.name} ${place.code}` : place.code;
  return (
    <span className="route" translate="no">
      {name(start)} <span aria-hidden="true">→</span>
      <span className="unseen"> - </span> {name(end)}
    </span>
  );
}

/** `AC991` as people write it: the carrier, then the number. */
export const flightName = (conveyance: string): string =>
  conveyance.replace(/^([A-Z0-9]{2}|[A-Z]{3})(\d{1,4}[A-Z]?)$/, '$1 $2');

/** Why: the text of the table that decided, else the code itself. */
export function ReasonText({ reason }: { reason: ReasonShape }) {
  return reason.text === undefined ? <Verbatim>{reason.code}</Verbatim> : <span data-told="">{reason.text}</span>;
}

/** Why a flight needs someone, one sentence a cause. */
export function WhySentence({ code, count }: { code: string; count?: number | undefined }) {
  const { say, knows } = useSpeech();
  const key = `travel.why.${code}`;
  const kind = whyKinds[code] ?? 'pending';
  return (
    <span className="why" data-kind={kind}>
      <Shape sign={kind} />
      {knows(key) ? say(key, { count: count ?? 1 }) : <Verbatim>{code}</Verbatim>}
    </span>
  );
}

const whyKinds: Readonly<Record<string, StatusKind>> = {
  refuse: 'stop',
  refusal: 'stop',
  referral: 'review',
  referrals: 'review',
  refer: 'review',
  'insufficient-data': 'hold',
  unanswered: 'pending',
  'partner-silent': 'pending',
  'partner-wrong': 'pending',
  'list-missing': 'hold',
  'list-incomplete': 'hold',
  'list-late': 'hold',
  'boarded-uncleared': 'stop',
};
