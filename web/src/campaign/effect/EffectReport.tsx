import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Campaign, Effect } from '#api';
import { HowDrawer } from '#charts';
import { Await, Empty, Loading, Panel, ToImport, useFormat, useTranslation } from '#shell';
import { useEffectOf } from '../api';
import css from '../campaign.module.css';
import { CostPanel } from '../cost/CostPanel';
import { headline, type Headline } from '../headline';
import { Arms } from './Arms';
import { Days } from './Days';
import { EffectTiles } from './EffectTiles';
import { Intervals } from './Intervals';
import { Notes } from './Notes';
import { Verdict } from './Verdict';

/** What a campaign changed: the finding first, then what it rests on, and how far it can be trusted. */
export function EffectReport({ campaign }: { campaign: Campaign }) {
  const query = useEffectOf(campaign.id);
  return (
    <Await query={query} loading={<Loading rows={8} />}>
      {(effect) => <Report campaign={campaign} effect={effect} />}
    </Await>
  );
}

function Report({ campaign, effect }: { campaign: Campaign; effect: Effect }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const [explained, setExplained] = useState(false);
  const said = headline(effect);
  if (said.kind === 'waiting')
    return (
      <>
        <Panel>
          <Empty
            title={t('waiting.title')}
            text={
              effect.arms.length === 0
                ? t('waiting.entering')
                : t('waiting.orders', {
                    newest: format.dayOf(effect.knowledge.newestOrder),
                    from: format.dayOf(effect.window?.from),
                  })
            }
            action={effect.arms.length > 0 && <ToImport>{t('waiting.import')}</ToImport>}
          />
        </Panel>
        <CostPanel campaign={campaign} />
      </>
    );
  return (
    <>
      <Verdict campaign={campaign} effect={effect} said={said} />
      <Cautions campaign={campaign} effect={effect} said={said} />
      {said.kind !== 'broken' && <EffectTiles campaign={campaign} effect={effect} said={said} />}
      {said.kind !== 'broken' && <Days effect={effect} />}
      <Panel
        flush
        title={t(said.kind === 'alone' ? 'arms.alone' : 'arms.title')}
        text={t('arms.text', {
          from: format.dayOf(effect.window?.from),
          days: campaign.windowDays,
        })}
        extra={
          <Button type="link" size="small" onClick={() => setExplained(true)}>
            {t('effect.how')}
          </Button>
        }
      >
        <Arms effect={effect} />
      </Panel>
      {said.kind === 'measured' && <Intervals effect={effect} />}
      <CostPanel campaign={campaign} />
      <Notes campaign={campaign} effect={effect} said={said} />
      <HowDrawer
        how={{ sql: effect.sql, asOf: effect.asOf, cautions: effect.cautions }}
        open={explained}
        onClose={() => setExplained(false)}
      />
    </>
  );
}

/** Why to read it with care, as far as the verdict has not said it already. */
function Cautions({
  campaign,
  effect,
  said: { kind },
}: {
  campaign: Campaign;
  effect: Effect;
  said: Headline;
}) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const { window, knowledge } = effect;
  const said = effect.cautions.filter(
    (caution) => caution.code !== OPEN && !SAID[kind].includes(caution.code),
  );
  return (
    <div className={css.cautions}>
      {window?.open && (
        <Alert
          type="info"
          showIcon
          title={t('effect.open', {
            day: window.day,
            days: campaign.windowDays,
            n: window.daysLeft,
            until: format.dayOf(window.until),
          })}
        />
      )}
      {window && !window.open && knowledge.endsWithin && (
        <Alert
          type="warning"
          showIcon
          title={t('effect.behind', {
            newest: format.dayOf(knowledge.newestOrder),
            until: format.dayOf(window.until),
          })}
        />
      )}
      {said.map((caution) => (
        <Alert key={caution.code} type="warning" showIcon title={caution.message} />
      ))}
    </div>
  );
}

const OPEN = 'experiment.open-window';

/** What each verdict says by itself. */
const SAID: Record<Headline['kind'], string[]> = {
  waiting: [],
  alone: ['experiment.no-control'],
  broken: ['experiment.sample-ratio', 'experiment.not-enough', 'experiment.few-buyers'],
  thin: ['experiment.not-enough'],
  measured: ['experiment.unknown-split'],
};
