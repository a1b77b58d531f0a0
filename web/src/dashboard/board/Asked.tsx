import { Tooltip } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Insight, Tile } from '#api';
import { addressOf, among, duringSpan, InsightChart, insightOf, questionOf } from '#insight';
import { icons, Panel, useLabel, useTranslation } from '#shell';
import css from '../dashboard.module.css';
import type { Filter } from '../filter';

interface Props {
  tile: Tile;
  insight: Insight;
  filter: Filter;
  latest: string;
  open: string | null;
  onOpen: (open: string | null) => void;
}

/** A tile's question, about what the whole board is about, as a chart whose numbers open. */
export function Asked({ tile, insight: own, filter, latest, open, onOpen }: Props) {
  const { t } = useTranslation('dashboard');
  const label = useLabel();
  const { span, who } = filter;
  const { question, insight } = useMemo(() => {
    let asked = questionOf(own, tile.chart, tile.rolling);
    if (!span && !who) return { question: asked, insight: own };
    if (span) asked = duringSpan(asked, span, latest);
    if (who) asked = among(asked, who);
    return { question: asked, insight: insightOf(asked, latest) };
  }, [own, tile.chart, tile.rolling, span, who, latest]);
  const mine = `${tile.id}~`;
  return (
    <Panel>
      <InsightChart
        question={question}
        insight={insight}
        title={label(tile.title)}
        fill
        open={open?.startsWith(mine) ? open.slice(mine.length) : null}
        onOpen={(mark) => onOpen(mark === null ? null : mine + mark)}
        extra={
          <Tooltip title={t('tile.open')}>
            <Link to={addressOf(question)} aria-label={t('tile.open')} className={css.openLink}>
              <icons.insight size={16} />
            </Link>
          </Tooltip>
        }
      />
    </Panel>
  );
}
