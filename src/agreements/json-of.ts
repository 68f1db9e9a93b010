const deepest = 64;
const [quote, backslash, bracket, brace] = [0x22, 0x5c, 0x5b, 0x7b] as const;

/** Where the string that begins at `at` has its closing quote; the text's end when it has none. */
function endOfString(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text.charCodeAt(end) !== quote) end += text.charCodeAt(end) === backslash ? 2 : 1;
  return end;
}

/** True when no object or array stands in more than 64 others: whatever walks the value afterwards keeps its stack. */
function isShallow(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === quote) at = endOfString(text, at);
    else if (character === bracket || character === brace) depth += 1;
    // The closing ones stand two behind the opening ones.
    else if (character === bracket + 2 || character === brace + 2) depth -= 1;
    if (depth > deepest) return false;
  }
  return true;
}

/** The value of a JSON text; undefined, which no schema takes, when it is none or nests deeper than 64. */
export function jsonOf(text: string): unknown {
  try {
    return isShallow(text) ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
