import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { SmsFrame } from '#api';
import { Await, Complaint, Loading, Panel, useRight, useTranslation } from '#shell';
import css from '../campaign.module.css';
import { useFrame, useSaveFrame } from './api';

/** 签名与退订: what stands around the words of every text message. */
export function Frame() {
  const { t } = useTranslation('campaign');
  const query = useFrame();
  return (
    <Panel title={t('rules.frame')} text={t('rules.frameText')}>
      <Await query={query} loading={<Loading rows={3} />}>
        {(frame) => <FrameForm frame={frame} />}
      </Await>
    </Panel>
  );
}

function FrameForm({ frame }: { frame: SmsFrame }) {
  const { t } = useTranslation('campaign');
  const may = useRight('ADMIN');
  const save = useSaveFrame();
  const [now, setNow] = useState(frame);
  return (
    <Form<SmsFrame>
      className={css.form}
      layout="vertical"
      requiredMark={false}
      disabled={!may}
      initialValues={frame}
      onFinish={(entered) => save.mutate(entered)}
      onValuesChange={(_, all) => {
        setNow(all);
        save.reset();
      }}
    >
      <Form.Item name="signature" label={t('rules.signature')} extra={t('rules.signatureHint')}>
        <Input maxLength={20} prefix="【" suffix="】" />
      </Form.Item>
      <Form.Item name="optOut" label={t('rules.optOutWords')} extra={t('rules.optOutHint')}>
        <Input maxLength={30} />
      </Form.Item>
      <p className={css.sample}>
        {now.signature && `【${now.signature}】`}
        {t('rules.sample')}
        {now.optOut && t('rules.sampleEnd', { optOut: now.optOut })}
      </p>
      <Complaint error={save.error} />
      {may ? (
        <div className={css.actions}>
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
