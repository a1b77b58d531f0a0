/** Why a trait changed, as the history keeps it: `rule/3`, `person/lin/saved from a chart`, `vanished`, `retired`. */
export function causeOf(text: string): { key: string; slots: Record<string, string> } {
  const [kind = '', first = '', ...rest] = text.split('/');
  if (kind === 'rule') return { key: 'rule', slots: { version: first } };
  if (kind === 'person') {
    const note = rest.join('/');
    return {
      key: note === '' ? 'person' : 'personNote',
      slots: { who: decoded(first), note },
    };
  }
  if (kind === 'vanished' || kind === 'retired') return { key: kind, slots: {} };
  return { key: 'other', slots: { text } };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
