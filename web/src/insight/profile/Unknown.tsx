import type { Answer } from '#api';
import { useFormat, useTranslation } from '#shell';
import css from '../insight.module.css';
import type { ProfileQuestion } from '../question';
import { useVoice } from '../useVoice';
import { dividerName } from '../words';

/** How many of the group have no value of a field, and are in none of its shares. */
export function Unknown({ answer, question }: { answer: Answer; question: ProfileQuestion }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const voice = useVoice();
  const at = (name: string) => answer.columns.findIndex((one) => one.name === name);
  const unknown = answer.rows
    .filter((row) => row[at('value')] === null && Number(row[at('customers')]) > 0)
    .map((row) =>
      t('profile.unknownOf', {
        field: dividerName(question.by[Number(row[at('field')])] ?? '', voice),
        n: format.full(Number(row[at('customers')])),
      }),
    );
  if (unknown.length === 0) return null;
  return (
    <p className={css.hint}>{t('profile.unknown', { fields: unknown.join(t('profile.comma')) })}</p>
  );
}
