import { Button } from 'antd';
import { Link } from 'react-router';
import { Await, DataTable, Panel, useFormat, useLabel, useTranslation } from '#shell';
import { useBare } from './api';
import css from './review.module.css';

/** Pairs that rest on one shared value: one question of the settings instead of thousands. */
export function Bare() {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const label = useLabel();
  const query = useBare();
  return (
    <Panel title={t('review.bare.title')} text={t('review.bare.text')}>
      <Await query={query}>
        {(groups) =>
          groups.length === 0 ? (
            <p className={css.quiet}>{t('review.bare.none')}</p>
          ) : (
            <>
              <DataTable
                bare
                rows={groups}
                rowKey={(row) => `${row.shares.en} ${row.areOne}`}
                columns={[
                  {
                    key: 'shares',
                    title: t('review.bare.shares'),
                    render: (row) => t('review.bare.only', { what: label(row.shares) }),
                  },
                  {
                    key: 'now',
                    title: t('review.bare.now'),
                    card: 'wide',
                    render: (row) => t(row.areOne ? 'review.bare.one' : 'review.bare.two'),
                  },
                  {
                    key: 'pairs',
                    title: t('review.bare.pairs'),
                    number: true,
                    render: (row) => format.full(row.pairs),
                  },
                  {
                    key: 'customers',
                    title: t('customers'),
                    number: true,
                    render: (row) => format.full(row.customers),
                  },
                  {
                    key: 'example',
                    title: t('review.bare.example'),
                    render: (row) => (
                      <Link to={`/customers/${row.example}`}>
                        {t('review.customer', { id: row.example })}
                      </Link>
                    ),
                  },
                ]}
              />
              <p className={css.quiet}>{t('review.bare.question')}</p>
              <Link to="/identity/rules">
                <Button>{t('review.bare.rules')}</Button>
              </Link>
            </>
          )
        }
      </Await>
    </Panel>
  );
}
