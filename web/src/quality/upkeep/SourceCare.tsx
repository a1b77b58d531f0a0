import { useLabel, useTranslation } from '#shell';
import { useUpkeep } from './api';
import { CareActs, LastReview, ReviewDay } from './Care';
import css from './upkeep.module.css';

/** In one line: who looks after a source, when it is to be looked at again, what was found last. */
export function SourceCare({ source, name }: { source: string; name: string }) {
  const { t } = useTranslation('quality');
  const label = useLabel();
  const { data } = useUpkeep();
  if (!data) return null;
  const care = data.find((one) => one.of === 'source' && one.key === source);
  return (
    <div className={css.line}>
      <span>
        {t('rules.owner')} <b>{care?.ownerName ? label(care.ownerName) : t('upkeep.nobody')}</b>
      </span>
      <span>
        {t('upkeep.reviewOn')} <ReviewDay care={care} />
      </span>
      <span className={css.found}>
        <LastReview care={care} />
      </span>
      <CareActs of="source" id={source} name={name} care={care} />
    </div>
  );
}
