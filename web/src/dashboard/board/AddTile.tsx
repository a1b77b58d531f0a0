import { Input, Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { Label, Tile } from '#api';
import {
  chartOf,
  InsightChart,
  insightOf,
  KINDS,
  KpiForm,
  readyFor,
  rollingOf,
  stepNames,
  titleOf,
  useVoice,
  type KpiQuestion,
  type Question,
} from '#insight';
import { Loading, useLocale, useTranslation } from '#shell';
import { added, freshId, renamed, usualSize } from '../arrange';
import css from '../dashboard.module.css';

interface Props {
  what: 'figure' | 'chart';
  latest: string;
  tiles: Tile[];
  onAdd: (tiles: Tile[]) => void;
  onClose: () => void;
}

const MONTH: KpiQuestion = {
  type: 'kpi',
  metric: 'revenue',
  span: { last: 30, unit: 'day' },
  who: null,
};

/** A figure made here, or one of the analyses that shops ask most, with its answer before it is added. */
export function AddTile({ what, latest, tiles, onAdd, onClose }: Props) {
  const { t } = useTranslation('dashboard');
  const locale = useLocale();
  const voice = useVoice();
  const [figure, setFigure] = useState(MONTH);
  const [chosen, setChosen] = useState(0);
  const [name, setName] = useState<string | null>(null);
  const ready = useMemo(
    () => KINDS.filter((kind) => kind !== 'kpi').flatMap((kind) => readyFor(kind, voice)),
    [voice],
  );
  const question: Question | undefined = what === 'figure' ? figure : ready[chosen];
  const insight = useMemo(
    () =>
      question &&
      insightOf(
        question,
        latest,
        question.type === 'funnel'
          ? question.steps.map((_, i) =>
              voice.both((one) => stepNames(question.steps, one)[i] ?? ''),
            )
          : [],
      ),
    [question, latest, voice],
  );
  const own: Label = question ? voice.both((one) => titleOf(question, one)) : { zh: '', en: '' };
  const text = name ?? own[locale];
  const put = () => {
    if (!question || !insight || text.trim() === '') return;
    const rolling = rollingOf(question);
    const chart = chartOf(question);
    onAdd(
      added(tiles, {
        id: freshId(tiles),
        title: name === null ? own : renamed(own, locale, text.trim()),
        insight,
        chart,
        x: 0,
        y: 0,
        ...usualSize(chart),
        ...(rolling ? { rolling } : {}),
      }),
    );
    onClose();
  };
  return (
    <Modal
      open
      width={what === 'figure' ? 480 : 720}
      title={t(`add.${what}`)}
      okText={t('add.yes')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: voice.waits || !question || text.trim() === '' }}
      onOk={put}
      onCancel={onClose}
    >
      {voice.waits ? (
        <Loading rows={6} />
      ) : (
        <div className={css.dialog}>
          {what === 'figure' ? (
            <KpiForm
              question={figure}
              latest={latest}
              onChange={(part) => setFigure((now) => ({ ...now, ...part }))}
            />
          ) : (
            <>
              <label htmlFor="add-chart">{t('add.which')}</label>
              <Select<number>
                id="add-chart"
                value={chosen}
                showSearch={{ optionFilterProp: 'label' }}
                onChange={(at) => {
                  setChosen(at);
                  setName(null);
                }}
                options={ready.map((one, value) => ({ value, label: titleOf(one, voice) }))}
              />
            </>
          )}
          <label htmlFor="add-name">{t('tile.name')}</label>
          <Input
            id="add-name"
            value={text}
            maxLength={80}
            onChange={(event) => setName(event.target.value)}
          />
          {question && insight && (
            <div className={css.preview}>
              <InsightChart
                key={what === 'figure' ? 'figure' : chosen}
                question={question}
                insight={insight}
                title={text}
                height={260}
                open={null}
                onOpen={() => undefined}
              />
            </div>
          )}
        </div>
      )}
    </Modal>
  );
}
