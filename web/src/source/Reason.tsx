import { useTranslation } from 'react-i18next';
import { useFormat } from '#shell';

/** Why something was refused, and at which character of its line, when that is known. */
export function Reason({ message, place }: { message: string; place?: number | null }) {
  const { t } = useTranslation('source');
  const format = useFormat();
  return (
    <>
      {place ? `${t('quarantine.place', { n: format.full(place) })} ` : ''}
      {message}
    </>
  );
}
