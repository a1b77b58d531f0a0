import { App, Button } from 'antd';
import { Link } from 'react-router';
import type { TagView } from '#api';
import { Panel, useLabel, useRight, useTranslation } from '#shell';
import { useMoveTag } from './api';
import css from './kinds/kinds.module.css';

/** Tags that come with the product and are not in use: one click takes each up. */
export function Shelf({ tags }: { tags: TagView[] }) {
  const { t } = useTranslation('tag');
  const mayDefine = useRight('DEFINE');
  const unused = tags.filter((tag) => tag.ready && tag.status !== 'PUBLISHED');
  if (unused.length === 0 || !mayDefine) return null;
  return (
    <Panel title={t('shelf.title')} text={t('shelf.text')}>
      <div className={css.shelf}>
        {unused.map((tag) => (
          <Unused key={tag.id} tag={tag} />
        ))}
      </div>
    </Panel>
  );
}

function Unused({ tag }: { tag: TagView }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const { message } = App.useApp();
  const move = useMoveTag(tag.id);
  const adopt = () =>
    move.mutate('PUBLISHED', {
      onSuccess: () => void message.success(t('moved.PUBLISHED')),
      onError: (error) => void message.error(error.message, 8),
    });
  return (
    <article>
      <h3>
        <Link to={`/tags/${encodeURIComponent(tag.id)}`}>{label(tag.label)}</Link>
      </h3>
      <span className={css.small}>{label(tag.categoryLabel)}</span>
      <p>{label(tag.meaning)}</p>
      <div>
        <Button size="small" loading={move.isPending} onClick={adopt}>
          {t('shelf.adopt')}
        </Button>
      </div>
    </article>
  );
}
