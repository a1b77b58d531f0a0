import { Checkbox, InputNumber, Select } from 'antd';
import { useTranslation } from '#shell';
import css from '../quality.module.css';
import { Box } from './Box';
import { USUAL_REACH, type Draft } from './draft';

interface Props {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  /** The fields that may set numbers apart. */
  groups: { label: string; options: { value: string; label: string }[] }[];
}

/** Beside what a number is far out, by which measure, and how far. */
export function OutlierBoxes({ draft, change, groups }: Props) {
  const { t } = useTranslation('quality');
  return (
    <>
      <Box text={t('outlier.by')}>
        <Select
          allowClear
          value={draft.by || undefined}
          placeholder={t('outlier.byNone')}
          aria-label={t('outlier.by')}
          options={groups}
          onChange={(by: string | undefined) => change({ by: by ?? '' })}
        />
      </Box>
      <Box text={t('outlier.spread')}>
        <Select
          value={draft.spread}
          aria-label={t('outlier.spread')}
          options={(['mad', 'iqr'] as const).map((value) => ({
            value,
            label: t(`outlier.spreads.${value}`),
          }))}
          onChange={(spread) => change({ spread, reach: USUAL_REACH[spread] })}
        />
      </Box>
      <Box text={t(`outlier.reach.${draft.spread}`)}>
        <InputNumber
          min={1}
          max={100}
          step={0.5}
          value={draft.reach}
          aria-label={t(`outlier.reach.${draft.spread}`)}
          onChange={(reach) => change({ reach })}
        />
      </Box>
      <Checkbox checked={draft.log} onChange={(event) => change({ log: event.target.checked })}>
        {t('outlier.log')}
      </Checkbox>
      <p className={css.quiet}>{t('outlier.text')}</p>
    </>
  );
}
