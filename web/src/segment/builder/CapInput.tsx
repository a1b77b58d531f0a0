import { Button, InputNumber, Select } from 'antd';
import type { Cap } from '#api';
import { useTranslation } from '#shell';
import css from '../segment.module.css';
import { useCapWords } from '../useCapWords';
import { freshSalt, rankOf, RANKS } from './caps';

type Way = 'all' | Cap['type'];

/** Everybody who fits, the first so many by a number, or so many drawn. */
export function CapInput({
  cap,
  onChange,
}: {
  cap: Cap | undefined;
  onChange: (cap: Cap | undefined) => void;
}) {
  const { t } = useTranslation('segment');
  const words = useCapWords();
  const most = cap?.most ?? 1000;
  const way: Way = cap?.type ?? 'all';
  const rank = cap?.type === 'ranked' ? rankOf(cap) : undefined;
  const choose = (next: Way) => {
    const [first] = RANKS;
    if (next === 'all') onChange(undefined);
    else if (next === 'drawn') onChange({ type: 'drawn', most, salt: freshSalt() });
    else if (first) onChange({ type: 'ranked', most, by: first.by, lowest: first.lowest });
  };
  return (
    <div className={css.cap} role="group" aria-label={t('cap.label')}>
      <span className={css.capLabel}>{t('cap.label')}</span>
      <Select<Way>
        value={way}
        aria-label={t('cap.label')}
        popupMatchSelectWidth={false}
        onChange={choose}
        options={(['all', 'ranked', 'drawn'] as const).map((value) => ({
          value,
          label: t(`cap.way.${value}`),
        }))}
      />
      {cap && (
        <InputNumber<number>
          value={cap.most}
          min={1}
          max={10_000_000}
          precision={0}
          aria-label={t('cap.most')}
          suffix={t('cap.people')}
          onChange={(next) => next !== null && onChange({ ...cap, most: next })}
        />
      )}
      {cap?.type === 'ranked' && (
        <Select<string>
          value={rank ?? 'own'}
          aria-label={t('cap.by')}
          popupMatchSelectWidth={false}
          onChange={(key) => {
            const one = RANKS.find((other) => other.key === key);
            if (one) onChange({ ...cap, by: one.by, lowest: one.lowest });
          }}
          options={[
            ...RANKS.map(({ key }) => ({ value: key, label: t(`cap.rank.${key}`) })),
            ...(rank === undefined ? [{ value: 'own', label: words(cap) }] : []),
          ]}
        />
      )}
      {cap?.type === 'drawn' && (
        <Button size="small" onClick={() => onChange({ ...cap, salt: freshSalt() })}>
          {t('cap.again')}
        </Button>
      )}
      {cap && <small className={css.capSays}>{t(`cap.says.${cap.type}`)}</small>}
    </div>
  );
}
