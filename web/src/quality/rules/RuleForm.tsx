import { DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { Await, useLabel, useTranslation } from '#shell';
import { useFeedNames, useSourceNames, useSources, useStandard } from '#source';
import css from '../quality.module.css';
import { OutlierBoxes } from './OutlierBoxes';
import { Box } from './Box';
import { family, kindsFor, type Draft, type Form } from './draft';

interface Props {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

const FORMS: Form[] = ['digits', 'lettersAndDigits', 'phone', 'email', 'matches'];
const OPS = ['GE', 'GT', 'LE', 'LT', 'EQ', 'NE'] as const;

/** Which rows, which field, and what must hold: plain words, and a regex only for who wants one. */
export function RuleForm({ draft, change }: Props) {
  const { t } = useTranslation('quality');
  const label = useLabel();
  return (
    <Await query={useStandard()}>
      {(entities) => {
        const entity = entities.find((one) => one.name === draft.rows);
        const own = entity?.fields ?? [];
        const others = entities
          .filter((one) => entity?.parents.includes(one.name))
          .flatMap((one) => one.fields);
        const fields = [...own, ...others];
        const typeOf = (key: string) => fields.find((one) => one.key === key)?.type ?? 'text';
        const groups = [{ name: draft.rows, fields: own }].concat(
          entities
            .filter((one) => entity?.parents.includes(one.name))
            .map((one) => ({ name: one.name, fields: one.fields })),
        );
        const options = (fits: (type: string) => boolean) =>
          groups
            .map((group) => ({
              label: label(entities.find((one) => one.name === group.name)?.label),
              options: group.fields
                .filter((one) => fits(one.type))
                .map((one) => ({ value: one.key, label: label(one.label) })),
            }))
            .filter((group) => group.options.length > 0);
        const kinds = kindsFor(typeOf(draft.field));
        return (
          <div className={css.form}>
            <Box text={t('rules.rows')}>
              <Select
                value={draft.rows}
                aria-label={t('rules.rows')}
                options={entities.map((one) => ({ value: one.name, label: label(one.label) }))}
                onChange={(rows) => change({ rows, scope: '', field: '', other: '' })}
              />
            </Box>
            <Box text={t('rules.scope')}>
              <Scope draft={draft} change={change} />
            </Box>
            <Box text={t('field')}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                value={draft.field || undefined}
                placeholder={t('rules.chooseField')}
                aria-label={t('field')}
                options={options(() => true)}
                onChange={(field: string) => {
                  const fit = kindsFor(typeOf(field));
                  change({
                    field,
                    other: '',
                    kind: fit.includes(draft.kind) ? draft.kind : (fit[0] ?? 'required'),
                  });
                }}
              />
            </Box>
            <Box text={t('rules.kind')}>
              <Select
                value={draft.kind}
                aria-label={t('rules.kind')}
                options={kinds.map((kind) => ({ value: kind, label: t(`ruleKinds.${kind}`) }))}
                onChange={(kind) => change({ kind })}
              />
            </Box>
            {draft.kind === 'pattern' && <Pattern draft={draft} change={change} />}
            {draft.kind === 'range' && (
              <Box text={t('rules.bounds')}>
                <span className={css.pair}>
                  <InputNumber
                    value={draft.from}
                    placeholder={t('rules.from')}
                    aria-label={t('rules.from')}
                    onChange={(from) => change({ from })}
                  />
                  <InputNumber
                    value={draft.to}
                    placeholder={t('rules.to')}
                    aria-label={t('rules.to')}
                    onChange={(to) => change({ to })}
                  />
                </span>
              </Box>
            )}
            {draft.kind === 'oneOf' && (
              <Box text={t('rules.values')}>
                <Input.TextArea
                  value={draft.values}
                  autoSize={{ minRows: 3, maxRows: 10 }}
                  placeholder={t('rules.valuesHint')}
                  onChange={(event) => change({ values: event.target.value })}
                />
              </Box>
            )}
            {draft.kind === 'comparison' && (
              <Box text={t('rules.compare')}>
                <span className={css.pair}>
                  <Select
                    value={draft.op}
                    aria-label={t('rules.compare')}
                    options={OPS.map((op) => ({
                      value: op,
                      label: t(`op.${op}`),
                    }))}
                    onChange={(op) => change({ op })}
                  />
                  <Select
                    value={draft.other || undefined}
                    placeholder={t('rules.chooseField')}
                    aria-label={t('rules.other')}
                    options={options((type) => family(type) === family(typeOf(draft.field)))}
                    onChange={(other: string) => change({ other })}
                  />
                </span>
              </Box>
            )}
            {draft.kind === 'outlier' && (
              <OutlierBoxes
                draft={draft}
                change={change}
                groups={options((type) => family(type) === 'text')}
              />
            )}
            {draft.kind === 'plausibleDate' && (
              <Box text={t('rules.notBefore')}>
                <DatePicker
                  value={draft.day ? dayjs(draft.day) : null}
                  aria-label={t('rules.notBefore')}
                  onChange={(day) => change({ day: day ? day.format('YYYY-MM-DD') : '' })}
                />
              </Box>
            )}
          </div>
        );
      }}
    </Await>
  );
}

function Scope({ draft, change }: Props) {
  const { t } = useTranslation('quality');
  const sourceName = useSourceNames();
  const feedName = useFeedNames();
  const sources = (useSources().data ?? []).filter((source) =>
    source.feeds.some((feed) => feed.grain === draft.rows),
  );
  return (
    <Select
      value={draft.scope}
      aria-label={t('rules.scope')}
      options={[
        { value: '', label: t('everySource') },
        ...sources.flatMap((source) => [
          { value: `${source.source}/`, label: sourceName(source.source) },
          ...source.feeds
            .filter((feed) => feed.grain === draft.rows)
            .map((feed) => ({
              value: `${source.source}/${feed.feed}`,
              label: `${sourceName(source.source)} · ${feedName(source.source, feed.feed)} (${feed.feed})`,
            })),
        ]),
      ]}
      onChange={(scope) => change({ scope })}
    />
  );
}

function Pattern({ draft, change }: Props) {
  const { t } = useTranslation('quality');
  const counted = draft.form === 'digits' || draft.form === 'lettersAndDigits';
  return (
    <>
      <Box text={t('rules.form')}>
        <Select
          value={draft.form}
          aria-label={t('rules.form')}
          options={FORMS.map((form) => ({ value: form, label: t(`form.${form}`) }))}
          onChange={(form) => change({ form })}
        />
      </Box>
      {counted && (
        <Box text={t('rules.length')}>
          <span className={css.pair}>
            <InputNumber
              min={1}
              max={200}
              value={draft.least}
              placeholder={t('rules.least')}
              aria-label={t('rules.least')}
              onChange={(least) => change({ least })}
            />
            <InputNumber
              min={draft.least ?? 1}
              max={200}
              value={draft.most}
              placeholder={t('rules.most')}
              aria-label={t('rules.most')}
              onChange={(most) => change({ most })}
            />
          </span>
        </Box>
      )}
      {draft.form === 'matches' && (
        <Box text={t('rules.regex')}>
          <Input
            value={draft.regex}
            placeholder="VIP-[0-9]{6}"
            onChange={(event) => change({ regex: event.target.value })}
          />
        </Box>
      )}
    </>
  );
}
