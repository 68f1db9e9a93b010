import { type Finding, wordAt } from '#kernel';
import type { EdifactCode } from './findings.ts';
import { defaultLimits } from './limits.ts';
import { roles } from './paxlst-codes.ts';
import type { AllowedRow, OccurrenceRow, PaxlstProfile, ProfileGroup, ProfileRow, ValueRow } from './profile.ts';
import { Report } from './report.ts';
import type { ScannedMessage, ScanOptions } from './scanned-message.ts';
import { packTag } from './tag.ts';

/** The rows of one group that speak of one tag; counters stand at `place` in the walk's array. */
interface RowsOfTag {
  readonly occurrences: readonly { readonly row: OccurrenceRow; readonly place: number }[];
  readonly values: readonly ValueRow[];
}

interface RowsOfGroup {
  readonly byTag: ReadonlyMap<number, RowsOfTag>;
  readonly allowed: { readonly row: AllowedRow; readonly tags: ReadonlySet<number> } | undefined;
  readonly required: readonly { readonly row: OccurrenceRow; readonly place: number }[];
  readonly places: readonly number[];
}

interface Compiled {
  readonly groups: Readonly<Record<ProfileGroup, RowsOfGroup>>;
  readonly counters: number;
  readonly withoutData: ReadonlySet<string>;
}

const compiled = new WeakMap<PaxlstProfile, Compiled>();

/** A profile as tables that a walk looks up by tag; made once. */
function compile(profile: PaxlstProfile): Compiled {
  const known = compiled.get(profile);
  if (known !== undefined) return known;
  const placed = profile.occurrences.map((row, place) => ({ row, place }));
  const group = (name: ProfileGroup): RowsOfGroup => {
    const occurrences = placed.filter(({ row }) => row.group === name);
    const values = profile.values.filter((row) => row.group === name);
    const allowed = profile.allowed.find((row) => row.group === name);
    const tags = new Set([...occurrences.map(({ row }) => row.tag), ...values.map((row) => row.tag)]);
    return {
      byTag: new Map(
        [...tags].map((tag) => [
          packTag(tag),
          {
            occurrences: occurrences.filter(({ row }) => row.tag === tag),
            values: values.filter((row) => row.tag === tag),
          },
        ]),
      ),
      allowed: allowed && { row: allowed, tags: new Set(allowed.tags.map(packTag)) },
      required: occurrences.filter(({ row }) => row.least > 0),
      places: occurrences.map(({ place }) => place),
    };
  };
  const made: Compiled = {
    groups: {
      message: group('message'),
      header: group('header'),
      contact: group('contact'),
      leg: group('leg'),
      person: group('person'),
      document: group('document'),
      trailer: group('trailer'),
    },
    counters: placed.length,
    withoutData: new Set(profile.withoutData),
  };
  compiled.set(profile, made);
  return made;
}

const bgm = packTag('BGM');
const nad = packTag('NAD');
const tdt = packTag('TDT');
const doc = packTag('DOC');
const cnt = packTag('CNT');
const unt = packTag('UNT');

/**
 * Checks the segments of a PAXLST against what an authority asks: which may stand in a group, how often, and with which
 * codes and date formats. Each finding names its row (`EDI-0601` to `EDI-0605`).
 */
export function checkProfile(
  message: ScannedMessage,
  profile: PaxlstProfile,
  options: ScanOptions,
): readonly Finding[] {
  const walk = new ProfileWalk(message, profile, options);
  return walk.findings();
}

class ProfileWalk {
  readonly #message: ScannedMessage;
  readonly #profile: PaxlstProfile;
  readonly #rows: Compiled;
  readonly #report: Report;
  readonly #counts: Int32Array;
  #group: ProfileGroup = 'header';
  /** The segment that opened the current group and, while a document is open, the person's. */
  #groupStart = 0;
  #personStart = -1;
  #withData = true;

  constructor(message: ScannedMessage, profile: PaxlstProfile, options: ScanOptions) {
    this.#message = message;
    this.#profile = profile;
    this.#rows = compile(profile);
    this.#report = new Report(options, options.limits?.findings ?? defaultLimits.findings);
    this.#counts = new Int32Array(this.#rows.counters);
  }

