import type { ListEntry, SubjectName } from '#kernel';

/**
 * A name as US lists write it, `AL ZAWAHIRI, Dr. Ayman`: what stands before the first comma of a person's name is the
 * family name. In the name of anything else a comma is a comma (`ACME, S.A.`).
 */
export function commaName(text: string, kind: ListEntry['kind']): SubjectName {
  const comma = kind === 'person' ? text.indexOf(',') : -1;
  const [family, given] = [text.slice(0, Math.max(comma, 0)).trim(), text.slice(comma + 1).trim()];
  return family === '' || given === '' ? { whole: text } : { family, given };
}

/** A name in parts, of which any may be missing; undefined when all are. Without a family name or a given one it is whole. */
export function partedName(family: string | undefined, given: readonly string[]): SubjectName | undefined {
  const first = given.join(' ').trim();
  const last = family?.trim() ?? '';
  if (first === '' || last === '') return first === last ? undefined : { whole: first + last };
  return { family: last, given: first };
}

/** Words that stand in the names of firms and offices, and not in those of people. */
const firm =
  /\d|\b(?:co|corp|corporation|company|inc|incorporated|ltd|limited|llc|l\.l\.c|gmbh|ag|s\.?a|s\.?r\.?l|b\.?v|oao|ooo|jsc|pjsc|fze|fzco|fzc|fz|fzllc|plc|pte|pvt|bhd|trading|traders?|airlines?|air|aviation|aerospace|avionics|freight|cargo|industr(?:y|ies|ial)|enterprises?|group|holdings?|international|technolog(?:y|ies)|tech|electronics?|systems?|services?|solutions?|shipping|logistics|general|export|import|exports|imports|machinery|engineering|institute|university|academy|laborator(?:y|ies)|research|cent(?:er|re)|bank|society|foundation|organi[sz]ation|ministry|department|bureau|agency|committee|factory|plant|works|regiment|brigade|force|army|navy|store|market|motors|petroleum|oil|gas|chemicals?|computers?|components?|supply|supplies|network|media)\b/i;

/** Whether a name that a list does not say more of is a firm's or a person's: a firm has a number or a word of firms in it. */
export const kindByName = (name: string): 'person' | 'organisation' => (firm.test(name) ? 'organisation' : 'person');
