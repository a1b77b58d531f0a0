import type { TagTurn, TagView } from '#api';
import { useLabel, useTranslation } from '#shell';
import { useLatest } from './api';
import { Turns } from './Turns';

const SHOWN = 8;

/** Who got the tag last, who lost it, and of a tag with values who moved between them. */
export function Latest({ tag }: { tag: TagView }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const query = useLatest(tag.id, SHOWN);
  const hasValues = tag.type !== 'flag';
  const turns: TagTurn['turn'][] = hasValues ? ['came', 'moved', 'left'] : ['came', 'left'];
  return (
    <Turns
      title={t('latest.title')}
      turns={turns.map((turn) => ({
        turn,
        title: t(`latest.${turn}`),
        none: t(`latest.none.${turn}`),
      }))}
      trait={tag.trait}
      label={label(tag.label)}
      hasValues={hasValues}
      query={query}
    />
  );
}
