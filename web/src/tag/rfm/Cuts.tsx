import type { Rfm } from '#api';
import { Panel, useFormat, useTranslation } from '#shell';
import css from '../tag.module.css';
import { linesOf } from './lines';

/** What counts as recent, often and high: the lines as they were drawn, with their units. */
export function Cuts({
  rfm,
  thresholds,
}: {
  rfm: Rfm;
  thresholds: NonNullable<Rfm['thresholds']>;
}) {
  const { t } = useTranslation('tag');
  const format = useFormat();
  const { r, f, m } = linesOf(thresholds);
  const { split } = rfm.settings;
  const mean = split === 'MEAN';
  const rows = [
    {
      key: 'r',
      line: t('rfm.cut.r', { n: format.full(r) }),
      note: t('rfm.cut.rMean', { n: format.full(round(thresholds.r)) }),
    },
    {
      key: 'f',
      line: t('rfm.cut.f', { n: format.full(f) }),
      note: t('rfm.cut.fMean', { n: format.full(round(thresholds.f)) }),
    },
    {
      key: 'm',
      line: t('rfm.cut.m', { m: format.moneyFull(m) }),
      note: t('rfm.cut.mMean', { m: format.moneyFull(thresholds.m) }),
    },
  ];
  return (
    <Panel title={t('rfm.cut.title')} text={t(`rfm.cut.by.${split}`)}>
      <dl className={css.cuts}>
        {rows.map(({ key, line, note }) => (
          <div key={key}>
            <dt>{t(`rfm.cut.name.${key}`)}</dt>
            <dd>
              {line}
              {mean && <span className={css.quiet}>{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

const round = (value: number | string): number => Math.round(Number(value) * 10) / 10;
