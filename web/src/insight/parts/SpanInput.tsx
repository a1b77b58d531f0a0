import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useFormat, useTranslation } from '#shell';
import css from '../insight.module.css';
import { isRolling, periodOf, shift, spanFromAddress, spanInAddress, type Span } from '../span';

const LATEST = ['7day', '30day', '90day', '12week', '3month', '6month', '12month', '24month'];

interface Props {
  id?: string;
  span: Span | null;
  latest: string;
  onChange: (span: Span | null) => void;
  /** What choosing no days is called, where that can be chosen. */
  none?: string;
}

/** Which days: the latest so many, which move with the data, or from one day to another. */
export function SpanInput({ id, span, latest, onChange, none }: Props) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const name = useSpanName();
  const [picks, setPicks] = useState(span !== null && !isRolling(span));
  const now = span ? spanInAddress(span) : 'none';
  const listed = span && isRolling(span) && !LATEST.includes(now) ? [...LATEST, now] : LATEST;
  const isPicked = span === null ? picks && !none : !isRolling(span) || picks;
  const period = span && periodOf(span, latest);
  const choose = (value: string) => {
    setPicks(value === 'picked');
    if (value === 'none') onChange(null);
    else if (value === 'picked') onChange(period ?? periodOf({ last: 30, unit: 'day' }, latest));
    else onChange(spanFromAddress(value));
  };
  return (
    <div className={css.span}>
      <Select<string>
        id={id}
        value={isPicked ? 'picked' : now}
        aria-label={id ? undefined : t('field.span')}
        popupMatchSelectWidth={false}
        onChange={choose}
        options={[
          ...(none ? [{ value: 'none', label: none }] : []),
          ...listed.map((value) => ({ value, label: name(spanFromAddress(value)) })),
          { value: 'picked', label: t('span.picked') },
        ]}
      />
      {isPicked && period ? (
        <DatePicker.RangePicker
          value={[dayjs(period.from), dayjs(shift(period.until, -1))]}
          allowClear={false}
          aria-label={t('field.span')}
          onChange={(days) => {
            if (!days?.[0] || !days[1]) return;
            onChange({
              from: days[0].format('YYYY-MM-DD'),
              until: shift(days[1].format('YYYY-MM-DD'), 1),
            });
          }}
        />
      ) : (
        period && (
          <p className={css.hint}>
            {t('span.days', {
              from: format.day(period.from),
              until: format.day(shift(period.until, -1)),
            })}
          </p>
        )
      )}
    </div>
  );
}

/** 近 12 个月, Last 12 months. */
export function useSpanName() {
  const { t } = useTranslation('insight');
  const format = useFormat();
  return (span: Span | null): string => {
    if (!span) return t('span.ever');
    return isRolling(span)
      ? t(`span.last.${span.unit}`, { count: span.last })
      : t('span.days', {
          from: format.day(span.from),
          until: format.day(shift(span.until, -1)),
        });
  };
}
