import { Button } from 'antd';
import { useState, type Key } from 'react';
import { Link } from 'react-router';
import { builderAddress } from '#condition';
import {
  Await,
  Empty,
  ListPage,
  Loading,
  Orchid,
  useRight,
  useSession,
  useTranslation,
  useFormat,
} from '#shell';
import { useCustomers } from './api';
import { BulkBar } from './BulkBar';
import { ColumnsButton } from './ColumnsButton';
import { CustomersFilters } from './CustomersFilters';
import { CustomersTable } from './CustomersTable';
import { isNarrowed, keptCondition, searchOf } from './filters';
import css from './profile.module.css';
import { useFilters } from './useFilters';
import { ViewsButton } from './ViewsButton';

/** 客户: everyone, found by name, phone, card or id, narrowed by segment, tag and city. */
export function CustomersPage() {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const { company } = useSession();
  const mayDefine = useRight('DEFINE');
  const mayExport = useRight('EXPORT');
  const [selected, setSelected] = useState<Key[]>([]);
  const [filters, change] = useFilters();
  const query = useCustomers(searchOf(filters));
  const narrowed = isNarrowed(filters);
  if (company.empty || (query.data?.total === 0 && !narrowed)) return <NoCustomers />;
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      asOf={query.data?.asOf ?? company.asOf}
      actions={
        <>
          <ViewsButton />
          <ColumnsButton columns={filters.columns} onChange={(columns) => change({ columns })} />
          <Link to="/customers/cards">
            <Button>{t('cards.open')}</Button>
          </Link>
          {mayDefine && !filters.withoutCards && (
            <Link to={builderAddress(keptCondition(filters))}>
              <Button type={narrowed ? 'primary' : 'default'}>
                {t(narrowed ? 'action.keep' : 'action.build')}
              </Button>
            </Link>
          )}
        </>
      }
      bulk={
        selected.length > 0 && (
          <BulkBar
            selected={selected}
            total={query.data?.total ?? selected.length}
            filters={filters}
            onClear={() => setSelected([])}
          />
        )
      }
      filters={<CustomersFilters filters={filters} onChange={change} />}
    >
      <Await query={query} loading={<Loading rows={12} />}>
        {({ rows, total }) => (
          <>
            <p className={css.found} aria-live="polite">
              {t(narrowed ? 'found' : 'all', { n: format.full(total) })}
            </p>
            <CustomersTable
              rows={rows}
              columns={filters.columns}
              selected={selected}
              onSelect={mayDefine || mayExport ? setSelected : undefined}
              loading={query.isPlaceholderData}
              sort={filters.sort}
              onSort={(sort) => change({ sort })}
              page={{
                offset: filters.offset,
                limit: filters.limit,
                total,
                onChange: (offset, limit) => change({ offset, limit }),
              }}
              empty={
                <Empty
                  title={t('none.title')}
                  text={t('none.text')}
                  action={
                    <Button
                      onClick={() =>
                        change({
                          text: '',
                          segment: '',
                          tag: '',
                          city: '',
                          withoutCards: false,
                          who: null,
                        })
                      }
                    >
                      {t('none.clear')}
                    </Button>
                  }
                />
              }
            />
          </>
        )}
      </Await>
    </ListPage>
  );
}

function NoCustomers() {
  const { t } = useTranslation('profile');
  const mayDefine = useRight('DEFINE');
  return (
    <ListPage title={t('title')}>
      <Empty
        picture={<Orchid className={css.picture} />}
        title={t('empty.title')}
        text={t('empty.text')}
        action={
          mayDefine && (
            <Link to="/sources">
              <Button type="primary">{t('empty.action')}</Button>
            </Link>
          )
        }
      />
    </ListPage>
  );
}
