import { Button, Form, InputNumber } from 'antd';
import type { SendingLimits } from '#api';
import { Await, Complaint, Loading, Panel, useRight, useTranslation } from '#shell';
import css from '../campaign.module.css';
import { useLimits, useSaveLimits } from './api';

/** 频控: how many messages a customer gets at most. */
export function Limits() {
  const { t } = useTranslation('campaign');
  const query = useLimits();
  return (
    <Panel title={t('rules.limits')} text={t('rules.limitsText')}>
      <Await query={query} loading={<Loading rows={3} />}>
        {(limits) => <LimitsForm limits={limits} />}
      </Await>
    </Panel>
  );
}

function LimitsForm({ limits }: { limits: SendingLimits }) {
  const { t } = useTranslation('campaign');
  const may = useRight('ADMIN');
  const save = useSaveLimits();
  return (
    <Form<SendingLimits>
      className={css.form}
      layout="vertical"
      requiredMark={false}
      disabled={!may}
      initialValues={limits}
      onFinish={(entered) => save.mutate(entered)}
      onValuesChange={() => save.reset()}
    >
      <div className={css.limits}>
        {(['perDay', 'perWeek', 'perMonth'] as const).map((key) => (
          <Form.Item key={key} name={key} label={t(`rules.${key}`)} rules={[{ required: true }]}>
            <InputNumber min={0} max={1000} precision={0} />
          </Form.Item>
        ))}
      </div>
      <Complaint error={save.error} />
      {may ? (
        <div>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('rules.save')}
          </Button>
          {save.isSuccess && <span className={css.saved}>{t('rules.saved')}</span>}
        </div>
      ) : (
        <p className={css.quiet}>{t('rules.adminOnly')}</p>
      )}
    </Form>
  );
}
