import { App, Button, Tree, TreeSelect, type TreeDataNode } from 'antd';
import { useState } from 'react';
import type { TagView } from '#api';
import { useFormat, useLabel, useNarrow, useRight, useTranslation } from '#shell';
import { useMoveCategory } from './api';
import { flat, shelves, type Shelfmark } from './category';
import { CategoryDialog } from './CategoryDialog';
import css from './tag.module.css';

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
  const node = ({ path, name, count, below }: Shelfmark): TreeDataNode & { value: string } => ({
    key: path,
    value: path,
    title: `${name} ${format.full(count)}`,
    children: below.map(node),
  });
  const all = {
    key: '',
    value: '',
    title: `${t('list.all')} ${format.full(tags.length)}`,
  };
  const nodes = [all, ...roots.map(node)];
  const chosen = flat(roots).find((one) => one.path === category);
  return (
    <nav className={css.shelves} aria-label={t('column.category')}>
      {narrow ? (
        <TreeSelect<string>
          value={category}
          treeData={nodes}
          treeDefaultExpandAll
          popupMatchSelectWidth={false}
          style={{ width: '100%' }}
          aria-label={t('column.category')}
          onChange={onChoose}
        />
      ) : (
        <Tree
          treeData={nodes}
          defaultExpandAll
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
