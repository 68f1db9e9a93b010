import type { Finding } from '#kernel';
import type { EdifactCode } from './findings.ts';
import { defaultLimits } from './limits.ts';
import { roles } from './paxlst-codes.ts';
import type { OccurrenceRow, PaxlstProfile, ProfileGroup, ProfileRow, ValueRow } from './profile.ts';
import type { CompiledProfile, RowsOfGroup, RowsOfTag } from './profile-rows.ts';
import { compileProfile } from './profile-rows.ts';
import { Report } from './report.ts';
import type { ScannedMessage, ScanOptions } from './scanned-message.ts';
import { packTag } from './tag.ts';

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
  const { segments, count } = message;
  const check = new ProfileCheck(message, profile, options);
  for (let index = 0; index < count; index += 1) {
    segments.seek(index);
    check.visit();
  }
  return check.findings();
}

/** The same beside another who goes from segment to segment. */
export class ProfileCheck {
  readonly #message: ScannedMessage;
  readonly #profile: PaxlstProfile;
  readonly #rows: CompiledProfile;
  readonly #report: Report;
  readonly #counts: number[];
  #group: ProfileGroup = 'header';
  #rowsHere: RowsOfGroup;
  /** The segment that opened the current group and, while a document is open, the person's. */
  #groupStart = 0;
  #personStart = -1;
  #withData = true;

  constructor(message: ScannedMessage, profile: PaxlstProfile, options: ScanOptions) {
    this.#message = message;
    this.#profile = profile;
    this.#rows = compileProfile(profile);
    this.#rowsHere = this.#rows.groups.header;
    this.#report = new Report(options, options.limits?.findings ?? defaultLimits.findings);
    this.#counts = Array<number>(this.#rows.counters).fill(0);
  }

  /** Checks the segment that the cursor stands on. */
  visit(): void {
    const { segments } = this.#message;
    const { tag } = segments;
    this.#enter(tag, segments.index);
    if (tag === bgm) this.#withData = !this.#rows.withoutData.has(segments.trimmed(2));
    const { byTag, others } = this.#rowsHere;
    for (const rows of byTag.get(tag) ?? others) this.#checkSegment(rows);
  }

  /** What was found, once every segment was visited: nothing of a message that was given up. */
  findings(): readonly Finding[] {
    if (!this.#message.held) return [];
    this.#leaveAll();
    this.#close(this.#rows.groups.message, 0);
    return this.#report.take();
  }

  /** Goes into the group that a segment opens, after closing those that it ends. */
  #enter(tag: number, index: number): void {
    const group = this.#groupOf(tag);
    if (group === undefined) return;
    if (group === 'document') {
      if (this.#group === 'document') this.#close(this.#rowsHere, this.#groupStart);
    } else {
      this.#leaveAll();
      this.#personStart = group === 'person' ? index : -1;
    }
    this.#group = group;
    this.#groupStart = index;
    this.#rowsHere = this.#rows.groups[group];
    for (const place of this.#rowsHere.places) this.#counts[place] = 0;
  }

  #groupOf(tag: number): ProfileGroup | undefined {
    if (tag === doc) return this.#personStart >= 0 ? 'document' : undefined;
    if (tag === tdt) return 'leg';
    if (tag === nad) return roles.meaning.has(this.#message.segments.trimmed(1)) ? 'person' : 'contact';
    return (tag === cnt || tag === unt) && this.#group !== 'trailer' ? 'trailer' : undefined;
  }

  #leaveAll(): void {
    this.#close(this.#rowsHere, this.#groupStart);
    if (this.#group === 'document') this.#close(this.#rows.groups.person, this.#personStart);
  }

  #checkSegment({ refused, occurrences, values }: RowsOfTag): void {
    const { segments } = this.#message;
    if (refused !== undefined) this.#find('EDI-0601', refused, { tag: segments.tagText() });
    for (const { row, place } of occurrences) if (this.#speaksOf(row)) this.#count(row, place);
    for (const { row, codes } of values) if (this.#speaksOf(row)) this.#checkValue(row, codes);
  }

  /** True when a row speaks of every segment of its tag, or of those with this qualifier. */
  #speaksOf({ qualifier }: { readonly qualifier?: string }): boolean {
    return qualifier === undefined || this.#message.segments.is(qualifier, 1);
  }

  #count(row: OccurrenceRow, place: number): void {
    const count = this.#countAt(place) + 1;
    this.#counts[place] = count;
    if (count === row.most + 1) this.#find('EDI-0602', row, { tag: nameOf(row), most: row.most });
  }

  #countAt(place: number): number {
    return this.#counts[place] ?? 0;
  }

  #checkValue(row: ValueRow, codes: ReadonlySet<string> | undefined): void {
    const value = this.#message.segments.trimmed(row.element, row.component);
    const { element, component } = row;
    if (codes !== undefined && !codes.has(value)) {
      this.#find('EDI-0604', row, { tag: row.tag, value }, { element, component });
    }
    if (row.format !== undefined && !/^\d{6}$/.test(value)) {
      this.#find('EDI-0605', row, { tag: row.tag, value, format: row.format }, { element, component });
    }
  }

  /** A group has ended: what must stand in it and does not is reported at the segment that opened it. */
  #close(group: RowsOfGroup, start: number): void {
    for (const { row, place } of group.required) {
      if (this.#countAt(place) >= row.least) continue;
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
