/** The zone in which a node tells time, by the country of its seat: that of the capital. */
const zones: Readonly<Record<string, string>> = {
  CA: 'America/Toronto',
  US: 'America/New_York',
  MX: 'America/Mexico_City',
};

export const zoneOf = (country: string): string => zones[country] ?? 'UTC';
