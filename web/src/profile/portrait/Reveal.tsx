import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { Fact } from '#api';
import { Complaint, useFormat, useLabel, useRight, useTranslation } from '#shell';
import { useReveal } from '../api';
import { Hidden } from '../Hidden';
import { written } from './summary';

/** A masked value, and for those who may, a way to see it for a reason that is kept. */
export function Reveal({ customer, fact }: { customer: number; fact: Fact }) {
  const { t } = useTranslation('profile');
  const label = useLabel();
  const format = useFormat();
  const may = useRight('REVEAL') && fact.masked;
  const [asking, setAsking] = useState(false);
  const reveal = useReveal(customer);
  const [form] = Form.useForm<{ reason: string }>();
  if (reveal.data) return <>{written(reveal.data.value, format)}</>;
  return (
    <>
      <Hidden text={written(fact.value, format)} sure={fact.masked} />
      {may && (
        <Button type="link" size="small" onClick={() => setAsking(true)}>
          {t('reveal.open')}
        </Button>
      )}
      <Modal
        title={t('reveal.title', { field: label(fact.label) })}
        open={asking}
        okText={t('reveal.yes')}
        cancelText={t('reveal.no')}
        okButtonProps={{ loading: reveal.isPending }}
        onOk={() => form.submit()}
        onCancel={() => setAsking(false)}
        destroyOnHidden
      >
        <Form<{ reason: string }>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={({ reason }) =>
            reveal.mutate(
              { field: fact.field, reason: reason.trim() },
              { onSuccess: () => setAsking(false) },
            )
          }
        >
          <Form.Item
            name="reason"
            label={t('reveal.reason')}
            extra={t('reveal.kept')}
            rules={[{ required: true, whitespace: true, min: 2, message: t('reveal.missing') }]}
          >
            <Input maxLength={200} placeholder={t('reveal.hint')} autoComplete="off" />
          </Form.Item>
          <Complaint error={reveal.error} />
        </Form>
      </Modal>
    </>
  );
}
