import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { IdentitySide } from '#api';
import { DetailPage, Empty, icons, Panel, useRightOverAll, useTranslation } from '#shell';
import { useSourceNames } from '#source';
import { useRecords } from '../api';
import { CustomerPicker } from './CustomerPicker';
import { MergeDialog } from './Decide';
import css from './likenesses.module.css';
import { isBuyer } from './RecordKey';
import { WhyNot } from './WhyNot';

/** 对比两位客户: why they are two, or one. */
export function ComparePage() {
  const { t } = useTranslation('profile');
  const [search, setSearch] = useSearchParams();
  const may = useRightOverAll('DEFINE');
  const [merging, setMerging] = useState(false);
  const side = (name: 'one' | 'other'): IdentitySide | null => {
    const customer = Number(search.get(name));
    const source = search.get(`${name}Source`);
    const recordKey = search.get(`${name}Key`);
    if (!Number.isSafeInteger(customer) || customer <= 0) return null;
    return {
      customer,
      ...(source !== null && recordKey !== null && { record: { source, recordKey } }),
    };
  };
  const one = side('one');
  const other = side('other');
  const choose = (name: 'one' | 'other') => (next: IdentitySide | null) => {
    const asked = new URLSearchParams(search);
    const parts: [string, string | undefined][] = [
      [name, next?.customer.toString()],
      [`${name}Source`, next?.record?.source],
      [`${name}Key`, next?.record?.recordKey],
    ];
    for (const [key, value] of parts) {
      if (value === undefined) asked.delete(key);
      else asked.set(key, value);
    }
    setSearch(asked, { replace: true });
  };
  const same = one !== null && JSON.stringify(one) === JSON.stringify(other);
  return (
    <DetailPage
      title={t('compare.title')}
      lead={t('compare.lead')}
      up={{ to: '/identity', label: t('values.up') }}
    >
      <Panel>
        <div className={css.sides}>
          <Side side={one} onChange={choose('one')} />
          <Side side={other} onChange={choose('other')} />
        </div>
      </Panel>
      {one && other && !same ? (
        <Panel title={t('compare.why')}>
          <WhyNot one={one} other={other} />
          {may && one.customer !== other.customer && (
            <Button style={{ marginTop: 16 }} onClick={() => setMerging(true)}>
              {t('compare.merge')}
            </Button>
          )}
        </Panel>
      ) : (
        <Empty
          picture={<icons.identity size={48} />}
          title={t(same ? 'compare.same' : 'compare.none')}
          text={t('compare.noneText')}
        />
      )}
      {merging && one && other && (
        <MergeDialog
          customer={one.customer}
          other={other.customer}
          onClose={() => setMerging(false)}
        />
      )}
    </DetailPage>
  );
}

function Side({
  side,
  onChange,
}: {
  side: IdentitySide | null;
  onChange: (side: IdentitySide | null) => void;
}) {
  const { t } = useTranslation('profile');
  const sourceName = useSourceNames();
  const records = useRecords(side?.customer ?? null).data ?? [];
  const chosen = side?.record;
  return (
    <div className={css.side}>
      <CustomerPicker
        value={side?.customer ?? null}
        onChange={(customer) => onChange(customer === null ? null : { customer })}
      />
      {side && records.length > 1 && (
        <Select<number>
          value={records.findIndex(
            (r) => r.source === chosen?.source && r.recordKey === chosen.recordKey,
          )}
          aria-label={t('compare.record')}
          options={[
            { value: -1, label: t('compare.whole', { n: records.length }) },
            ...records.map((record, i) => ({
              value: i,
              label: `${sourceName(record.source)} · ${
                isBuyer(record.recordKey) ? t('origins.buyer') : record.recordKey
              }`,
            })),
          ]}
          onChange={(place) => onChange({ customer: side.customer, record: records[place] })}
        />
      )}
      {side && <Link to={`/customers/${String(side.customer)}`}>{t('compare.open')}</Link>}
    </div>
  );
}
