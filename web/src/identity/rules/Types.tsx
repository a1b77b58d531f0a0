import { Button, InputNumber, Segmented } from 'antd';
import type { IdRule, IdRules, IdUse } from '#api';
import { faultsAt } from '#api';
import { useFormat, useLabel, useNarrow, useTranslation } from '#shell';
import { changed, moved, type Draft, type Drafted } from './draft';
import css from './rules.module.css';

const USES: readonly IdUse[] = ['EXCLUSIVE', 'SHARED', 'OFF'];
const LIMITS = ['records', 'names', 'values'] as const;

/** A row a type, the most trusted first. */
export function Types({
  rules,
  draft,
  may,
  error,
  onChange,
}: {
  rules: IdRules;
  draft: Draft;
  may: boolean;
  error: unknown;
  onChange: (draft: Draft) => void;
}) {
  const { t } = useTranslation('identity');
  return (
    <ol className={css.types}>
      {draft.map((one, i) => {
        const rule = rules.types.find(({ idType }) => idType === one.idType);
        if (!rule) return null;
        return (
          <li key={one.idType} data-off={one.use === 'OFF' || undefined}>
            <Name rule={rule} place={i + 1} />
            {may ? (
              <>
                <Use
                  rule={rule}
                  use={one.use}
                  onChange={(use) => onChange(changed(draft, one.idType, { use }))}
                />
                <Limits
                  rule={rule}
                  one={one}
                  faults={LIMITS.flatMap((key) => faultsAt(error, `[${i}].${key}`))}
                  onChange={(by) => onChange(changed(draft, one.idType, by))}
                />
                <Moves
                  rule={rule}
                  first={i === 0}
                  last={i === draft.length - 1}
                  onMove={(by) => onChange(moved(draft, one.idType, by))}
                />
              </>
            ) : (
              <span className={css.reads}>
                {t(`rules.use.${one.use}`)}
                {one.use !== 'OFF' && <Said one={one} />}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Name({ rule, place }: { rule: IdRule; place: number }) {
  const { t } = useTranslation('identity');
  const label = useLabel();
  return (
    <span className={css.name}>
      <span className={css.place}>{place}</span>
      <span>
        {label(rule.label)}
        <small>{t(`rules.says.${rule.idType}`, { defaultValue: '' })}</small>
      </span>
    </span>
  );
}

function Use({
  rule,
  use,
  onChange,
}: {
  rule: IdRule;
  use: IdUse;
  onChange: (use: IdUse) => void;
}) {
  const { t } = useTranslation('identity');
  const label = useLabel();
  const narrow = useNarrow();
  return (
    <span className={css.use}>
      <Segmented<IdUse>
        block={narrow}
        value={use}
        aria-label={t('rules.useOf', { type: label(rule.label) })}
        options={USES.map((value) => ({ value, label: t(`rules.use.${value}`) }))}
        onChange={onChange}
      />
      <small>
        {t(`rules.useText.${use}`)}
        {use !== rule.usual.use &&
          ` ${t('rules.usualUse', { use: t(`rules.use.${rule.usual.use}`) })}`}
      </small>
    </span>
  );
}

function Limits({
  rule,
  one,
  faults,
  onChange,
}: {
  rule: IdRule;
  one: Drafted;
  faults: { message: string }[];
  onChange: (by: Partial<Drafted>) => void;
}) {
  const { t } = useTranslation('identity');
  const label = useLabel();
  const format = useFormat();
  return (
    <span className={css.limits}>
      {LIMITS.map((key) => (
        <label key={key}>
          <span>{t(`rules.limit.${key}`)}</span>
          <InputNumber<number>
            value={one[key] ?? null}
            min={key === 'records' ? 2 : 1}
            max={100000}
            precision={0}
            disabled={one.use === 'OFF'}
            placeholder={key === 'values' ? t('rules.any') : ''}
            status={key !== 'values' && one[key] === undefined ? 'error' : ''}
            aria-label={`${label(rule.label)} ${t(`rules.limit.${key}`)}`}
            onChange={(value) => onChange({ [key]: value ?? undefined })}
          />
          {key !== 'values' && one[key] !== rule.usual[key] && (
            <small>{t('rules.usual', { n: format.full(rule.usual[key]) })}</small>
          )}
        </label>
      ))}
      {faults.map(({ message }) => (
        <small key={message} className={css.missing} role="alert">
          {message}
        </small>
      ))}
    </span>
  );
}

function Moves({
  rule,
  first,
  last,
  onMove,
}: {
  rule: IdRule;
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
}) {
  const { t } = useTranslation('identity');
  const label = useLabel();
  return (
    <span className={css.moves}>
      {([-1, 1] as const).map((by) => {
        const words = t(by < 0 ? 'rules.up' : 'rules.down', { type: label(rule.label) });
        return (
          <Button
            key={by}
            size="small"
            type="text"
            disabled={by < 0 ? first : last}
            aria-label={words}
            title={words}
            onClick={() => onMove(by)}
          >
            {by < 0 ? '↑' : '↓'}
          </Button>
        );
      })}
    </span>
  );
}

/** To be read, not greyed out: by these rules the person's customers came. */
function Said({ one }: { one: Drafted }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  return (
    <small>
      {t('rules.said', {
        records: format.full(one.records ?? 0),
        names: format.full(one.names ?? 0),
      })}
      {one.values !== undefined && t('rules.saidValues', { n: format.full(one.values) })}
    </small>
  );
}
