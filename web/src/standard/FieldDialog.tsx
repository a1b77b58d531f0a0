import { Checkbox, Form, Input, Modal, Radio, Select } from 'antd';
import type { FieldInfo, FieldType, WantedField } from '#api';
import { Complaint, useLabel, useTranslation } from '#shell';
import { useKeepField, useStandardFields } from './api';
import { CodesField } from './CodesField';
import { columnOf, entered, TYPES, wanted, type Entered, type Start } from './entered';
import css from './standard.module.css';

interface Props {
  /** A field that is there, or what is known of one to be added. */
  known?: FieldInfo;
  start: Start;
  /** The entities to choose from; all that may be given fields by default. */
  entities?: readonly string[];
  onClose: () => void;
  onKept: (key: string) => void;
}

/** Adds a field to the standard, or changes what may change of one. */
export function FieldDialog({ known, start, entities, onClose, onKept }: Props) {
  const { t } = useTranslation('standard');
  const label = useLabel();
  const [form] = Form.useForm<Entered>();
  const keep = useKeepField(
    known?.own && { column: columnOf(known.field.key), version: known.own.version },
  );
  const save = (values: Entered) =>
    keep.mutate(wanted(values) satisfies WantedField, { onSuccess: ({ key }) => onKept(key) });
  return (
    <Modal
      open
      title={known ? t('form.editTitle', { field: label(known.field.label) }) : t('form.addTitle')}
      okText={known ? t('form.save') : t('form.add')}
      cancelText={t('form.cancel')}
      okButtonProps={{ loading: keep.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={600}
    >
      <Form<Entered>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={entered(start, known)}
        onFinish={save}
      >
        <div className={css.pair}>
          <Form.Item
            name="zh"
            label={t('form.label')}
            rules={[{ required: true, whitespace: true, message: t('form.labelMissing') }]}
          >
            <Input maxLength={40} placeholder={t('form.labelHint')} autoComplete="off" />
          </Form.Item>
          <Form.Item name="en" label={t('form.english')}>
            <Input maxLength={40} placeholder={t('form.englishHint')} autoComplete="off" />
          </Form.Item>
        </div>
        <div className={css.pair}>
          <EntityField entities={entities} fixed={known !== undefined} />
          <TypeField fixed={known !== undefined} />
        </div>
        <Form.Item noStyle dependencies={['type']}>
          {({ getFieldValue }) => <OfType type={getFieldValue('type') as FieldType} />}
        </Form.Item>
        <Form.Item name="sensitivity" label={t('form.care')}>
          <Radio.Group className={css.cares}>
            {(['open', 'personal', 'sensitive'] as const).map((care) => (
              <Radio key={care} value={care}>
                {t(`careOf.${care}`)}
                <span className={css.note}>{t(`careText.${care}`)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <Form.Item name="mandatory" valuePropName="checked" extra={t('form.mustText')}>
          <Checkbox>{t('form.must')}</Checkbox>
        </Form.Item>
        <div className={css.pair}>
          <Form.Item name="steward" label={t('form.steward')}>
            <Input maxLength={40} placeholder={t('form.stewardHint')} />
          </Form.Item>
          {!known && (
            <Form.Item
              name="name"
              label={t('form.name')}
              extra={t('form.nameText')}
              rules={[{ pattern: /^[a-z][a-z0-9_]*$/, message: t('form.nameWrong') }]}
            >
              <Input maxLength={40} prefix="x_" autoComplete="off" />
            </Form.Item>
          )}
        </div>
        <Form.Item name="description" label={t('form.description')}>
          <Input.TextArea
            maxLength={300}
            autoSize={{ minRows: 2, maxRows: 5 }}
            placeholder={t('form.descriptionHint')}
          />
        </Form.Item>
        <Complaint error={keep.error} />
      </Form>
    </Modal>
  );
}

function EntityField({ entities, fixed }: { entities?: readonly string[]; fixed: boolean }) {
  const { t } = useTranslation('standard');
  const label = useLabel();
  const standard = useStandardFields();
  return (
    <Form.Item name="entity" label={t('form.entity')}>
      <Select
        disabled={fixed}
        loading={standard.isPending}
        options={(standard.data ?? [])
          .filter((one) => one.open && (entities === undefined || entities.includes(one.name)))
          .map((one) => ({ value: one.name, label: label(one.label) }))}
      />
    </Form.Item>
  );
}

function TypeField({ fixed }: { fixed: boolean }) {
  const { t } = useTranslation('standard');
  return (
    <Form.Item name="type" label={t('form.type')} extra={t('form.typeFixed')}>
      <Select
        disabled={fixed}
        options={TYPES.map((type) => ({ value: type, label: t(`typeOf.${type}`) }))}
        optionRender={({ value, label }) => (
          <div>
            {label}
            <div className={css.note}>{t(`typeText.${String(value)}`)}</div>
          </div>
        )}
      />
    </Form.Item>
  );
}

/** What only some types have. */
function OfType({ type }: { type: FieldType }) {
  const { t } = useTranslation('standard');
  if (type === 'choice') return <CodesField />;
  if (type !== 'number' && type !== 'money') return null;
  return (
    <Form.Item name="unit" label={t('form.unit')}>
      <Input maxLength={12} placeholder={t('form.unitHint')} style={{ width: 200 }} />
    </Form.Item>
  );
}
