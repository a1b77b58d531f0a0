import { Button, Form, Input, InputNumber, Segmented } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { ProblemError, type Setting, type Spec } from '#api';
import { Complaint, Panel, useFormat, useLabel, useTranslation } from '#shell';
import css from './form.module.css';

/** What was entered: plain values of every setting, and the secrets that are new. */
export interface Filled {
  settings: Record<string, string>;
  secrets: Record<string, string>;
}

interface Props {
  spec: Spec;
  /** What stands there already. */
  settings: Record<string, string>;
  /** When each secret was set; what a secret is never comes here. */
  secretsSetAt: Record<string, string>;
  error: unknown;
  pending: boolean;
  save: string;
  saved?: ReactNode;
  onSave: (filled: Filled) => void;
  onChange: () => void;
}

/** A form drawn from what a connection asks for: whoever adds a kind writes no page. */
export function SpecForm(props: Props) {
  const { spec, settings, secretsSetAt, error, pending } = props;
  const { t } = useTranslation('form');
  const label = useLabel();
  const [form] = Form.useForm<Record<string, string>>();
  const [replacing, setReplacing] = useState<string[]>([]);
  const all = spec.parts.flatMap((part) => part.settings);
  const initial = Object.fromEntries(
    all.map((one) => [one.key, one.kind === 'secret' ? '' : (settings[one.key] ?? one.usual)]),
  );
  const faults = error instanceof ProblemError ? error.faults : [];
  const faultOf = (key: string) => faults.find((fault) => fault.place === key)?.message;
  const elsewhere = error && !faults.some((fault) => all.some((one) => one.key === fault.place));
  const first = faults.find((fault) => all.some((one) => one.key === fault.place))?.place;
  useEffect(() => {
    if (first) form.scrollToField(first, { block: 'center' });
  }, [form, first, error]);
  const finish = (entered: Record<string, string>) => {
    const plain: Record<string, string> = {};
    const secrets: Record<string, string> = {};
    for (const one of all) {
      const value = entered[one.key] ?? '';
      if (one.kind !== 'secret') plain[one.key] = value;
      else if (value !== '' || replacing.includes(one.key)) secrets[one.key] = value;
    }
    props.onSave({ settings: plain, secrets });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onFinish={finish}
      onValuesChange={props.onChange}
    >
      {spec.presets.length > 0 && (
        <div className={css.presets}>
          <span>{t('presets')}</span>
          {spec.presets.map((preset) => (
            <Button
              key={preset.id}
              size="small"
              onClick={() => {
                form.setFieldsValue(preset.values);
                props.onChange();
              }}
            >
              {label(preset.label)}
            </Button>
          ))}
          <span className={css.hint}>{t('presetsHint')}</span>
        </div>
      )}
      {spec.parts.map((part) => (
        <Panel key={part.id} title={label(part.label)}>
          <div className={css.part}>
            {part.settings.map((one) => (
              <Field
                key={one.key}
                setting={one}
                fault={faultOf(one.key)}
                setAt={secretsSetAt[one.key]}
                replacing={replacing.includes(one.key)}
                onReplace={() => setReplacing([...replacing, one.key])}
              />
            ))}
          </div>
        </Panel>
      ))}
      <div className={css.foot}>
        {elsewhere ? <Complaint error={error} /> : null}
        {faults.length > 0 && !elsewhere && <p className={css.marked}>{t('marked')}</p>}
        <Button type="primary" htmlType="submit" loading={pending}>
          {props.save}
        </Button>
        {props.saved}
      </div>
    </Form>
  );
}

function Field({
  setting,
  fault,
  setAt,
  replacing,
  onReplace,
}: {
  setting: Setting;
  fault: string | undefined;
  setAt: string | undefined;
  replacing: boolean;
  onReplace: () => void;
}) {
  const { t } = useTranslation('form');
  const label = useLabel();
  const format = useFormat();
  const kept = setting.kind === 'secret' && setAt !== undefined && !replacing;
  return (
    <Form.Item
      name={setting.key}
      className={setting.lines > 1 ? css.wide : undefined}
      label={
        setting.required ? label(setting.label) : t('optional', { label: label(setting.label) })
      }
      extra={
        kept ? (
          <>
            {t('setAt', { at: format.moment(setAt) })}{' '}
            <Button type="link" size="small" className={css.replace} onClick={onReplace}>
              {t('replace')}
            </Button>
          </>
        ) : (
          setting.hint && label(setting.hint)
        )
      }
      {...(fault ? { help: fault, validateStatus: 'error' as const } : {})}
    >
      {control(setting, kept, label)}
    </Form.Item>
  );
}

function control(setting: Setting, kept: boolean, label: ReturnType<typeof useLabel>) {
  switch (setting.kind) {
    case 'secret':
      return kept ? (
        <Input.Password disabled placeholder="••••••••" autoComplete="off" />
      ) : (
        <Input.Password autoComplete="new-password" />
      );
    case 'number':
      return (
        <InputNumber
          stringMode
          precision={0}
          {...(setting.least === undefined ? {} : { min: String(setting.least) })}
          {...(setting.most === undefined ? {} : { max: String(setting.most) })}
        />
      );
    case 'choice':
      return (
        <Segmented
          aria-label={label(setting.label)}
          options={setting.options.map((one) => ({ value: one.value, label: label(one.label) }))}
        />
      );
    case 'text':
      return setting.lines > 1 ? (
        <Input.TextArea
          className={css.code ?? ''}
          autoSize={{ minRows: setting.lines > 5 ? 5 : 2, maxRows: 16 }}
          spellCheck={false}
        />
      ) : (
        <Input spellCheck={false} autoComplete="off" />
      );
  }
}
