import { DatePicker, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from '#shell';
import type { WindowDraft } from '../draft';
import { shifted } from '../days';
import css from './builder.module.css';

interface Props {
  window: WindowDraft;
  onChange: (window: WindowDraft) => void;
}

const LONGEST = 3660;

/** What each kind of window begins with. */
const BEGUN: Record<WindowDraft['type'], WindowDraft> = {
  lastDays: { type: 'lastDays', days: 90 },
  ago: { type: 'ago', from: 90, to: 30 },
  running: { type: 'running', unit: 'MONTH' },
  during: { type: 'during', from: null, until: null },
  firstDays: { type: 'firstDays', days: 30 },
  ever: { type: 'ever' },
};

const TYPES = Object.keys(BEGUN) as WindowDraft['type'][];

/** In which days: the last so many, from one day to another, or all time. */
export function WindowInput({ window, onChange }: Props) {
  const { t } = useTranslation('condition');
  return (
    <span className={css.window}>
      <Select<WindowDraft['type']>
        className={css.windowType}
        value={window.type}
        aria-label={t('builder.window')}
        popupMatchSelectWidth={false}
        onChange={(type) => onChange(BEGUN[type])}
        options={TYPES.map((type) => ({
          value: type,
          label: t(`windowType.${type}`),
        }))}
      />
      {(window.type === 'lastDays' || window.type === 'firstDays') && (
        <InputNumber<number>
          className={css.days}
          value={window.days}
          min={1}
          max={LONGEST}
          precision={0}
          aria-label={t('builder.days')}
          suffix={t('builder.days')}
          onChange={(days) => onChange({ ...window, days })}
        />
      )}
      {window.type === 'running' && (
        <Select<'MONTH' | 'YEAR'>
          value={window.unit}
          aria-label={t('builder.unit')}
          popupMatchSelectWidth={false}
          onChange={(unit) => onChange({ type: 'running', unit })}
          options={(['MONTH', 'YEAR'] as const).map((unit) => ({
            value: unit,
            label: t(`builder.months.${unit}`),
          }))}
        />
      )}
      {window.type === 'ago' && (
        <span className={css.ago}>
          <InputNumber<number>
            className={css.daysAgo}
            value={window.from}
            min={1}
            max={LONGEST}
            precision={0}
            aria-label={t('builder.from')}
            onChange={(from) => onChange({ ...window, from })}
          />
          <span>{t('builder.to')}</span>
          <InputNumber<number>
            className={css.days}
            value={window.to}
            min={0}
            max={window.from ?? LONGEST}
            precision={0}
            aria-label={t('builder.upTo')}
            suffix={t('builder.daysAgo')}
            onChange={(to) => onChange({ ...window, to })}
          />
        </span>
      )}
      {window.type === 'during' && (
        <DatePicker.RangePicker
          className={css.period}
          value={[
            window.from ? dayjs(window.from) : null,
            window.until ? dayjs(shifted(window.until, -1)) : null,
          ]}
          aria-label={t('windowType.during')}
          onChange={(days) =>
            onChange({
              type: 'during',
              from: days?.[0]?.format('YYYY-MM-DD') ?? null,
              until: days?.[1] ? shifted(days[1].format('YYYY-MM-DD'), 1) : null,
            })
          }
        />
      )}
    </span>
  );
}
