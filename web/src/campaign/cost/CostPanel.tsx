import type { Campaign, StatedCost } from '#api';
import { Panel, useCurrency, useFormat, useLabel, useTranslation } from '#shell';
import { useCost } from '../api';
import css from '../campaign.module.css';
import { CostEdit } from './CostEdit';

/** What the cost rests on: who said what of it since the campaign was sent, and when. */
export function CostPanel({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign');
  const { data: cost } = useCost(campaign.id);
  if (!cost || (cost.stated.length === 0 && !cost.correctable)) return null;
  return (
    <Panel
      title={t('cost.panel')}
      text={t('cost.panelText')}
      extra={<CostEdit campaign={campaign} />}
    >
      {cost.stated.length === 0 ? (
        <p className={css.quiet}>{t('cost.never')}</p>
      ) : (
        <ol className={css.said}>
          {cost.stated.map((stated) => (
            <Stated key={stated.number} stated={stated} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

/** One saying: 2026年6月2日 10:00 · 林 · 单条成本 未填写 → 0.045 元 · 六月账单. */
function Stated({ stated: { before, now, note, by, statedAt } }: { stated: StatedCost }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const label = useLabel();
  const currency = useCurrency();
  const each = (amount: number | undefined) =>
    amount === undefined ? t('what.costUnsaid') : `${amount} ${currency}`;
  return (
    <li>
      <span className={css.quiet}>
        {format.moment(statedAt)} · {label(by)}
      </span>
      <span>
        {before.perMessage !== now.perMessage && (
          <span className={css.change}>
            {t('cost.change', {
              what: t('measure.cost'),
              from: each(before.perMessage),
              to: each(now.perMessage),
            })}
          </span>
        )}
        {before.other !== now.other && (
          <span className={css.change}>
            {t('cost.change', {
              what: t('measure.otherCost'),
              from: format.moneyFull(before.other),
              to: format.moneyFull(now.other),
            })}
          </span>
        )}
      </span>
      {note !== '' && <span className={css.quiet}>{t('cost.noted', { note })}</span>}
    </li>
  );
}

/** Beside the figure: who said last what it costs, and when. */
export function CostSaid({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const label = useLabel();
  const last = useCost(campaign.id).data?.stated[0];
  if (!last) return null;
  const first = last.before.perMessage === undefined && last.before.other === 0;
  return (
    <span>
      {t(first ? 'cost.added' : 'cost.corrected', {
        at: format.dayOf(last.statedAt),
        by: label(last.by),
      })}
    </span>
  );
}
