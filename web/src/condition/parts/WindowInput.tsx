import { DatePicker, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from '#shell';
import type { WindowDraft } from '../draft';
import { shifted } from '../words';
import css from './builder.module.css';

interface Props {
  window: WindowDraft;
  onChange: (window: WindowDraft) => void;
}

const LONGEST = 3660;

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
        onChange={(type) =>
          onChange(
            type === 'lastDays'
              ? { type, days: 90 }
              : type === 'during'
                ? { type, from: null, until: null }
                : { type },
          )
        }
        options={(['lastDays', 'during', 'ever'] as const).map((type) => ({
          value: type,
          label: t(`windowType.${type}`),
        }))}
      />
      {window.type === 'lastDays' && (
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
