import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { speak, type Label } from '#api';
import type { Locale } from '#style';
import { prefer, preferred } from './theme/preferences';

/** Every folder's text.zh.json and text.en.json, under the folder's name as namespace. */
const files = import.meta.glob<Record<string, unknown>>('/src/*/text.*.json', {
  eager: true,
  import: 'default',
});

const resources: Record<Locale, Record<string, Record<string, unknown>>> = { zh: {}, en: {} };
for (const [path, texts] of Object.entries(files)) {
  const [, folder, locale] = /\/(\w+)\/text\.(zh|en)\.json$/.exec(path) ?? [];
  if (folder) resources[locale as Locale][folder] = texts;
}

const asked = (): Locale => {
  const kept = preferred().locale;
  if (kept) return kept;
  // Chinese first: English only for a browser that names no Chinese at all.
  return navigator.languages.some((tag) => tag.toLowerCase().startsWith('zh')) ? 'zh' : 'en';
};

void i18next.use(initReactI18next).init({
  lng: asked(),
  fallbackLng: 'zh',
  resources,
  defaultNS: 'shell',
  // React escapes by itself.
  interpolation: { escapeValue: false },
  initAsync: false,
});
applied(i18next.language as Locale);

function applied(locale: Locale): void {
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
  speak(locale);
}

/** Switches the language here and now, and remembers it on this device. */
export function switchLanguage(locale: Locale): void {
  prefer({ locale });
  applied(locale);
  void i18next.changeLanguage(locale);
}

export function useLocale(): Locale {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh';
}

/** A label of the server in the language of the screen; plain texts pass through. */
export function useLabel(): (label: Label | string | null | undefined) => string {
  const locale = useLocale();
  return useCallback(
    (label) => {
      if (label === null || label === undefined) return '';
      if (typeof label === 'string') return label;
      return (locale === 'zh' ? label.zh || label.en : label.en || label.zh) || '';
    },
    [locale],
  );
}

export { useTranslation } from 'react-i18next';
export { i18next };
