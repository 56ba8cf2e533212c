/**
 * The one spelling of a time zone's name ("europe/paris" → "Europe/Paris"); undefined for a name the zone database
 * does not know. A bare offset ("+02:00") is refused: it has no summer time, and calendar days would be cut wrongly.
 */
export function canonicalZone(name: string): string | undefined {
  if (!/^[A-Za-z]/.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
