/** Days since 1970 of an ISO day; 0 where it is none. */
export function dayNumber(day: string): number {
  const time = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? 0 : Math.round(time / 86_400_000);
}
