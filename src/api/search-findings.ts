import { type Finding, fitting, type Language, type Part, type Search } from '#kernel';

/** Finds the text of a finding; the node offers it as the service `texts`. */
type TextOf = (language: Language, finding: Finding) => string;

interface Coded {
  readonly code: string;
  readonly part: Part;
  readonly text: string;
}

/** The text of a code with its parameters left open: their names stand where values would. */
function openText(textOf: TextOf, language: Language, { part, code }: Pick<Coded, 'part' | 'code'>): string {
  const spec = part.findings[code];
  if (spec === undefined) return code;
  const parameters = Object.fromEntries((spec.parameters ?? []).map((name) => [name, `‹${name}›`]));
  return textOf(language, { code, origin: spec.origin, severity: spec.severity, parameters });
}

/** Findings explain themselves: by their code, or by words of their text. */
export const findingSearch = (parts: () => readonly Part[]): Search => ({
  name: 'api.findings',
  title: { en: 'Findings', fr: 'Constats', es: 'Hallazgos' },
  by: {
    en: 'code, or words of the text: PLN-0203',
    fr: 'code, ou mots du texte : PLN-0203',
    es: 'código, o palabras del texto: PLN-0203',
  },
  permission: 'api.describe',
  find: (words, { language }, access) => {
    const textOf = access.service<TextOf>('texts');
    const all = parts().flatMap((part) =>
      Object.keys(part.findings).map(
        (code): Coded => ({ code, part, text: openText(textOf, language, { part, code }) }),
      ),
    );
    const found = fitting(all, { words }, ({ code, text }) => [code, text]);
    return Promise.resolve(
      found.map(({ code, text, part }) => ({ title: code, detail: text, address: `/parts/${part.name}#${code}` })),
    );
  },
});
