import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Collapse, Input, Radio } from 'antd';
import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grain, Mapping } from '#api';
import { Complaint, ErrorState, Loading, Panel, useSession } from '#shell';
import { useFieldNames, useLook, useStandard } from '../api';
import { entityOf, gaps, GRAINS, regrained, REACH, type Act, type ReadJob } from './job';
import { KindRules } from './KindRules';
import { MapTable } from './MapTable';
import { isFeedName } from './origins';
import css from './wizard.module.css';

interface Props {
  job: ReadJob;
  mapping: Mapping | null;
  query: UseQueryResult<Mapping> | undefined;
  act: Dispatch<Act>;
}

/** Third step: what a row is, and what each column means. */
export function MapStep({ job, mapping, query, act }: Props) {
  const { t } = useTranslation('source');
  const { company } = useSession();
  const standard = useStandard();
  const fieldName = useFieldNames();
  const look = useLook(job.upload, job.layout).data ?? job.upload.look;
  const error = query?.error ?? standard.error;
  if (!mapping && error) return <ErrorState error={error} retry={() => void query?.refetch()} />;
  if (!mapping || !standard.data) return <Loading rows={8} />;

  const change = (next: Mapping) => act({ type: 'mapping', key: job.key, mapping: next });
  const mandatory = (entity: string) =>
    standard.data
      .find((one) => one.name === entity)
      ?.fields.filter((field) => field.mandatory)
      .map((field) => field.key) ?? [];
  const found = gaps(mapping, mandatory);
  return (
    <>
      <Panel title={t('map.grain')} text={t('map.grainText')}>
        <Radio.Group
          value={mapping.grain}
          onChange={(event) => change(regrained(mapping, event.target.value as Grain))}
          className={css.grains}
        >
          {GRAINS.map((grain) => (
            <Radio key={grain} value={grain}>
              <strong>{t(`grain.${grain}`)}</strong>
              <span className={css.quiet}>{t(`grain.${grain}Text`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Panel>
      {found.map((gap) => (
        <Alert
          key={gap.kind}
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t(`map.gap.${gap.kind}`, { fields: gap.fields.map(fieldName).join(t('comma')) })}
        />
      ))}
      <Panel flush title={t('map.columns')} text={t('map.columnsText')}>
        <MapTable
          mapping={mapping}
          look={look}
          entities={standard.data.filter((entity) => REACH[mapping.grain].includes(entity.name))}
          onChange={change}
        />
      </Panel>
      {mapping.key.length === 0 && (
        <Alert type="info" showIcon style={{ marginBottom: 24 }} title={t('map.noKey')} />
      )}
      {mapping.grain === 'order_line' && (
        <Panel title={t('kinds.title')} text={t('kinds.text')}>
          <KindRules
            rules={mapping.kinds}
            fields={mapping.lines
              .map((line) => line.field)
              .filter((field) => entityOf(field) !== 'customer')}
            kinds={
              standard.data
                .flatMap((entity) => entity.fields)
                .find((field) => field.key === 'order_line.kind')?.codes ?? []
            }
            onChange={(kinds) => change({ ...mapping, kinds })}
          />
        </Panel>
      )}
      <Collapse
        ghost
        items={[
          {
            key: 'more',
            label: t('map.more'),
            children: (
              <div className={css.controls}>
                <Setting
                  label={t('map.feed')}
                  text={t('map.feedText')}
                  value={mapping.feed}
                  bad={!isFeedName(mapping.feed)}
                  onChange={(feed) => change({ ...mapping, feed })}
                />
                <Setting
                  label={t('map.zone')}
                  text={t('map.zoneText')}
                  value={mapping.zone ?? company.zone}
                  onChange={(zone) => change({ ...mapping, zone })}
                />
                <Setting
                  label={t('map.currency')}
                  text={t('map.currencyText')}
                  value={mapping.currency ?? company.currency}
                  onChange={(currency) => change({ ...mapping, currency })}
                />
              </div>
            ),
          },
        ]}
      />
      {query?.error && <Complaint error={query.error} />}
    </>
  );
}

function Setting({
  label,
  text,
  value,
  bad = false,
  onChange,
}: {
  label: string;
  text: string;
  value: string;
  bad?: boolean;
  onChange: (value: string) => void;
}) {
  return (
    <label className={css.control}>
      <span>{label}</span>
      <Input
        value={value}
        status={bad ? 'error' : undefined}
        style={{ width: 200 }}
        onChange={(event) => onChange(event.target.value.trim())}
      />
      <span className={css.quiet}>{text}</span>
    </label>
  );
}
