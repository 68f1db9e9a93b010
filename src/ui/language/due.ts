/** How far a day or a month lies from today, as a person says it. */
export interface Distance {
  readonly unit: 'day' | 'month';
  /** Whole days or months, never negative. */
  readonly count: number;
  readonly late: boolean;
}

const dayMs = 86_400_000;
/** From so many days on, months say more. */
const fewDays = 60;

const monthCount = (when: string): number => Number(when.slice(0, 4)) * 12 + Number(when.slice(5, 7));

/**
 * The distance from today (`2026-11-24`) to a day or a month (`2026-12`). A month is not late before it is over: what was
 * promised for it may come on its last day.
 */
export function distanceTo(when: string, today: string): Distance {
  if (when.length >= 10) {
    const days = Math.round((Date.parse(when.slice(0, 10)) - Date.parse(today)) / dayMs);
    if (Math.abs(days) < fewDays) return { unit: 'day', count: Math.abs(days), late: days < 0 };
  }
  const months = monthCount(when) - monthCount(today);
  return { unit: 'month', count: Math.abs(months), late: months < 0 };
}
