import './travel.css';
import { lazy } from 'react';
import { type HomeView, later, type PageRoute, type SubjectView } from '#ui';

/** The pages of travel. */
export const pages: readonly PageRoute[] = [
  {
    pattern: '/flights',
    page: later(async () => (await import('./today.tsx')).TodayPage),
    place: { text: 'travel.place', order: 10, keys: 'g f', permission: 'travel.flights.read' },
  },
  { pattern: '/flights/:journey', page: later(async () => (await import('./flight.tsx')).FlightPage) },
  {
    pattern: '/travellers/:journey/:subject',
    page: later(async () => (await import('./traveller.tsx')).TravellerPage),
  },
  {
    pattern: '/map',
    page: later(async () => (await import('./map.tsx')).MapPage),
    place: { text: 'map.place.way', order: 15, keys: 'g m', permission: 'travel.flights.read' },
  },
  {
    pattern: '/certify',
    page: later(async () => (await import('./certify.tsx')).CertifyPage),
    place: { text: 'travel.certify', order: 80, keys: 'g c', permission: 'travel.certify' },
  },
  {
    pattern: '/booth',
    page: later(async () => (await import('./booth.tsx')).BoothPage),
    place: { text: 'travel.booth', order: 20, keys: 'g b', permission: 'travel.booth' },
  },
];

/** Travellers at an officer's desk. */
export const subjects: readonly SubjectView[] = [
  {
    kinds: 'travel.',
    view: lazy(async () => ({ default: (await import('./traveller-brief.tsx')).TravellerBrief })),
    reasons: [
      { letter: 'd', code: 'date-of-birth-differs', text: 'travel.decide.birth' },
      { letter: 'n', code: 'nationality-differs', text: 'travel.decide.nationality' },
      { letter: 'p', code: 'document-proves', text: 'travel.decide.document' },
      { letter: 'i', code: 'identity-confirmed', text: 'travel.decide.identity' },
    ],
  },
];

/** What travel shows on the homes. */
export const homes: readonly HomeView[] = [
  {
    key: 'travel.departures',
    homes: ['everybody', 'officer', 'supervisor', 'auditor'],
    permission: 'travel.flights.read',
    view: lazy(async () => ({ default: (await import('./home.tsx')).DeparturesPanel })),
  },
  {
    key: 'travel.certification',
    homes: ['carrier'],
    permission: 'travel.certify',
    view: lazy(async () => ({ default: (await import('./home.tsx')).CertificationPanel })),
  },
];