  findings(): readonly Finding[] {
    const { segments, count, held } = this.#message;
    if (!held) return [];
    for (let index = 0; index < count; index += 1) {
      segments.seek(index);
      const { tag } = segments;
      this.#enter(tag, index);
      if (tag === bgm) this.#withData = !this.#rows.withoutData.has(segments.trimmed(2));
      this.#checkSegment(this.#rows.groups.message, tag);
      this.#checkSegment(this.#rows.groups[this.#group], tag);
      // A DOC opens a group of its own, and counts in that of its person as well.
      const ofPerson = tag === doc ? this.#rows.groups.person.byTag.get(doc) : undefined;
      if (ofPerson !== undefined) this.#count(ofPerson, segments.text(1));
    }
    this.#leaveAll();
    this.#close(this.#rows.groups.message, 0);
    return this.#report.take();
  }

  /** Goes into the group that a segment opens, after closing those that it ends. */
  #enter(tag: number, index: number): void {
    const group = this.#groupOf(tag);
    if (group === undefined) return;
    if (group === 'document') {
      if (this.#group === 'document') this.#close(this.#rows.groups.document, this.#groupStart);
    } else {
      this.#leaveAll();
      this.#personStart = group === 'person' ? index : -1;
    }
    this.#group = group;
    this.#groupStart = index;
    for (const place of this.#rows.groups[group].places) this.#counts[place] = 0;
  }

  #groupOf(tag: number): ProfileGroup | undefined {
    if (tag === doc) return this.#personStart >= 0 ? 'document' : undefined;
    if (tag === tdt) return 'leg';
    if (tag === nad) return roles.meaning.has(this.#message.segments.trimmed(1)) ? 'person' : 'contact';
    return (tag === cnt || tag === unt) && this.#group !== 'trailer' ? 'trailer' : undefined;
  }

  #leaveAll(): void {
    this.#close(this.#rows.groups[this.#group], this.#groupStart);
    if (this.#group === 'document') this.#close(this.#rows.groups.person, this.#personStart);
  }

  #checkSegment(group: RowsOfGroup, tag: number): void {
    const { allowed } = group;
    if (allowed !== undefined && !allowed.tags.has(tag)) {
      this.#find('EDI-0601', allowed.row, { tag: this.#message.segments.tagText() });
    }
    const rows = group.byTag.get(tag);
    if (rows === undefined) return;
    const qualifier = this.#message.segments.text(1);
    this.#count(rows, qualifier);
    for (const row of rows.values) {
      if (row.qualifier === undefined || row.qualifier === qualifier) this.#checkValue(row);
    }
  }

  #count({ occurrences }: RowsOfTag, qualifier: string): void {
    for (const { row, place } of occurrences) {
      if (row.qualifier !== undefined && row.qualifier !== qualifier) continue;
      const count = wordAt(this.#counts, place) + 1;
      this.#counts[place] = count;
      if (count === row.most + 1) this.#find('EDI-0602', row, { tag: nameOf(row), most: row.most });
    }
  }

  #checkValue(row: ValueRow): void {
    const value = this.#message.segments.trimmed(row.element, row.component);
    const { element, component } = row;
    if (row.codes !== undefined && !row.codes.includes(value)) {
      this.#find('EDI-0604', row, { tag: row.tag, value }, { element, component });
    }
    if (row.format !== undefined && !/^\d{6}$/.test(value)) {
      this.#find('EDI-0605', row, { tag: row.tag, value, format: row.format }, { element, component });
    }
  }

  /** A group has ended: what must stand in it and does not is reported at the segment that opened it. */
  #close(group: RowsOfGroup, start: number): void {
    for (const { row, place } of group.required) {
      if (wordAt(this.#counts, place) >= row.least) continue;
      if (!this.#withData && (row.group === 'person' || row.group === 'document')) continue;
      const { segments } = this.#message;
      const { index } = segments;
      segments.seek(start);
      this.#find('EDI-0603', row, { tag: nameOf(row) });
      segments.seek(index);
    }
  }

  #find(
    code: EdifactCode,
    row: ProfileRow,
    parameters: Readonly<Record<string, string | number>>,
    place: { readonly element?: number; readonly component?: number } = {},
  ): void {
    const { segments, base, number } = this.#message;
    const offset = base + segments.offset(place.element ?? 0, place.component ?? 1);
    const at = { message: number, segment: segments.index + 1, tag: segments.tagText(), offset, ...place };
    this.#report.add(code, { profile: this.#profile.profile, row: row.row, ...parameters }, at, row.severity);
  }
}

const nameOf = (row: OccurrenceRow): string => (row.qualifier === undefined ? row.tag : `${row.tag}+${row.qualifier}`);
