import { type Access, fitting, type Language, type Search } from '#kernel';
import { planView, type Said } from './facts/records.ts';
import { adoptedOf, type Commitment, type Register } from './register/register.ts';

/** All commitments: those of the shipped plan, and those that were adopted since. */
function commitmentsOf(register: Register, access: Access): readonly Commitment[] {
  const said = [...access.view<Said>(planView.name).state.values()];
  return [...register.commitments.values(), ...said.flatMap(({ facts }) => adoptedOf(facts, register) ?? [])];
}

/** By what a commitment is found: its key, its title, its chapter and its initiative, in the caller's language. */
function textsIn(register: Register, language: Language): (commitment: Commitment) => readonly (string | undefined)[] {
  const chapters = new Map(register.chapters.map((chapter) => [chapter.code, chapter]));
  return ({ key, title, chapter, initiative }) => {
    const known = chapters.get(chapter);
    const under = known?.initiatives.find((one) => one.key === initiative);
    return [key, title[language], chapter, known?.title[language], under?.title[language]];
  };
}

/** What of the plan can be found. */
export const commitmentSearch = (register: Register): Search => ({
  name: 'plan.commitments',
  title: { en: 'Commitments of the plan', fr: 'Engagements du plan', es: 'Compromisos del plan' },
  by: {
    en: 'key, words of the title, chapter: TRV-1.1, biometrics',
    fr: 'clé, mots du titre, chapitre : TRV-1.1, biometricse',
    es: 'clave, palabras del título, capítulo: TRV-1.1, biometría',
  },
  permission: 'plan.read',
  find: (words, { language }, access) => {
    const found = fitting(commitmentsOf(register, access), { words }, textsIn(register, language));
    return Promise.resolve(
      found.map(({ key, title }) => ({
        title: key,
        detail: title[language],
        address: `/plan/milestones/${encodeURIComponent(key)}`,
      })),
    );
  },
});
