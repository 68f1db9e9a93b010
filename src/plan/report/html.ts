/** Markup that is already safe. */
export interface Markup {
  readonly html: string;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML: nothing in it is markup. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

type Piece = string | number | Markup | readonly Markup[] | undefined;

function pieceOf(piece: Piece): string {
  if (piece === undefined) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
  return 'html' in piece ? piece.html : piece.map(({ html }) => html).join('');
}

/** A template of HTML: every value that is put in is escaped, unless a template made it. */
export const html = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup => ({
  html: strings.map((text, at) => text + pieceOf(pieces[at])).join(''),
});
