import { Button } from 'antd';
import { Link } from 'react-router';
import type { MatchQuality } from '#api';
import { DataTable, useFormat, useTranslation } from '#shell';
import css from './quality.module.css';

/** How often a sample of pairs that are one customer was right, by how sure the model is of them. */
export function Sampled({ precision, unjudged }: Pick<MatchQuality, 'precision' | 'unjudged'>) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  if (precision.strata.length === 0) return <p className={css.quiet}>{t('quality.noPairs')}</p>;
  const { estimate, judged, drawn } = precision;
  return (
    <>
      <p className={css.sentence}>
        {estimate
          ? t('quality.estimate', {
              share: format.percent(estimate.share),
              low: format.percent(estimate.low),
              high: format.percent(estimate.high),
              n: format.full(judged),
            })
          : judged === 0
            ? t('quality.notYet', { drawn: format.full(drawn) })
            : t('quality.notAll')}
      </p>
      <DataTable
        bare
        rows={precision.strata}
        rowKey={(row) => row.sureness}
        columns={[
          {
            key: 'sureness',
            title: t('quality.sureness'),
            render: (row) => t(`quality.sure.${row.sureness}`),
          },
          {
            key: 'pairs',
            title: t('quality.pairs'),
            number: true,
            render: (row) => format.full(row.pairs),
          },
          {
            key: 'judged',
            title: t('quality.seen'),
            number: true,
            render: (row) =>
              t('quality.ofDrawn', {
                judged: format.full(row.same + row.different),
                drawn: format.full(row.drawn),
              }),
          },
          {
            key: 'right',
            title: t('quality.right'),
            number: true,
            render: (row) =>
              row.same + row.different > 0
                ? format.percent(row.same / (row.same + row.different))
                : '—',
          },
        ]}
      />
      {unjudged > 0 && (
        <p className={css.quiet}>
          {t('quality.unjudged', { n: format.full(unjudged) })}{' '}
          <Link to="/identity/review?reason=bare">{t('quality.unjudgedSee')}</Link>
        </p>
      )}
      {judged < drawn && (
        <Link to="/identity/review?reason=sample" className={css.start}>
          <Button type="primary">{t('quality.judge')}</Button>
        </Link>
      )}
    </>
  );
}
