import { Form, Input, Modal, Select } from 'antd';
import type { Invited, Person } from '#api';
import { FieldValues } from '#condition';
import { Complaint, useLabel, useTranslation } from '#shell';
import css from './access.module.css';
import { useChangeRights, useInvite, useRoles, useScopeFields } from './api';
import { fromWhere, toWhere } from './scope';
import { ScopeWords } from './ScopeWords';

interface Entered {
  name: string;
  role: string;
  field?: string;
  values?: string[];
  contacts?: string;
}

/** Adds somebody, or changes role and scope of somebody who is there. */
export function RightsDialog({
  person,
  onClose,
  onInvited,
}: {
  person: Person | 'new' | undefined;
  onClose: () => void;
  onInvited: (invited: Invited) => void;
}) {
  const { t } = useTranslation('access');
  const [form] = Form.useForm<Entered>();
  const known = typeof person === 'object' ? person : undefined;
  const invite = useInvite();
  const change = useChangeRights(known?.id ?? '');
  const scope = known ? fromWhere(known.customers) : { field: undefined, values: [] };
  const save = ({ name, role, field, values = [], contacts = 'masked' }: Entered) => {
    // What was set elsewhere and can't be shown here stays as it is.
    const customers =
      role === 'administrator' || scope !== null
        ? toWhere(role === 'administrator' ? { field: undefined, values: [] } : { field, values })
        : (known?.customers ?? { type: 'always' });
    if (known) change.mutate({ role, customers, contacts }, { onSuccess: onClose });
    else invite.mutate({ name: name.trim(), role, customers, contacts }, { onSuccess: onInvited });
  };
  return (
    <Modal
      title={known ? t('edit.title', { name: known.name }) : t('add.title')}
      open={person !== undefined}
      okText={known ? t('edit.yes') : t('add.yes')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: invite.isPending || change.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form<Entered>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          name: known?.name ?? '',
          role: known?.role ?? 'analyst',
          field: scope?.field,
          values: scope?.values,
          contacts: known?.contacts ?? 'masked',
        }}
        onFinish={save}
      >
        {!known && (
          <Form.Item
            name="name"
            label={t('add.name')}
            rules={[{ required: true, whitespace: true, message: t('add.nameMissing') }]}
          >
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
        )}
        <RoleField />
        <Form.Item noStyle dependencies={['role', 'field']}>
          {({ getFieldValue }) =>
            getFieldValue('role') === 'administrator' ? null : scope === null && known ? (
              <p className={css.note}>
                {t('scope.elsewhere')} <ScopeWords where={known.customers} />
              </p>
            ) : (
              <ScopeFields chosen={getFieldValue('field') as string | undefined} />
            )
          }
        </Form.Item>
        <Form.Item noStyle dependencies={['role']}>
          {({ getFieldValue }) =>
            getFieldValue('role') === 'administrator' ? null : <ContactsField />
          }
        </Form.Item>
        <Complaint error={invite.error ?? change.error} />
      </Form>
    </Modal>
  );
}

function RoleField() {
  const { t } = useTranslation('access');
  const roles = useRoles();
  return (
    <Form.Item name="role" label={t('column.role')}>
      <Select
        loading={roles.isPending}
        options={(roles.data ?? []).map((role) => ({
          value: role.name,
          label: t(`role.${role.name}`),
        }))}
        optionRender={({ value, label }) => (
          <div>
            {label}
            <div className={css.note}>{t(`roleText.${String(value)}`)}</div>
          </div>
        )}
      />
    </Form.Item>
  );
}

function ScopeFields({ chosen }: { chosen: string | undefined }) {
  const { t } = useTranslation('access');
  const label = useLabel();
  const fields = useScopeFields();
  const field = fields.data?.find((one) => one.key === chosen);
  return (
    <>
      <Form.Item name="field" label={t('column.scope')} extra={t('scope.text')}>
        <Select
          allowClear
          placeholder={t('scope.all')}
          loading={fields.isPending}
          options={(fields.data ?? []).map((one) => ({
            value: one.key,
            label: t('scope.by', { field: label(one.label) }),
          }))}
        />
      </Form.Item>
      {field && (
        <Form.Item
          name="values"
          label={t('scope.values', { field: label(field.label) })}
          rules={[{ required: true, type: 'array', min: 1, message: t('scope.valuesMissing') }]}
        >
          <FieldValues field={field} />
        </Form.Item>
      )}
    </>
  );
}

function ContactsField() {
  const { t } = useTranslation('access');
  return (
    <Form.Item name="contacts" label={t('contacts.title')} extra={t('contacts.text')}>
      <Select
        options={['masked', 'reveal', 'clear'].map((value) => ({
          value,
          label: t(`contacts.${value}`),
        }))}
      />
    </Form.Item>
  );
}
