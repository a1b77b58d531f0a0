import { useMemo } from 'react';
import type { Label } from '#api';
import { useLexicon, useVocabulary } from '#condition';
import { i18next, useLocale } from '#shell';
import type { Locale } from '#style';
import { useMetrics } from './api';
import type { Voice } from './words';

interface Both extends Voice {
  both: (say: (voice: Voice) => string) => Label;
  /** The words are still on their way: nothing is put into words yet, or keys would be read. */
  waits: boolean;
}

/** Puts questions into words: in the language of the screen, and for what is kept in both. */
export function useVoice(): Both {
  const locale = useLocale();
  const lexicon = useLexicon();
  const vocabulary = useVocabulary();
  const { data: metrics, isPending } = useMetrics();
  const waits = isPending || vocabulary.isPending;
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
    return {
      ...voice(locale),
      both: (say) => ({ zh: say(voice('zh')), en: say(voice('en')) }),
      waits,
    };
  }, [locale, lexicon, metrics, waits]);
}
