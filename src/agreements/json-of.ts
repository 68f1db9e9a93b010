const deepest = 64;

/** True when no object or array stands in more than 64 others: whatever walks the value afterwards keeps its stack. */
function isShallow(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/g)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
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
