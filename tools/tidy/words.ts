import { placeOf } from '../rooms.ts';
import { identifiersOf } from './syntax.ts';
import { isShipped, type Problem, type Tree } from './tree.ts';

interface Banned {
  readonly word: RegExp;
  readonly instead: string;
}

/** Words that practitioners do not use, or that hurt; the glossary says what to say instead. Identifiers only. */
const banned: readonly Banned[] = [
  { word: /black.?list|deny.?list/i, instead: 'watchlist entry or lookout' },
  { word: /white.?list|allow.?list/i, instead: 'clearance' },
  { word: /submission|submitted|submitter/i, instead: 'lodgement, lodge' },
  { word: /upload/i, instead: 'lodge' },
  { word: /passport/i, instead: 'travelDocument' },
  { word: /shipment/i, instead: 'consignment' },
  { word: /complaint/i, instead: 'redress' },
  { word: /^vip|VIP|Vip[A-Z]/, instead: 'trustedTraveller' },
  { word: /^(foo|bar|baz|tmp|temp|data2|obj|stuff)$/, instead: 'a name that says what it is' },
  { word: /(Manager|Helper|Util|Utils|Impl)$/, instead: 'the noun of what it does' },
];

/** Words that mean too much to stand alone as the name of something that other rooms see. */
const bare = /^(status|Entity|Event|Match|match|event|record|entity|alert|country|date|api|id|info|item|data|manager)$/;

export function checkWords(tree: Tree): readonly Problem[] {
  return tree.paths.filter(isShipped).flatMap((path) => {
    const { all, exported } = identifiersOf(path, tree.text(path));
    return [
      ...all.flatMap(({ name, line }) =>
        banned
          .filter(({ word }) => word.test(name))
          .map(({ instead }) => ({ path, line, text: `'${name}': say ${instead}` })),
      ),
      ...exported.flatMap(({ name, line }) =>
        bare.test(name) ? [{ path, line, text: `'${name}' means too much alone; say whose` }] : [],
      ),
    ];
  });
}

/** The words of each vertical. A generic room that holds one knows a domain, which it must not. */
const domainWords: Readonly<Record<string, RegExp>> = {
  travel:
    /flight|passenger|traveller|paxlst|cusres|airline|boarding|iapi|infant|luggage|baggage|^pnr$|travelDocument|crew/i,
  cargo: /consignment|consignee|container(?!Query)|tariff|cargo|goods|manifest(?!Of)|bond/i,
  health: /patient|specimen|pathogen|disease|symptom|quarantine|laboratory/i,
  maritime: /vessel|mmsi|imoNumber|seafarer|anchorage/i,
};
/** Where a domain is named on purpose: one line each. */
const registers = /^src\/(node\/domains|cli\/formats)\.ts$/;
/** Kinds of subject are the screening contract's own words, as lists print them. */
const contractWords = new Set(['vessel', 'Vessel']);
/** What screening compares of a listed vessel: its name and its numbers, whatever domain asks. */
const screeningWords = /vessel|mmsi|imoNumber/i;

const genericRooms = new Set([
  'kernel',
  'screening',
  'decisions',
  'casework',
  'agreements',
  'ledger',
  'exchange',
  'plan',
  'api',
  'adapters',
  'node',
  'cli',
  'ui',
  'console',
]);

/** No generic room holds a word of a domain, in a name or in a text of one word. Comments may give examples. */
export function checkGenericRooms(tree: Tree): readonly Problem[] {
  return tree.paths
    .filter((path) => isShipped(path) && !registers.test(path) && genericRooms.has(placeOf(path)?.room.name ?? ''))
    .flatMap((path) => {
      const { all, strings } = identifiersOf(path, tree.text(path));
      const screens = placeOf(path)?.room.name === 'screening';
      return [...all, ...strings].flatMap(({ name, line }) =>
        contractWords.has(name) || (screens && screeningWords.test(name))
          ? []
          : Object.entries(domainWords)
              .filter(([, words]) => words.test(name))
              .map(([domain]) => ({ path, line, text: `'${name}' is a word of ${domain}; this room is generic` })),
      );
    });
}
