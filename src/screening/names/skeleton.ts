/** What a letter of the Latin alphabet, or some of them together, is in a skeleton; the longest sequence wins. */
const sounds: Readonly<Record<string, string>> = {
  A: '',
  E: '',
  I: '',
  O: '',
  U: '',
  Y: '',
  H: '',
  W: 'F',
  B: 'P',
  P: 'P',
  F: 'F',
  V: 'F',
  PH: 'F',
  D: 'T',
  T: 'T',
  TH: 'T',
  DH: 'T',
  C: 'K',
  K: 'K',
  Q: 'K',
  G: 'K',
  GH: 'K',
  KH: 'K',
  CK: 'K',
  X: 'KS',
  S: 'S',
  Z: 'S',
  SH: 'S',
  SCH: 'S',
  CH: 'S',
  J: 'S',
  ZH: 'S',
  DJ: 'S',
  DZ: 'S',
  TCH: 'S',
  TSCH: 'S',
  TS: 'S',
  TZ: 'S',
  CE: 'S',
  CI: 'S',
  CY: 'S',
  GE: 'S',
  GI: 'S',
  L: 'L',
  M: 'M',
  N: 'N',
  R: 'R',
};
const longest = 4;

export function skeletonOf(text: string): string {
  let key = '';
  let at = 0;
  while (at < text.length) {
    let length = Math.min(longest, text.length - at);
    let sound: string | undefined;
    for (; length > 0 && sound === undefined; length -= 1) sound = sounds[text.slice(at, at + length)];
    if (sound === undefined) {
      key += text[at] ?? '';
      at += 1;
      continue;
    }
    length += 1;
    if (sound !== '' && !key.endsWith(sound)) key += sound;
    at += length;
  }
  return key === '' ? text.slice(0, 1) : key;
}

export function skeletonsOf({
  text,
  others = [],
}: {
  readonly text: string;
  readonly others?: readonly string[];
}): readonly string[] {
  return [...new Set([text, ...others].map(skeletonOf))];
}
