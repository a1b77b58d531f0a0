import { Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { CustomerRow, TagView } from '#api';
import { customersAddress } from '#condition';
import { CustomersTable, useCustomers } from '#profile';
import {
  Await,
  Empty,
  Panel,
  useLabel,
  useNarrow,
  useTranslation,
  type Col,
  type Sorting,
} from '#shell';
import { holders, holding } from './holding';
import css from './tag.module.css';
import { WhyDrawer, type WhyAsked } from './why/WhyDrawer';

/** On a phone every row is a card. */
const PAGE = { wide: 20, narrow: 6 };

/** The customers who have the tag, each with why; value, page and order stand in the address. */
export function Holders({ tag }: { tag: TagView }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const limit = useNarrow() ? PAGE.narrow : PAGE.wide;
  const [search, setSearch] = useSearchParams();
  const [asked, setAsked] = useState<WhyAsked | null>(null);
  const value = tag.values.find((one) => String(one.value) === search.get('value'));
  const at = search.get('offset');
  const offset = at !== null && /^\d{1,9}$/.test(at) ? Number(at) : 0;
  const order = search.get('sort');
  const sort: Sorting | undefined = order
    ? { column: order.replace(/^-/, ''), descending: order.startsWith('-') }
    : undefined;
  const condition = value ? holding(tag.trait, value.value ?? '') : holders(tag);
  const query = useCustomers({ condition, sort, offset, limit }, tag.holders > 0);
  const put = (name: string, text: string) =>
    setSearch((now) => {
      if (text === '') now.delete(name);
      else now.set(name, text);
      if (name !== 'offset') now.delete('offset');
      return now;
    });
  const why: Col<CustomerRow> = {
    key: 'why',
    title: t('why.column'),
    width: 110,
    render: (row) => (
      <button
        type="button"
        className={css.why}
        onClick={() => setAsked({ trait: tag.trait, label: label(tag.label), customer: row.id })}
      >
        {t('why.ask')}
      </button>
    ),
  };
  return (
    <Panel
      flush
      title={t('holders.title')}
      extra={
        tag.holders > 0 && (
          <span className={css.panelTools}>
            {(tag.type === 'text' || tag.type === 'text_list') && (
              <Select<string>
                value={value ? String(value.value) : ''}
                aria-label={t('holders.value')}
                popupMatchSelectWidth={false}
                onChange={(next) => put('value', next)}
                options={[
                  { value: '', label: t('holders.any') },
                  ...tag.values.map((one) => ({
                    value: String(one.value),
                    label: label(one.label),
                  })),
                ]}
              />
            )}
            <Link to={customersAddress({ type: 'all', of: [condition] })}>{t('holders.open')}</Link>
          </span>
        )
      }
    >
      {tag.holders === 0 ? (
        <Empty title={t('holders.none')} text={t('holders.noneText')} />
      ) : (
        <Await query={query}>
          {({ rows, total }) => (
            <CustomersTable
              bare
              rows={rows}
              loading={query.isPlaceholderData}
              sort={sort}
              onSort={(next) => put('sort', next ? (next.descending ? '-' : '') + next.column : '')}
              page={{
                offset,
                limit,
                total,
                onChange: (next) => put('offset', next === 0 ? '' : String(next)),
              }}
              last={[why]}
              empty={<Empty title={t('holders.none')} />}
            />
          )}
        </Await>
      )}
      <WhyDrawer asked={asked} onClose={() => setAsked(null)} />
    </Panel>
  );
}
