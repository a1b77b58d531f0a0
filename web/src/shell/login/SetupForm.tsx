import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { http, type Session } from '#api';
import { Complaint } from '../states/Complaint';
import { useEnter } from './useEnter';
import css from './login.module.css';

interface Entered {
  name: string;
  password: string;
  again: string;
}

/** The first start: whoever holds the link from the terminal becomes the administrator. */
export function SetupForm({ token }: { token: string }) {
  const { t } = useTranslation('shell');
  const enter = useEnter();
  const setUp = useMutation({
    mutationFn: ({ name, password }: Entered) =>
      http.post<Session>('/api/setup', { token, name, password }),
    onSuccess: enter,
  });
  return (
    <>
      <h1 className={css.title}>{t('setup.title')}</h1>
      <p className={css.lead}>{t('setup.lead')}</p>
      <Form<Entered>
        layout="vertical"
        requiredMark={false}
        onFinish={(entered) => setUp.mutate(entered)}
      >
        <Form.Item
          name="name"
          label={t('login.name')}
          rules={[{ required: true, whitespace: true, message: t('login.nameMissing') }]}
        >
          <Input size="large" autoComplete="username" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('login.password')}
          extra={t('setup.passwordHint')}
          rules={[
            { required: true, message: t('login.passwordMissing') },
            { min: 8, message: t('setup.passwordShort') },
          ]}
        >
          <Input.Password size="large" autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('setup.again')}
          dependencies={['password']}
          rules={[
            { required: true, message: t('setup.againMissing') },
            ({ getFieldValue }) => ({
              validator: (_, value: string) =>
                !value || getFieldValue('password') === value
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('setup.againDiffers'))),
            }),
          ]}
        >
          <Input.Password size="large" autoComplete="new-password" />
        </Form.Item>
        {setUp.error && (
          <Form.Item>
            <Complaint error={setUp.error} />
          </Form.Item>
        )}
        <Button type="primary" size="large" block htmlType="submit" loading={setUp.isPending}>
          {t('setup.enter')}
        </Button>
      </Form>
    </>
  );
}
