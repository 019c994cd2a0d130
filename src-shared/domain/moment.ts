/** Milliseconds since the epoch, in the years 1 to 9999: what an instant of the contract can say. */
export const FIRST_MOMENT = Date.parse('0001-01-01T00:00:00.000Z');
export const LAST_MOMENT = Date.parse('9999-12-31T23:59:59.999Z');

export function isMoment(millis: number): boolean {
  return millis >= FIRST_MOMENT && millis <= LAST_MOMENT;
}

/** The nearest moment. Where a record says a time that no clock shows, what it holds is shown all the same, and the list around it too. */
export function nearestMoment(millis: number): number {
  return Math.min(Math.max(millis, FIRST_MOMENT), LAST_MOMENT);
}

/** ISO 8601 in UTC. Never fails. @param millis since the epoch; what is no number is the epoch */
export function isoMoment(millis: number): string {
  return new Date(Number.isNaN(millis) ? 0 : nearestMoment(millis)).toISOString();
}
