import type { Label } from '#api';
import { i18next } from '#shell';
import type { Origin } from './job';

/** The systems that most companies have, named in both languages. */
export const PRESETS: Origin[] = ['crm', 'shop', 'pos', 'wechat', 'messages', 'ads'].map(
  (source) => ({
    source,
    label: {
      zh: i18next.getFixedT('zh', 'source')(`origin.${source}`),
      en: i18next.getFixedT('en', 'source')(`origin.${source}`),
    },
  }),
);

/** A source's short name, as files and the command line say it: letters and digits, no underscore. */
export const isSourceName = (name: string): boolean => /^[a-z][a-z0-9]{0,19}$/.test(name);
export const isFeedName = (name: string): boolean => /^[a-z][a-z0-9_]{0,29}$/.test(name);

/** A short name made from what a person typed; Chinese leaves nothing, so a number is taken. */
export function shortName(typed: string, taken: readonly string[]): string {
  const plain = typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^[0-9]+/, '')
    .slice(0, 20);
  if (plain !== '' && !taken.includes(plain)) return plain;
  for (let n = 1; ; n++) {
    const name = `${plain.slice(0, 16) || 'source'}${n}`;
    if (!taken.includes(name)) return name;
  }
}

export const labelled = (name: string): Label => ({ zh: name, en: name });
