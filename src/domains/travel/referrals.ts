import type { Permission, ReferralKind, Texts } from '#kernel';

const texts = (en: string, fr: string, es: string): Texts => ({ en, fr, es });

const outcomes: ReferralKind['outcomes'] = [
  { code: 'board', title: texts('May board', 'Peut embarquer', 'Puede abordar') },
  {
    code: 'board-after-document-check',
    title: texts(
      'May board after a document check',
      'Peut embarquer après vérification du document',
      'Puede abordar previa revisión del documento',
    ),
  },
  { code: 'refuse', title: texts('Do not board', 'Ne pas embarquer', 'No abordar') },
];

const looked: ReferralKind['outcomes'] = [
  { code: 'noted', title: texts('Noted', 'Pris en note', 'Enterado') },
  { code: 'meet-on-arrival', title: texts('Meet on arrival', 'Accueillir à l’arrivée', 'Recibir a la llegada') },
];

/** Why a traveller goes to an officer, what he may answer, and how long it may wait. */
export const referrals: readonly ReferralKind[] = [
  {
    name: 'travel.identity',
    title: texts('Is this the person on the list?', 'Est-ce la personne inscrite?', '¿Es la persona de la lista?'),
    outcomes,
    targetMinutes: 15,
  },
  {
    name: 'travel.document',
    title: texts('Is the document good?', 'Le document est-il valable?', '¿Es válido el documento?'),
    outcomes,
    targetMinutes: 15,
  },
  {
    name: 'travel.milder-late-answer',
    title: texts(
      'A partner’s late answer is milder than what went out',
      'La réponse tardive d’un partenaire est plus clémente que celle envoyée',
      'La respuesta tardía de un socio es más leve que la enviada',
    ),
    outcomes: [
      { code: 'keep', title: texts('Keep the answer', 'Maintenir la réponse', 'Mantener la respuesta') },
      {
        code: 'soften',
        title: texts('Send the milder answer', 'Envoyer la réponse plus clémente', 'Enviar la respuesta más leve'),
      },
    ],
    targetMinutes: 10,
  },
  {
    name: 'travel.place',
    title: texts(
      'The journey names an unknown place',
      'Le voyage nomme un lieu inconnu',
      'El viaje nombra un lugar desconocido',
    ),
    outcomes: looked,
    targetMinutes: 60,
  },
  {
    name: 'travel.boarded-uncleared',
    title: texts('On board without leave', 'À bord sans autorisation', 'A bordo sin autorización'),
    outcomes: looked,
    targetMinutes: 30,
  },
];

export const permissions: readonly Permission[] = [
  {
    name: 'travel.flights.read',
    title: texts(
      'See flights, ferries and crossings',
      'Voir les vols, traversiers et passages',
      'Ver vuelos, transbordadores y cruces',
    ),
  },
  { name: 'travel.travellers.read', title: texts('See travellers', 'Voir les voyageurs', 'Ver viajeros') },
  { name: 'travel.booth', title: texts('Answer at the booth', 'Répondre à la guérite', 'Responder en la caseta') },
  {
    name: 'travel.certify',
    title: texts(
      'Certify a carrier’s system',
      'Certifier le système d’un transporteur',
      'Certificar el sistema de un transportista',
    ),
  },
];
