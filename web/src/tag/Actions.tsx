import { App, Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { TagStatus, TagView } from '#api';
import { builderAddress } from '#condition';
import { icons, useLabel, useRight, useTranslation } from '#shell';
import { useFileTag, useMoveTag } from './api';
import { CategoryDialog } from './CategoryDialog';
import { conditionOf, holders } from './holding';
import { draftOf } from './kinds/drafts';

/** What can be done with a tag as far as it has come. */
export function Actions({ tag }: { tag: TagView }) {
  const { t } = useTranslation('tag');
  const mayDefine = useRight('DEFINE');
  const move = useMove(tag);
  const [files, setFiles] = useState(false);
  if (!mayDefine) return null;
  const published = tag.status === 'PUBLISHED';
  const retired = tag.status === 'RETIRED';
  const hasForm = draftOf(tag.rule) !== null || (!tag.ready && conditionOf(tag.rule) !== null);
  const more: { to: TagStatus; danger?: boolean }[] = published
    ? [{ to: 'DRAFT' }, { to: 'RETIRED', danger: true }]
    : retired
      ? []
      : tag.status === 'APPROVED'
        ? [{ to: 'DRAFT' }, { to: 'RETIRED', danger: true }]
        : [{ to: 'RETIRED', danger: true }];
  const items: MenuProps['items'] = [
    ...(retired
      ? []
      : [{ key: 'category', label: t('category.tag'), onClick: () => setFiles(true) }]),
    ...more.map(({ to, danger }) => ({
      key: to,
      label: t(`move.${to}`),
      danger,
      onClick: () => move.to(to),
    })),
  ];
  return (
    <>
      {published && tag.holders > 0 && (
        <Link to={builderAddress({ type: 'all', of: [holders(tag)] })}>
          <Button type="primary">{t('action.segment')}</Button>
        </Link>
      )}
      {!published && (
        <Button type="primary" loading={move.pending} onClick={() => move.to('PUBLISHED')}>
          {t(retired ? 'move.again' : 'move.PUBLISHED')}
        </Button>
      )}
      {tag.status === 'DRAFT' && (
        <Button disabled={move.pending} onClick={() => move.to('APPROVED')}>
          {t('move.APPROVED')}
        </Button>
      )}
      {!retired && hasForm && (
        <Link to={`/tags/${encodeURIComponent(tag.id)}/edit`}>
          <Button>{t('action.edit')}</Button>
        </Link>
      )}
      {items.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items }}>
          <Button aria-label={t('action.more')} icon={<icons.more size={16} />} />
        </Dropdown>
      )}
      {files && <FileTag tag={tag} onClose={() => setFiles(false)} />}
    </>
  );
}

/** Puts it elsewhere in the library. */
function FileTag({ tag, onClose }: { tag: TagView; onClose: () => void }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const { message } = App.useApp();
  const file = useFileTag(tag.id);
  return (
    <CategoryDialog
      title={t('category.ask', { name: label(tag.label) })}
      text={t('category.tagText')}
      category={tag.category}
      pending={file.isPending}
      error={file.error}
      onMove={(category) =>
        file.mutate(category, {
          onSuccess: () => {
            void message.success(t('category.moved', { n: 1 }));
            onClose();
          },
        })
      }
      onClose={onClose}
    />
  );
}

/** Moves on; what takes a tag from people is asked for first. */
function useMove(tag: TagView) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const { modal, message } = App.useApp();
  const move = useMoveTag(tag.id);
  const go = async (status: TagStatus) => {
    try {
      await move.mutateAsync(status);
      void message.success(t(`moved.${status}`));
    } catch (error) {
      // Used elsewhere, or no right: the server says which.
      void message.error(error instanceof Error ? error.message : String(error), 8);
    }
  };
  const to = (status: TagStatus) => {
    const takes = tag.status === 'PUBLISHED' && (status === 'RETIRED' || status === 'DRAFT');
    if (!takes) return void go(status);
    void modal.confirm({
      title: t(`ask.${status}`, { label: label(tag.label) }),
      content: t('retire.text'),
      okText: t(`move.${status}`),
      okButtonProps: { danger: status === 'RETIRED' },
      cancelText: t('cancel'),
      onOk: () => go(status),
    });
  };
  return { to, pending: move.isPending };
}
