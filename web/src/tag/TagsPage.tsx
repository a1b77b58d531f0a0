import { Button, Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { TagView } from '#api';
import { plain, useSpeech, words } from '#condition';
import {
  Await,
  byNumber,
  DataTable,
  Empty,
  ListPage,
  ListSearch,
  useLabel,
  usePaged,
  useRight,
  useSession,
  useSought,
  useTranslation,
} from '#shell';
import { useTags } from './api';
import { isWithin } from './category';
import { useColumns } from './columns';
import { conditionOf } from './holding';
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
            <Library tags={tags.toSorted(byNumber)} />
          )
        }
      </Await>
    </ListPage>
  );
}

function Library({ tags }: { tags: TagView[] }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const speech = useSpeech();
  const columns = useColumns();
  const { company } = useSession();
  const [search, setSearch] = useSearchParams();
  const category = search.get('category') ?? '';
  const put = (name: string, value: string) =>
    setSearch(
      (before) => {
        if (value === '') before.delete(name);
        else before.set(name, value);
        before.delete('offset');
        return before;
      },
      { replace: true },
    );
  const wanted = useSought();
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
  const paged = usePaged(shown, {
    label: (tag) => label(tag.label),
    holders: (tag) => (tag.status === 'PUBLISHED' ? tag.holders : -1),
  });
  return (
    <>
      {company.empty && <p className={css.soon}>{t('list.soon')}</p>}
      <div className={css.filters}>
        <ListSearch of={tags.length} label={t('list.search')} />
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
            {...paged}
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
