import { useMemo } from 'react';
import type { Label } from '#api';
import { useLexicon } from '#condition';
import { i18next, useLocale } from '#shell';
import type { Locale } from '#style';
import { useMetrics } from './api';
import type { Voice } from './words';

/** Puts questions into words: in the language of the screen, and for what is kept in both. */
export function useVoice(): Voice & { both: (say: (voice: Voice) => string) => Label } {
  const locale = useLocale();
  const lexicon = useLexicon();
  const { data: metrics } = useMetrics();
  return useMemo(() => {
    const voice = (of: Locale): Voice => {
      const fixed = i18next.getFixedT(of, 'insight');
      return {
        locale: of,
        t: (key, slots) => fixed(key, slots ?? {}),
        lexicon,
        metrics: metrics ?? [],
      };
    };
    return { ...voice(locale), both: (say) => ({ zh: say(voice('zh')), en: say(voice('en')) }) };
  }, [locale, lexicon, metrics]);
}
