import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { FieldInfo, Standard } from '#api';
import {
  Await,
  DataTable,
  Empty,
  ListPage,
  SeesSome,
  useFormat,
  useLabel,
  useRightOverAll,
  useSession,
  useTranslation,
  type Col,
} from '#shell';
import { useStandardFields } from './api';
import { FieldDialog } from './FieldDialog';
import { FieldDrawer } from './FieldDrawer';
import { typeOf } from './guess';
import css from './standard.module.css';

/** 数据标准: the fields that all sources are mapped to, and those that the company added. */
export function StandardPage() {
  const { t } = useTranslation('standard');
  const mayDefine = useRightOverAll('DEFINE');
  const query = useStandardFields();
  const [search, setSearch] = useSearchParams();
  const [editing, setEditing] = useState<FieldInfo | 'new'>();
  const put = (name: string, value: string | undefined) =>
    setSearch(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );
  return (
    <ListPage
      title={t('title')}
      lead={t(mayDefine ? 'lead' : 'leadOnly')}
      actions={
        mayDefine && (
          <Button type="primary" onClick={() => setEditing('new')}>
            {t('add')}
          </Button>
        )
      }
    >
      <SeesSome right="DEFINE">{t('seesSome')}</SeesSome>
      <Await query={query}>
        {(standard) => {
          const shown = standard.find((one) => one.name === search.get('of')) ?? standard.at(0);
          if (shown === undefined) return null;
          const info = shown.fields.find((one) => one.field.key === search.get('field'));
          return (
            <>
              <Fields standard={standard} shown={shown} text={search.get('q') ?? ''} put={put} />
              {info && editing === undefined && (
                <FieldDrawer
                  info={info}
                  rows={shown.rows}
                  onEdit={() => setEditing(info)}
                  onClose={() => put('field', undefined)}
                />
              )}
              {editing && (
                <FieldDialog
                  {...(editing === 'new' ? {} : { known: editing })}
                  start={{ entity: shown.open ? shown.name : 'customer' }}
                  onClose={() => setEditing(undefined)}
                  onKept={(key) => {
                    setEditing(undefined);
                    put('of', key.slice(0, key.indexOf('.')));
                    put('field', key);
                  }}
                />
              )}
            </>
          );
        }}
      </Await>
    </ListPage>
  );
}

interface Props {
  standard: Standard[];
  shown: Standard;
  text: string;
  put: (name: string, value: string | undefined) => void;
}

function Fields({ standard, shown, text, put }: Props) {
  const { t } = useTranslation('standard');
  const label = useLabel();
  const format = useFormat();
  const { everybody } = useSession();
  const wanted = text.trim().toLowerCase();
  const fields = shown.fields.filter(({ field, own }) =>
    [field.label.zh, field.label.en, field.key, own?.description ?? '']
      .join('\n')
      .toLowerCase()
      .includes(wanted),
  );
  const columns: Col<FieldInfo>[] = [
    {
      key: 'field',
      title: t('field'),
      width: 200,
      render: ({ field }) => (
        <>
          <button type="button" className={css.name} onClick={() => put('field', field.key)}>
            {label(field.label)}
          </button>
          <code className={css.key}>{field.key}</code>
        </>
      ),
    },
    {
      key: 'type',
      title: t('type'),
      width: 130,
      render: (info) => t(`typeOf.${typeOf(info)}`) + (info.own?.unit ? ` · ${info.own.unit}` : ''),
    },
    {
      key: 'filled',
      title: t('filled'),
      width: 170,
      card: 'wide',
      render: ({ filled }) => <Filled filled={filled} rows={shown.rows} />,
    },
    {
      key: 'from',
      title: t('from'),
      ellipsis: true,
      card: 'wide',
      render: ({ columns: from }) => {
        // Files of one system may call a column alike: said once.
        const named = [...new Set(from.map((one) => `${label(one.label)} · ${one.column}`))];
        const more = named.length > 2 ? ` ${t('fromMore', { n: named.length - 2 })}` : '';
        return named.length === 0 ? (
          <span className={css.quiet}>—</span>
        ) : (
          named.slice(0, 2).join(' / ') + more
        );
      },
    },
    {
      key: 'care',
      title: t('care'),
      width: 110,
      render: ({ field }) => t(`careOf.${field.sensitivity}`),
    },
    {
      key: 'must',
      title: t('must'),
      width: 90,
      render: ({ field }) => (field.mandatory ? t('must') : '—'),
    },
    {
      key: 'steward',
      title: t('steward'),
      width: 120,
      ellipsis: true,
      render: ({ own }) => (own?.steward ?? '') || '—',
    },
    {
      key: 'origin',
      title: t('origin'),
      width: 90,
      render: ({ own }) => (own ? t(own.retired ? 'retired' : 'own') : t('shipped')),
    },
  ];
  return (
    <>
      <div className={css.filters}>
        <div className={css.scrolls}>
          <Segmented<string>
            value={shown.name}
            aria-label={t('which')}
            options={standard.map((one) => ({ value: one.name, label: label(one.label) }))}
            onChange={(name) => put('of', name)}
          />
        </div>
        <Input
          className={css.search}
          value={text}
          allowClear
          placeholder={t('search')}
          aria-label={t('search')}
          onChange={(event) => put('q', event.target.value)}
        />
        <span className={css.count}>
          {shown.rows === 0 && !everybody
            ? t('rowsHidden')
            : t('rows', { n: format.full(shown.rows) })}
        </span>
      </div>
      <DataTable<FieldInfo>
        rows={fields}
        columns={columns}
        rowKey={({ field }) => field.key}
        minWidth={1080}
        label={t('title')}
        empty={<Empty title={t('none')} text={t('noneText')} />}
      />
    </>
  );
}

/** How many of the records have it; with none there is no share. */
function Filled({ filled, rows }: { filled: number; rows: number }) {
  const { t } = useTranslation('standard');
  const format = useFormat();
  if (rows === 0) return <span className={css.quiet}>—</span>;
  const share = filled / rows;
  return (
    <span
      className={css.filled}
      title={t('filledOf', { n: format.full(filled), rows: format.full(rows) })}
    >
      <span className={css.bar}>
        <i style={{ width: `${share * 100}%` }} />
      </span>
      <span className={css.figure}>
        {share > 0 && share < 0.001 ? '< ' + format.percent(0.001) : format.percent(share)}
      </span>
    </span>
  );
}
