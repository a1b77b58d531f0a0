import { App, Button, Form, InputNumber } from 'antd';
import type { IdentityLimit } from '#api';
import {
  Await,
  Complaint,
  Loading,
  Panel,
  useFormat,
  useLabel,
  useRight,
  useTranslation,
} from '#shell';
import { useLimits, useSaveLimits } from './api';
import css from './identity.module.css';

/** From how many records or names on a shared value brings nobody together. */
export function Limits() {
  const { t } = useTranslation('identity');
  const query = useLimits();
  return (
    <Panel title={t('limits.title')} text={t('limits.text')}>
      <Await query={query} loading={<Loading rows={4} />}>
        {(limits) => <LimitsForm key={JSON.stringify(limits)} limits={limits} />}
      </Await>
    </Panel>
  );
}

type Entered = Record<string, { records: number; names: number }>;

function LimitsForm({ limits }: { limits: IdentityLimit[] }) {
  const { t } = useTranslation('identity');
  const label = useLabel();
  const format = useFormat();
  const may = useRight('ADMIN');
  const { message } = App.useApp();
  const save = useSaveLimits();
  const [form] = Form.useForm<Entered>();
  const entries = (pick: (one: IdentityLimit) => { records: number; names: number }): Entered =>
    Object.fromEntries(limits.map((one) => [one.idType, pick(one)]));
  return (
    <Form<Entered>
      form={form}
      disabled={!may}
      initialValues={entries(({ records, names }) => ({ records, names }))}
      onValuesChange={() => save.reset()}
      onFinish={(entered) =>
        save.mutate(
          limits.map(({ idType, records, names }) => ({
            idType,
            records: entered[idType]?.records ?? records,
            names: entered[idType]?.names ?? names,
          })),
          { onSuccess: () => void message.success(t('limits.saved'), 6) },
        )
      }
    >
      <ul className={css.limits}>
        {limits.map((one) => (
          <li key={one.idType}>
            <span className={css.limitName}>
              {label(one.label)}
              <small>{t(`limits.says.${one.idType}`, { defaultValue: '' })}</small>
            </span>
            {(['records', 'names'] as const).map((key) => (
              <Form.Item key={key} noStyle name={[one.idType, key]} rules={[{ required: true }]}>
                <InputNumber<number>
                  className={css.limitInput}
                  min={key === 'records' ? 2 : 1}
                  max={100000}
                  precision={0}
                  aria-label={`${label(one.label)} ${t(`limits.${key}`)}`}
                  suffix={t(`limits.${key}`)}
                />
              </Form.Item>
            ))}
            <small className={css.usual}>
              {t('limits.usual', {
                records: format.full(one.usualRecords),
                names: format.full(one.usualNames),
              })}
            </small>
          </li>
        ))}
      </ul>
      <Complaint error={save.error} />
      {may ? (
        <div className={css.limitButtons}>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('limits.save')}
          </Button>
          <Button
            onClick={() =>
              form.setFieldsValue(
                entries(({ usualRecords, usualNames }) => ({
                  records: usualRecords,
                  names: usualNames,
                })),
              )
            }
          >
            {t('limits.reset')}
          </Button>
          <span className={css.quiet}>{t('limits.after')}</span>
        </div>
      ) : (
        <p className={css.quiet}>{t('limits.adminOnly')}</p>
      )}
    </Form>
  );
}
