import { App, Button, Tree, TreeSelect, type TreeDataNode } from 'antd';
import { useState } from 'react';
import type { TagView } from '#api';
import { useFormat, useLabel, useNarrow, useRight, useTranslation } from '#shell';
import { useMoveCategory } from './api';
import { flat, shelves, type Shelfmark } from './category';
import { CategoryDialog } from './CategoryDialog';
import css from './tag.module.css';

/** So many categories are seen without folding; of more, only those on the way to the chosen one. */
const SEEN_AT_ONCE = 16;

type Node = TreeDataNode & { value: string };

interface Props {
  tags: TagView[];
  category: string;
  onChoose: (category: string) => void;
}

/** The library as a tree of categories with how many tags lie in each; a list on a phone. */
export function Shelves({ tags, category, onChoose }: Props) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const format = useFormat();
  const narrow = useNarrow();
  const mayDefine = useRight('DEFINE');
  const [moves, setMoves] = useState(false);
  const roots = shelves(tags, label);
  const mark = (path: string, name: string, count: number) => ({
    key: path,
    value: path,
    title: narrow ? (
      `${name} ${format.full(count)}`
    ) : (
      <span className={css.mark}>
        <span title={name}>{name}</span>
        <span>{format.full(count)}</span>
      </span>
    ),
  });
  const node = ({ path, name, count, below }: Shelfmark): Node => ({
    ...mark(path, name, count),
    children: below.map(node),
  });
  const nodes: Node[] = [mark('', t('list.all'), tags.length), ...roots.map(node)];
  const places = flat(roots);
  const chosen = places.find((one) => one.path === category);
  const unfolded =
    places.length <= SEEN_AT_ONCE
      ? places.map((one) => one.path)
      : places.map((one) => one.path).filter((path) => category.startsWith(`${path}/`));
  return (
    <nav className={css.shelves} aria-label={t('column.category')}>
      {narrow ? (
        <TreeSelect<string>
          value={category}
          treeData={nodes}
          treeDefaultExpandedKeys={unfolded}
          popupMatchSelectWidth={false}
          style={{ width: '100%' }}
          aria-label={t('column.category')}
          onChange={onChoose}
        />
      ) : (
        <Tree
          treeData={nodes}
          defaultExpandedKeys={unfolded}
          blockNode
          selectedKeys={[category]}
          onSelect={(keys) => onChoose(String(keys[0] ?? category))}
        />
      )}
      {mayDefine && chosen && (
        <Button size="small" onClick={() => setMoves(true)}>
          {t('category.act')}
        </Button>
      )}
      {moves && chosen && (
        <MoveCategory of={chosen} onClose={() => setMoves(false)} onMoved={onChoose} />
      )}
    </nav>
  );
}

function MoveCategory({
  of,
  onClose,
  onMoved,
}: {
  of: Shelfmark;
  onClose: () => void;
  onMoved: (category: string) => void;
}) {
  const { t } = useTranslation('tag');
  const { message } = App.useApp();
  const move = useMoveCategory();
  return (
    <CategoryDialog
      title={t('category.ask', { name: of.name })}
      text={t('category.text', { n: of.count })}
      category={of.path}
      pending={move.isPending}
      error={move.error}
      onMove={(to) =>
        move.mutate(
          { from: of.path, to },
          {
            onSuccess: ({ tags }) => {
              void message.success(t('category.moved', { n: tags }));
              onMoved(to);
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    />
  );
}
