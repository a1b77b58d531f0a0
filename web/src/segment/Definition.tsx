import { Button } from 'antd';
import { useState } from 'react';
import type { SegmentView } from '#api';
import { HowDrawer } from '#charts';
import { Sentence, useCount } from '#condition';
import { Panel, useTranslation } from '#shell';
import css from './segment.module.css';
import { useCapWords } from './useCapWords';

/** Who the segment means, in words, and the SQL that finds them. */
export function Definition({ segment }: { segment: SegmentView }) {
  const { t } = useTranslation('segment');
  const [asked, setAsked] = useState(false);
  const [shown, setShown] = useState(false);
  const words = useCapWords();
  const condition = segment.condition ?? null;
  const count = useCount(asked ? condition : null, segment.cap);
  return (
    <Panel
      title={t('definition.title')}
      extra={
        condition && (
          <Button
            size="small"
            loading={shown && count.isPending}
            onClick={() => {
              setAsked(true);
              setShown(true);
            }}
          >
            {t('definition.sql')}
          </Button>
        )
      }
    >
      <p className={css.definition}>
        {condition ? <Sentence condition={condition} /> : t('fixedText')}
        {segment.cap && <span className={css.capWords}>{words(segment.cap)}</span>}
      </p>
      <p className={css.quiet}>{t(condition ? 'definition.dynamic' : 'definition.fixed')}</p>
      {count.data && <HowDrawer how={count.data} open={shown} onClose={() => setShown(false)} />}
    </Panel>
  );
}
