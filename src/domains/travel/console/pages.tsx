import './travel.css';
import { lazy } from 'react';
import { later, type PageRoute, type SubjectView } from '#ui';

/** The pages of travel. */
export const pages: readonly PageRoute[] = [
  {
    pattern: '/',
    page: later(async () => (await import('./today.tsx')).TodayPage),
    place: { text: 'travel.today', order: 10, keys: 'g f' },
  },
  { pattern: '/flights', page: later(async () => (await import('./today.tsx')).TodayPage) },
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
    place: { text: 'travel.certify', order: 80, keys: 'g c' },
  },
  {
    pattern: '/booth',
    page: later(async () => (await import('./booth.tsx')).BoothPage),
    place: { text: 'travel.booth', order: 20, keys: 'g b' },
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
