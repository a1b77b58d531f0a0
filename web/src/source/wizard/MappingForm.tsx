import { Alert, Collapse, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Entity, FileLook, Grain, Mapping } from '#api';
import { Panel, useSession } from '#shell';
import { useFieldNames } from '../api';
import { entityOf, gaps, GRAINS, inReach, regrained } from './job';
import { KindRules } from './KindRules';
import { MapTable } from './MapTable';
import { isFeedName } from './origins';
import css from './wizard.module.css';

interface Props {
  mapping: Mapping;
  look: FileLook;
  standard: Entity[];
  onChange: (mapping: Mapping) => void;
  /** A person says what a row is: there may be something to suggest. */
  onGrain?: (grain: Grain) => void;
  /** The feed has landed: what it is called is settled. */
  settled?: boolean;
}

/** What a row is, what each column means, and which lines of an order are no goods. */
export function MappingForm({
  mapping,
  look,
  standard,
  onChange,
  onGrain,
  settled = false,
}: Props) {
  const { t } = useTranslation('source');
  const { company } = useSession();
  const fieldName = useFieldNames();
  const mandatory = (entity: string) =>
    standard
      .find((one) => one.name === entity)
      ?.fields.filter((field) => field.mandatory && !field.key.includes('.x_'))
      .map((field) => field.key) ?? [];
  const found = gaps(mapping, mandatory);
  return (
    <>
      <Panel title={t('map.grain')} text={t('map.grainText')}>
        <Radio.Group
          value={mapping.grain}
          onChange={(event) => {
            const grain = event.target.value as Grain;
            onChange(regrained(mapping, grain));
            onGrain?.(grain);
          }}
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
          entities={inReach(standard, mapping.grain)}
          onChange={onChange}
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
              standard
                .flatMap((entity) => entity.fields)
                .find((field) => field.key === 'order_line.kind')?.codes ?? []
            }
            onChange={(kinds) => onChange({ ...mapping, kinds })}
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
                {!settled && (
                  <Setting
                    label={t('map.feed')}
                    text={t('map.feedText')}
                    value={mapping.feed}
                    bad={!isFeedName(mapping.feed)}
                    onChange={(feed) => onChange({ ...mapping, feed })}
                  />
                )}
                <Setting
                  label={t('map.zone')}
                  text={t('map.zoneText')}
                  value={mapping.zone ?? company.zone}
                  onChange={(zone) => onChange({ ...mapping, zone })}
                />
                <Setting
                  label={t('map.currency')}
                  text={t('map.currencyText')}
                  value={mapping.currency ?? company.currency}
                  onChange={(currency) => onChange({ ...mapping, currency })}
                />
              </div>
            ),
          },
        ]}
      />
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
