import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from 'antd';
import { http, type Session } from '#api';
import { Orchid } from '../brand/Orchid';
import { Seal } from '../brand/Seal';
import { switchLanguage, useLocale } from '../i18n';
import { Complaint } from '../states/Complaint';
import { ErrorState } from '../states/ErrorState';
import { Loading } from '../states/Loading';
import { SetupForm } from './SetupForm';
import { SignInForm } from './SignInForm';
import { useEnter } from './useEnter';
import css from './login.module.css';

/** The door: sign in, enter by a one-time link, or, at the very first start, become the administrator. */
export function LoginPage() {
  const { t } = useTranslation('shell');
  const locale = useLocale();
  const other = locale === 'zh' ? 'en' : 'zh';
  return (
    <div className={css.door}>
      <title>{`${t('login.title')} · ${t('brand')}`}</title>
      <aside className={css.picture} lang={locale} aria-hidden>
        <Orchid className={css.orchid} />
        <div className={css.verse}>
          <div className={css.words}>{t('login.verse')}</div>
          <Seal height={44} />
        </div>
      </aside>
      <main className={css.side}>
        <div className={css.corner}>
          <Button type="text" lang={other} onClick={() => switchLanguage(other)}>
            {t('user.otherLong')}
          </Button>
        </div>
        <div className={css.form}>
          <div className={css.brand}>
            <Seal height={56} title={t('brand')} />
          </div>
          <Door />
        </div>
      </main>
    </div>
  );
}

function Door() {
  const { t } = useTranslation('shell');
  const [search] = useSearchParams();
  const token = search.get('token');
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => http.get<{ needed: boolean }>('/api/setup', { signal }),
    staleTime: 0,
  });
  if (setup.data?.needed && token) return <SetupForm token={token} />;
  if (setup.data?.needed) return <Uninvited />;
  if (setup.data && token) return <ByLink token={token} />;
  if (setup.data) return <SignInForm />;
  if (setup.error) return <ErrorState error={setup.error} retry={() => void setup.refetch()} />;
  return <Loading rows={3} />;

  function Uninvited() {
    return (
      <>
        <h1 className={css.title}>{t('login.firstTitle')}</h1>
        <p className={css.lead}>{t('login.firstText')}</p>
        <pre className={css.command}>./gongbi serve</pre>
        <Button onClick={() => void setup.refetch()}>{t('action.retry')}</Button>
      </>
    );
  }
}

/** A one-time link signs in by itself; a used one says so and offers the password. */
function ByLink({ token }: { token: string }) {
  const enter = useEnter();
  const asked = useRef(false);
  const link = useMutation({
    mutationFn: () => http.post<Session>('/api/session/link', { token }),
    onSuccess: enter,
  });
  const { mutate } = link;
  useEffect(() => {
    // The link works once: a second call of the same effect must not spend it.
    if (!asked.current) mutate();
    asked.current = true;
  }, [mutate]);
  if (!link.error) return <Loading rows={3} />;
  return (
    <>
      <div style={{ marginBottom: 20 }}>
        <Complaint error={link.error} />
      </div>
      <SignInForm />
    </>
  );
}
