import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { MatchQuality } from '#api';
import { Hidden } from '#profile';
import { Await, DataTable, useFormat, useTranslation } from '#shell';
import { useFieldNames } from '#source';
import { useAlarmed } from './api';
import css from './quality.module.css';

const LIMIT = 20;

/** Signs that a customer may be several people, each with the list of who shows it. */
export function Alarms({ alarms, usual }: Pick<MatchQuality, 'alarms' | 'usual'>) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const open = alarms.find((one) => one.alarm === search.get('alarm'))?.alarm;
  const put = (alarm: string | null) =>
    setSearch(
      (now) => {
        if (alarm) now.set('alarm', alarm);
        else now.delete('alarm');
        return now;
      },
      { replace: true },
    );
  return (
    <>
      <ul className={css.alarms}>
        {alarms.map((one) => (
          <li key={one.alarm} data-quiet={one.customers === 0}>
            <b className={css.count}>{format.full(one.customers)}</b>
            <span>
              {t(`quality.alarm.${one.alarm}`)}
              <small>{t(`quality.alarmText.${one.alarm}`, { usual: format.full(usual) })}</small>
            </span>
            {one.customers > 0 && (
              <Button size="small" onClick={() => put(one.alarm)}>
                {t('quality.see')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Drawer
        open={open !== undefined}
        size="large"
        title={open && t(`quality.alarm.${open}`)}
        onClose={() => put(null)}
      >
        {open && <Alarmed key={open} alarm={open} />}
      </Drawer>
    </>
  );
}

function Alarmed({ alarm }: { alarm: string }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const fieldName = useFieldNames();
  const [page, setPage] = useState(0);
  const query = useAlarmed(alarm, page * LIMIT, LIMIT);
  return (
    <Await query={query}>
      {({ of, rows }) => (
        <>
          <p className={css.quiet}>{t('quality.alarmedText', { n: format.full(of) })}</p>
          <DataTable
            bare
            rows={rows}
            rowKey={(row) => String(row.customer)}
            columns={[
              {
                key: 'customer',
                title: t('quality.customer'),
                width: 110,
                render: (row) => <Link to={`/customers/${row.customer}`}>{row.customer}</Link>,
              },
              {
                key: 'records',
                title: t('records'),
                number: true,
                width: 90,
                render: (row) => format.full(row.records),
              },
              {
                key: 'values',
                title: t('quality.says'),
                card: 'wide',
                render: (row) =>
                  row.values.length === 0
                    ? '—'
                    : row.values.map((one) => (
                        <div key={one.field}>
                          <span className={css.quiet}>{fieldName(`customer.${one.field}`)} </span>
                          {one.values.map((value, i) => (
                            <span key={value}>
                              {i > 0 && t('comma')}
                              <Hidden text={value} />
                            </span>
                          ))}
                        </div>
                      )),
              },
            ]}
          />
          {of > LIMIT && (
            <div className={css.pages}>
              <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
                {t('quality.previous')}
              </Button>
              <span>
                {t('quality.page', {
                  from: format.full(page * LIMIT + 1),
                  to: format.full(Math.min(of, (page + 1) * LIMIT)),
                  of: format.full(of),
                })}
              </span>
              <Button disabled={(page + 1) * LIMIT >= of} onClick={() => setPage(page + 1)}>
                {t('quality.next')}
              </Button>
            </div>
          )}
        </>
      )}
    </Await>
  );
}
