/**
 * Cuts a text in which a list enumerates: `(a) one, (b) two`, `a) one b) two`, `(1) one (2) two`, `one; two`. Quotation
 * marks around the whole go, empty pieces too. A comma alone cuts nothing, since names and addresses have commas.
 */
export const piecesOf = (text: string): readonly string[] =>
  text
    .replaceAll('"', '')
    .split(/;|,? ?(?<![\p{L}\p{N}(])\(?[a-z\d]\)(?!\p{L})/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
