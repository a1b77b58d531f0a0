import { describe, expect, it } from 'vitest';
import { i18next } from '#shell';

interface Texts {
  [key: string]: string | Texts;
}

const files = import.meta.glob<Texts>('./*/text.*.json', { eager: true, import: 'default' });
const sources = import.meta.glob<string>('./**/*.{ts,tsx}', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[1]!))];

function flat(texts: Texts, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text === 'string') found.set(prefix + key, text);
    else flat(text, `${prefix}${key}.`).forEach((value, name) => found.set(name, value));
  }
  return found;
}

const slots = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort();

describe.each(folders)('texts of %s', (folder) => {
  const zh = flat(files[`./${folder}/text.zh.json`] ?? {});
  const en = flat(files[`./${folder}/text.en.json`] ?? {});

  it('are the same keys in Chinese and English', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  });

  it('fill the same slots', () => {
    for (const [key, text] of zh)
      expect([key, slots(en.get(key) ?? '')]).toEqual([key, slots(text)]);
  });

  it('are known to the screens', () => {
    expect([...flat(i18next.getResourceBundle('zh', folder) as Texts).keys()]).toEqual([
      ...zh.keys(),
    ]);
    expect([...flat(i18next.getResourceBundle('en', folder) as Texts).keys()]).toEqual([
      ...en.keys(),
    ]);
  });

  it('say something', () => {
    for (const text of [...zh.values(), ...en.values()]) expect(text.trim()).not.toBe('');
  });

  it('exist for every key that the code of the folder names', () => {
    const missing: string[] = [];
    for (const [path, code] of Object.entries(sources)) {
      if (!path.startsWith(`./${folder}/`) || path.includes('.test.')) continue;
      const [, other] = /useTranslation\('(\w+)'\)/.exec(code) ?? [];
      if (other && other !== folder) missing.push(`${path} speaks the texts of ${other}`);
      for (const match of code.matchAll(/\bt\(\s*'([\w.]+)'/g)) {
        if (!zh.has(match[1]!)) missing.push(`${path}: ${match[1]}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('are all used, by name or by the start of their name', () => {
    const code = Object.entries(sources)
      .filter(([path]) => path.startsWith(`./${folder}/`) && !path.includes('.test.'))
      .map(([, text]) => text)
      .join('\n');
    const starts = [...code.matchAll(/`([\w.]+\.)\$\{/g)].map((match) => match[1]!);
    const unused = [...zh.keys()].filter(
      (key) =>
        !code.includes(`'${key}'`) &&
        !code.includes(`'${folder}:${key}'`) &&
        !starts.some((start) => key.startsWith(start)) &&
        // `${title}Text` stands beside the title it explains.
        !(key.endsWith('Text') && code.includes(`'${key.slice(0, -4)}'`)),
    );
    expect(unused).toEqual([]);
  });
});
