import { Button, Form, Input, Popover, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '#shell';
import { useSources } from '../api';
import type { Origin } from './job';
import { isSourceName, labelled, PRESETS, shortName } from './origins';

const NEW = '+';

/** Which system a file comes from: one that is known, a usual one, or a new one by name. */
export function OriginChoice({
  origin,
  onChange,
}: {
  origin: Origin | null;
  onChange: (origin: Origin) => void;
}) {
  const { t } = useTranslation('source');
  const label = useLabel();
  const { data: known = [] } = useSources();
  const [naming, setNaming] = useState(false);
  const all: Origin[] = [
    ...known,
    ...PRESETS.filter((preset) => !known.some((one) => one.source === preset.source)),
  ];
  const listed =
    origin && !all.some((one) => one.source === origin.source) ? [...all, origin] : all;
  return (
    <Popover
      open={naming}
      trigger={[]}
      placement="bottomRight"
      title={t('origin.new')}
      content={
        <NewOrigin
          taken={listed.map((one) => one.source)}
          onCancel={() => setNaming(false)}
          onDone={(made) => {
            setNaming(false);
            onChange(made);
          }}
        />
      }
    >
      <Select<string>
        style={{ width: 200 }}
        value={origin?.source}
        status={origin ? undefined : 'warning'}
        placeholder={t('origin.ask')}
        aria-label={t('origin.ask')}
        options={[
          ...listed.map((one) => ({ value: one.source, label: label(one.label) })),
          { value: NEW, label: t('origin.add') },
        ]}
        onChange={(source) => {
          if (source === NEW) setNaming(true);
          const found = listed.find((one) => one.source === source);
          if (found) onChange({ source: found.source, label: found.label });
        }}
      />
    </Popover>
  );
}

function NewOrigin({
  taken,
  onDone,
  onCancel,
}: {
  taken: string[];
  onDone: (origin: Origin) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation('source');
  const [form] = Form.useForm<{ name: string; source: string }>();
  const [touched, setTouched] = useState(false);
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      style={{ width: 260 }}
      onFinish={({ name, source }) => onDone({ source, label: labelled(name.trim()) })}
    >
      <Form.Item
        name="name"
        label={t('origin.name')}
        rules={[{ required: true, whitespace: true, message: t('origin.nameMissing') }]}
      >
        <Input
          placeholder={t('origin.nameExample')}
          onChange={(event) => {
            if (!touched) form.setFieldValue('source', shortName(event.target.value, taken));
          }}
        />
      </Form.Item>
      <Form.Item
        name="source"
        label={t('origin.short')}
        extra={t('origin.shortText')}
        rules={[
          {
            validator: (_, value: string | undefined) =>
              isSourceName(value ?? '') && !taken.includes(value ?? '')
                ? Promise.resolve()
                : Promise.reject(new Error(t('origin.shortBad'))),
          },
        ]}
      >
        <Input onChange={() => setTouched(true)} />
      </Form.Item>
      <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
        <Button onClick={onCancel}>{t('origin.cancel')}</Button>
        <Button type="primary" htmlType="submit">
          {t('origin.done')}
        </Button>
      </div>
    </Form>
  );
}
