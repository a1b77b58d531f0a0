import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Button, Input, Select } from 'antd';
import { Link } from 'react-router';
import type { Outlook, SegmentView } from '#api';
import { Sentence } from '#condition';
import { useSegments } from '#segment';
import {
  Await,
  Empty,
  ErrorState,
  Loading,
  Panel,
  Tile,
  Tiles,
  useFormat,
  useLabel,
  useNow,
  useSession,
  useTranslation,
} from '#shell';
import css from '../campaign.module.css';
import { daysBehind, isNearlyEveryone, type Writing } from './draft';

interface Props {
  writing: Writing;
  outlook: UseQueryResult<Outlook>;
  onChange: (part: Partial<Writing>) => void;
}

/** Whom the campaign is for, and how many that is. */
export function WhoStep(props: Props) {
  const { t } = useTranslation('campaign');
  const segments = useSegments();
  return (
    <Await query={segments}>
      {(all) =>
        all.length === 0 ? (
          <Empty
            title={t('who.none')}
            text={t('who.noneText')}
            action={
              <Link to="/segments/new">
                <Button type="primary">{t('who.circle')}</Button>
              </Link>
            }
          />
        ) : (
          <Who {...props} segments={all} />
        )
      }
    </Await>
  );
}

function Who({ writing, outlook, onChange, segments }: Props & { segments: SegmentView[] }) {
  const { t } = useTranslation('campaign');
  const label = useLabel();
  const format = useFormat();
  const chosen = segments.find((one) => one.id === writing.segment);
  return (
    <>
      <Panel>
        <div className={css.form}>
          <label htmlFor="campaign-segment">{t('who.segment')}</label>
          <Select<string>
            id="campaign-segment"
            value={chosen?.id}
            placeholder={t('who.choose')}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(segment) => onChange({ segment })}
            options={segments.map((one) => ({
              value: one.id,
              label: `${label(one.label)} · ${t('who.people', { n: format.full(one.size) })}`,
            }))}
          />
          {chosen?.condition && (
            <p className={css.quiet}>
              <Sentence condition={chosen.condition} />
            </p>
          )}
          <label htmlFor="campaign-name">{t('who.name')}</label>
          <Input
            id="campaign-name"
            value={writing.label}
            maxLength={80}
            placeholder={t('who.nameExample')}
            onChange={(event) => onChange({ label: event.target.value })}
          />
        </div>
      </Panel>
      {chosen && <Sizes outlook={outlook} />}
    </>
  );
}

function Sizes({ outlook }: { outlook: UseQueryResult<Outlook> }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const { company } = useSession();
  const behind = daysBehind(company.asOf ?? null, useNow(false));
  const { data } = outlook;
  if (outlook.error)
    return <ErrorState error={outlook.error} retry={() => void outlook.refetch()} />;
  if (!data) return <Loading rows={2} />;
  return (
    <div aria-busy={outlook.isPlaceholderData}>
      <Tiles>
        <Tile
          label={t('column.people')}
          value={format.full(data.audience)}
          note={t('who.ofAll', {
            share: format.percent(data.of > 0 ? data.audience / data.of : null),
            n: format.full(data.of),
          })}
        />
        <Tile
          label={t('who.noPhone')}
          value={format.full(data.noAddress)}
          note={t('who.noPhoneNote')}
        />
        <Tile
          label={t('who.baseRate')}
          value={format.percent(data.plan?.buying)}
          note={t('who.baseRateNote')}
        />
      </Tiles>
      <div className={css.cautions}>
        {data.audience === 0 && <Alert type="error" showIcon title={t('who.nobody')} />}
        {isNearlyEveryone(data) && (
          <Alert
            type="warning"
            showIcon
            title={t('who.everyone')}
            description={t('who.everyoneText')}
          />
        )}
        {behind > 7 && (
          <Alert
            type="warning"
            showIcon
            title={t('who.stale', { day: format.day(company.asOf), n: behind })}
            description={t('who.staleText')}
          />
        )}
      </div>
    </div>
  );
}
