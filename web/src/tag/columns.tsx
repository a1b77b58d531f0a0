import type { TagView } from '#api';
import { useFormat, useLabel, useNow, useTranslation, type Col } from '#shell';
import { RuleWords } from './RuleWords';
import { Share } from './Share';
import css from './tag.module.css';

/** What the library says of a tag in its row. */
export function useColumns(): Col<TagView>[] {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const format = useFormat();
  const now = useNow(true, 60_000);
  return [
    {
      key: 'label',
      title: t('column.tag'),
      sortable: true,
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
      sortable: true,
      width: 104,
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
}
