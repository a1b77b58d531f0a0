/** What the clock on the company's wall shows at a moment: `2026-03-01T09:30`. */
export function clockOf(moment: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).formatToParts(new Date(moment));
  const at = (type: string) => parts.find((part) => part.type === type)?.value ?? '00';
  return `${at('year')}-${at('month')}-${at('day')}T${at('hour')}:${at('minute')}`;
}

/** The moment at which that clock shows this; in the hour that a summer time skips, the one after. */
export function momentAt(clock: string, zone: string): string {
  const wanted = Date.parse(`${clock}:00Z`);
  let guess = wanted;
  // The offset is that of the moment itself, so the second round corrects the first.
  for (let i = 0; i < 2; i++) {
    const shown = Date.parse(`${clockOf(new Date(guess).toISOString(), zone)}:00Z`);
    guess += wanted - shown;
  }
  return new Date(guess).toISOString().replace('.000Z', 'Z');
}
