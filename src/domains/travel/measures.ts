import type { Access, Measure, MeasureReading } from '#kernel';
import { expectedOf } from './board.ts';
import type { JourneyState, PartnerSaid, PassengerState } from './state.ts';
import { flightsView } from './view.ts';

const flights = (access: Access): readonly JourneyState[] => [
  ...access.view<JourneyState>(flightsView.name).state.values(),
];

/** A share of what there is; nothing, while there is nothing. */
const share = (part: number, whole: number): MeasureReading | undefined =>
  whole === 0 ? undefined : { value: part / whole, of: whole };

const inTime = ({ failRule, late }: PartnerSaid): boolean => !late && failRule !== 'late' && failRule !== 'error';

/** Words that a partner was asked for: where the law forwards nothing, nobody was. */
const asked = ({ partners }: PassengerState): readonly PartnerSaid[] =>
  partners.filter(({ failRule }) => failRule !== 'not-forwarded');

const answered = (journeys: readonly JourneyState[]): readonly PassengerState[] =>
  journeys.flatMap(expectedOf).filter(({ repliedAt }) => repliedAt !== undefined);

/** Travellers of lists that have closed, and those of them whom the carrier had an answer for by then. */
function beforeClosing(journeys: readonly JourneyState[], now: number): MeasureReading | undefined {
  const closed = journeys.filter(
    ({ status, closesAt }) => status !== 'cancelled' && closesAt !== undefined && closesAt <= now,
  );
  const kept = closed.map(
    (journey) =>
      expectedOf(journey).filter(({ repliedAt = Number.POSITIVE_INFINITY }) => repliedAt <= (journey.closesAt ?? 0))
        .length,
  );
  return share(
    kept.reduce((sum, count) => sum + count, 0),
    closed.reduce((sum, journey) => sum + expectedOf(journey).length, 0),
  );
}

/** What travel measures of itself, folded from its entries: the register of the plan judges promises by it. */
export const measures: readonly Measure[] = [
  {
    name: 'travel.answered-in-time',
    title: {
      en: 'Travellers on whom every country asked answered in time',
      fr: 'Voyageurs pour lesquels chaque pays consulté a répondu à temps',
      es: 'Viajeros sobre los que cada país consultado respondió a tiempo',
    },
    unit: 'share',
    page: '/flights',
    read: (access) => {
      const all = answered(flights(access));
      return Promise.resolve(share(all.filter((one) => asked(one).every(inTime)).length, all.length));
    },
  },
  {
    name: 'travel.partner-words-in-time',
    title: {
      en: 'Words of partner countries that came in time',
      fr: 'Réponses des pays partenaires arrivées à temps',
      es: 'Respuestas de los países socios que llegaron a tiempo',
    },
    unit: 'share',
    page: '/flights',
    read: (access) => {
      const words = flights(access).flatMap(expectedOf).flatMap(asked);
      return Promise.resolve(share(words.filter(inTime).length, words.length));
    },
  },
  {
    name: 'travel.lists-in-time',
    title: {
      en: 'Travellers answered before their list closed',
      fr: 'Voyageurs ayant reçu une réponse avant la fermeture de leur liste',
      es: 'Viajeros con respuesta antes del cierre de su lista',
    },
    unit: 'share',
    page: '/flights',
    read: (access) => Promise.resolve(beforeClosing(flights(access), access.now())),
  },
  {
    name: 'travel.crossings',
    title: {
      en: 'Travellers on their way across the border',
      fr: 'Voyageurs en route pour passer la frontière',
      es: 'Viajeros en camino para cruzar la frontera',
    },
    unit: '1',
    page: '/flights',
    read: (access) => {
      const aboard = flights(access)
        .flatMap(expectedOf)
        .filter(({ dialogue }) => dialogue.presence === 'on-board');
      return Promise.resolve(aboard.length === 0 ? undefined : { value: aboard.length });
    },
  },
];
