import { Button } from 'antd';
import { useState } from 'react';
import type { TagView } from '#api';
import { HowDrawer } from '#charts';
import { useCount } from '#condition';
import { Panel, useLabel, useTranslation } from '#shell';
import { conditionOf } from './holding';
import { RuleWords } from './RuleWords';
import css from './tag.module.css';

/** What the tag means: its rule in words, the note of whoever made it, and the SQL that finds them. */
export function Meaning({ tag }: { tag: TagView }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const [shown, setShown] = useState<'never' | 'open' | 'closed'>('never');
  const condition = conditionOf(tag.rule);
  const count = useCount(shown === 'never' ? null : condition);
  const note = label(tag.meaning);
  return (
    <Panel
      title={t('meaning.title')}
      extra={
        condition && (
          <Button
            size="small"
            loading={shown === 'open' && count.isPending}
            onClick={() => setShown('open')}
          >
            {t('meaning.how')}
          </Button>
        )
      }
    >
      <div className={css.definition}>
        <RuleWords rule={tag.rule} />
      </div>
      {!tag.ready && note !== label(tag.label) && <p className={css.note}>{note}</p>}
      <p className={css.quiet}>{t('meaning.when')}</p>
      {count.data && (
        <HowDrawer how={count.data} open={shown === 'open'} onClose={() => setShown('closed')} />
      )}
    </Panel>
  );
}
