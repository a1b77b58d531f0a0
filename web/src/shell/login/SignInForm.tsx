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
}

export function SignInForm() {
  const { t } = useTranslation('shell');
  const enter = useEnter();
  const signIn = useMutation({
    mutationFn: (entered: Entered) => http.post<Session>('/api/session', entered),
    onSuccess: enter,
  });
  return (
    <>
      <h1 className={css.title}>{t('login.title')}</h1>
      <p className={css.lead}>{t('login.lead')}</p>
      <Form<Entered>
        layout="vertical"
        requiredMark={false}
        onFinish={(entered) => signIn.mutate(entered)}
      >
        <Form.Item
          name="name"
          label={t('login.name')}
          rules={[{ required: true, message: t('login.nameMissing') }]}
        >
          <Input size="large" autoComplete="username" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('login.password')}
          rules={[{ required: true, message: t('login.passwordMissing') }]}
        >
          <Input.Password size="large" autoComplete="current-password" />
        </Form.Item>
        {signIn.error && (
          <Form.Item>
            <Complaint error={signIn.error} />
          </Form.Item>
        )}
        <Button type="primary" size="large" block htmlType="submit" loading={signIn.isPending}>
          {t('login.enter')}
        </Button>
      </Form>
    </>
  );
}
