import { Button } from 'antd';
import { SpanInput, WhoInput } from '#insight';
import { useTranslation } from '#shell';
import css from '../dashboard.module.css';
import { isSame, type Filter } from '../filter';

interface Props {
  filter: Filter;
  /** What the board says by itself. */
  saved: Filter;
  latest: string;
  saving: boolean;
  onChange: (filter: Filter) => void;
  /** Not there where the board is somebody else's. */
  onSave: (() => void) | undefined;
}

/** Which days and whom all tiles are about; what is chosen can be kept with the board. */
export function Filters({ filter, saved, latest, saving, onChange, onSave }: Props) {
  const { t } = useTranslation('dashboard');
  return (
    <div className={css.filters} role="group" aria-label={t('filter.label')}>
      <div className={css.filter}>
        <SpanInput
          span={filter.span}
          latest={latest}
          none={t('filter.own')}
          onChange={(span) => onChange({ ...filter, span })}
        />
      </div>
      <div className={css.filter}>
        <WhoInput
          label={t('filter.who')}
          who={filter.who}
          onChange={(who) => onChange({ ...filter, who })}
        />
      </div>
      {!isSame(filter, saved) && (
        <div className={css.filterTools}>
          <Button onClick={() => onChange(saved)}>{t('filter.back')}</Button>
          {onSave && (
            <Button loading={saving} onClick={onSave}>
              {t('filter.save')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
