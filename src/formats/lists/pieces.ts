/**
 * Cuts a text in which a list enumerates: `(a) one, (b) two`, `a) one b) two`, `(1) one (2) two`, `one; two`. Quotation
 * marks around the whole go, empty pieces too. A comma alone cuts nothing, since names and addresses have commas.
 */
export function piecesOf(text: string): readonly string[] {
  const bare = text.replaceAll('"', '');
  // Most cells enumerate nothing, and a list has a hundred thousand of them.
  const pieces = /[;)]/.test(bare) ? bare.split(/;|,? ?(?<![\p{L}\p{N}(])\(?[a-z\d]\)(?!\p{L})/u) : [bare];
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}
