import { Button, Form, Input } from 'antd';
import { Complaint, Panel, useSession, useTranslation } from '#shell';
import css from './access.module.css';
import { useSavePassword } from './api';

interface Entered {
  current?: string;
  password: string;
  again: string;
}

/** 我的密码: whoever came in by a link chooses one here, to come in again without. */
export function Password() {
  const { t } = useTranslation('access');
  const { user } = useSession();
  const save = useSavePassword();
  const [form] = Form.useForm<Entered>();
  return (
    <Panel
      title={t(user.password ? 'password.change' : 'password.choose')}
      text={t(user.password ? 'password.text' : 'password.none', { name: user.name })}
    >
      <Form<Entered>
        form={form}
        className={css.form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ current, password }) =>
          save.mutate({ current, password }, { onSuccess: () => form.resetFields() })
        }
      >
        <input type="text" hidden readOnly autoComplete="username" value={user.name} />
        {user.password && (
          <Form.Item
            name="current"
            label={t('password.current')}
            rules={[{ required: true, message: t('password.currentMissing') }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
        )}
        <Form.Item
          name="password"
          label={t('password.new')}
          rules={[{ required: true, min: 8, message: t('password.short') }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('password.again')}
          dependencies={['password']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, value: string) =>
                getFieldValue('password') === value
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('password.differs'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Complaint error={save.error} />
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('password.save')}
        </Button>
        {save.isSuccess && <span className={css.saved}>{t('password.saved')}</span>}
      </Form>
    </Panel>
  );
}
