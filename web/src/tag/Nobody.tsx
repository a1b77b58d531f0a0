import type { TagView } from '#api';
import { Parts } from '#condition';
import { Panel, useTranslation } from '#shell';
import { conditionOf } from './holding';

/** Why nobody has the tag: how many meet each part of its rule, and who comes nearest. */
export function Nobody({ tag }: { tag: TagView }) {
  const { t } = useTranslation('tag');
  const condition = conditionOf(tag.rule);
  if (tag.holders > 0 || tag.counting || condition === null) return null;
  return (
    <Panel title={t('nobody.title')} text={t('nobody.text')}>
      <Parts condition={condition} />
    </Panel>
  );
}
