import { Navigate, useParams } from 'react-router';
import type { Campaign } from '#api';
import { useChannels } from '#channel';
import { useSegments } from '#segment';
import {
  Await,
  DetailPage,
  Loading,
  Page,
  useCurrency,
  useFormat,
  useLabel,
  useSession,
  useTranslation,
  type FactSpec,
} from '#shell';
import { Link } from 'react-router';
import { useCampaign } from './api';
import { CostEdit } from './cost/CostEdit';
import { EffectReport } from './effect/EffectReport';
import { People } from './sending/People';
import { Sending } from './sending/Sending';
import { StateMark } from './StateMark';

/** One campaign: how the sending went, who was meant, and what it changed. A draft opens in its wizard. */
export function CampaignPage() {
  const { t } = useTranslation('campaign');
  const { id = '' } = useParams();
  const query = useCampaign(id);
  if (query.data?.state === 'draft')
    return <Navigate to={`/campaigns/${encodeURIComponent(id)}/edit`} replace />;
  if (query.data) return <Sent campaign={query.data} />;
  return (
    <Page title={t('title')} up={{ to: '/campaigns', label: t('title') }}>
      <Await query={query} loading={<Loading rows={10} />}>
        {() => null}
      </Await>
    </Page>
  );
}

function Sent({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign');
  const label = useLabel();
  const { company } = useSession();
  const facts = useFacts(campaign);
  const page = {
    title: label(campaign.label),
    up: { to: '/campaigns', label: t('title') },
    asOf: company.asOf,
    facts,
  };
  const effect = <EffectReport campaign={campaign} />;
  if (campaign.kind === 'imported') return <DetailPage {...page}>{effect}</DetailPage>;
  return (
    <DetailPage
      {...page}
      tabs={[
        { key: 'sending', label: t('tab.sending'), children: <Sending campaign={campaign} /> },
        { key: 'people', label: t('tab.people'), children: <People campaign={campaign} /> },
        { key: 'effect', label: t('tab.effect'), children: effect },
      ]}
    />
  );
}

function useFacts(campaign: Campaign): FactSpec[] {
  const { t } = useTranslation('campaign');
  const label = useLabel();
  const format = useFormat();
  const segments = useSegments();
  const segment = segments.data?.find((one) => one.id === campaign.segment);
  const currency = useCurrency();
  const channels = useChannels();
  const channel = channels.data?.find((one) => one.id === campaign.channel);
  const whom =
    campaign.kind === 'imported' ? (
      t('list.elsewhere')
    ) : segment ? (
      <Link to={`/segments/${encodeURIComponent(segment.id)}`}>{label(segment.label)}</Link>
    ) : (
      '—'
    );
  return [
    { label: t('column.state'), value: <StateMark state={campaign.state} /> },
    { label: t('column.whom'), value: whom },
    ...(channel ? [{ label: t('column.channel'), value: label(channel.label) }] : []),
    {
      label: `${t('column.treated')} / ${t('column.control')}`,
      value: (
        <>
          {format.full(campaign.treated)} / {format.full(campaign.control)}
        </>
      ),
    },
    {
      label: t('column.launched'),
      value: (
        <span title={format.moment(campaign.launchedAt)}>{format.dayOf(campaign.launchedAt)}</span>
      ),
    },
    {
      label: t('column.goal'),
      value: t(`goal.within.${campaign.metric}`, { days: campaign.windowDays }),
    },
    { label: t('measure.margin'), value: format.percent(campaign.marginPercent / 100) },
    ...(campaign.kind === 'launched' || campaign.costPerMessage !== undefined
      ? [
          {
            label: t('measure.cost'),
            value:
              campaign.costPerMessage === undefined ? (
                <>
                  {t('what.costUnsaid')} <CostEdit campaign={campaign} small />
                </>
              ) : (
                `${campaign.costPerMessage} ${currency}`
              ),
          },
        ]
      : []),
    ...(campaign.otherCost > 0
      ? [{ label: t('measure.otherCost'), value: format.moneyFull(campaign.otherCost) }]
      : []),
  ];
}
