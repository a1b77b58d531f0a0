import { Button, Input, Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { TagView } from '#api';
import { plain, useSpeech, words } from '#condition';
import {
  Await,
  DataTable,
  Empty,
  ListPage,
  useFormat,
  useLabel,
  useNow,
  useRight,
  useSession,
  useTranslation,
  type Col,
} from '#shell';
import { useTags } from './api';
import { isWithin } from './category';
import { conditionOf } from './holding';
import { RuleWords } from './RuleWords';
import { Share } from './Share';
import { Shelf } from './Shelf';
import { Shelves } from './Shelves';
import css from './tag.module.css';

const STATUSES = ['PUBLISHED', 'APPROVED', 'DRAFT', 'RETIRED'] as const;

/** 标签库: what each tag means, how many have it, and when that was last computed. */
export function TagsPage() {
  const { t } = useTranslation('tag');
  const mayDefine = useRight('DEFINE');
  const { company } = useSession();
  const query = useTags();
  const create = mayDefine && (
    <Link to="/tags/new">
      <Button type="primary">{t('list.create')}</Button>
    </Link>
  );
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      asOf={company.asOf}
      actions={query.data && query.data.length > 0 && create}
    >
      <Await query={query}>
        {(tags) =>
          tags.length === 0 ? (
            <Empty title={t('empty.title')} text={t('empty.text')} action={create} />
          ) : (
            <Library tags={tags} />
          )
        }
      </Await>
    </ListPage>
  );
}

function Library({ tags }: { tags: TagView[] }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const format = useFormat();
  const speech = useSpeech();
  const now = useNow(true, 60_000);
  const { company } = useSession();
  const [search, setSearch] = useSearchParams();
  const text = search.get('q') ?? '';
  const category = search.get('category') ?? '';
  const put = (name: string, value: string) =>
    setSearch(
      (before) => {
        if (value === '') before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  const wanted = text.trim().toLowerCase();
  const said = (tag: TagView) => {
    const condition = conditionOf(tag.rule);
    return [
      label(tag.label),
      label(tag.meaning),
      label(tag.categoryLabel),
      condition ? plain(words(condition, speech)) : '',
    ]
      .join('\n')
      .toLowerCase();
  };
  const statuses = STATUSES.filter((one) => tags.some((tag) => tag.status === one));
  const status = statuses.find((one) => one === search.get('status'));
  const shown = tags.filter(
    (tag) =>
      isWithin(tag, category) &&
      (status === undefined ? tag.status !== 'RETIRED' : tag.status === status) &&
      said(tag).includes(wanted),
  );
  const columns: Col<TagView>[] = [
    {
      key: 'label',
      title: t('column.tag'),
      width: 176,
      render: (tag) => (
        <>
          {label(tag.label)}
          <span className={css.under}>{label(tag.categoryLabel)}</span>
        </>
      ),
    },
    {
      key: 'meaning',
      title: t('column.meaning'),
      card: 'wide',
      render: (tag) => (
        <span className={css.meaning}>
          <RuleWords rule={tag.rule} />
        </span>
      ),
    },
    {
      key: 'holders',
      title: t('column.holders'),
      number: true,
      width: 96,
      render: (tag) => (tag.status === 'PUBLISHED' ? format.full(tag.holders) : '—'),
    },
    {
      key: 'coverage',
      title: t('column.coverage'),
      number: true,
      width: 104,
      render: (tag) => (tag.status === 'PUBLISHED' ? <Share value={tag.coverage} /> : '—'),
    },
    {
      key: 'status',
      title: t('column.status'),
      width: 80,
      render: (tag) => t(`status.${tag.status}`),
    },
    {
      key: 'owner',
      title: t('column.owner'),
      card: 'hidden',
      width: 88,
      ellipsis: true,
      render: (tag) => (tag.ready ? t('kind.ready') : label(tag.owner) || '—'),
    },
    {
      key: 'computed',
      title: t('column.computed'),
      card: 'hidden',
      width: 112,
      render: (tag) => (
        <span title={format.moment(tag.computedAt)}>{format.ago(tag.computedAt, now)}</span>
      ),
    },
  ];
  return (
    <>
      {company.empty && <p className={css.soon}>{t('list.soon')}</p>}
      <div className={css.filters}>
        <Input
          className={css.search}
          value={text}
          allowClear
          placeholder={t('list.search')}
          aria-label={t('list.search')}
          onChange={(event) => put('q', event.target.value)}
        />
        {statuses.length > 1 && (
          <Select<string>
            className={css.statuses}
            value={status ?? ''}
            aria-label={t('column.status')}
            popupMatchSelectWidth={false}
            onChange={(value) => put('status', value)}
            options={[
              { value: '', label: t('list.inUse') },
              ...statuses.map((one) => ({
                value: one,
                label: `${t(`status.${one}`)} ${tags.filter((tag) => tag.status === one).length}`,
              })),
            ]}
          />
        )}
      </div>
      <div className={css.library}>
        <Shelves
          tags={tags.filter((tag) => tag.status !== 'RETIRED')}
          category={category}
          onChoose={(path) => put('category', path)}
        />
        <div className={css.shelved}>
          <DataTable<TagView>
            rows={shown}
            columns={columns}
            rowKey={(tag) => tag.id}
            to={(tag) => `/tags/${encodeURIComponent(tag.id)}`}
            minWidth={940}
            label={t('title')}
            empty={<Empty title={t('list.none')} text={t('list.noneText')} />}
          />
        </div>
      </div>
      <Shelf tags={tags} />
    </>
  );
}
