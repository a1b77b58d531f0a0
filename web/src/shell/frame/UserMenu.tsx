import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { http } from '#api';
import { icons } from '../brand/icons';
import { switchLanguage, useLocale } from '../i18n';
import { sessionQuery, useSession } from '../session';
import { prefer, usePreferences } from '../theme/preferences';
import css from './frame.module.css';

/** Language, ground, colour of a rise, signing out: under the person's name. */
export function UserMenu() {
  const { t } = useTranslation('shell');
  const session = useSession();
  const { items, signOut } = useUserItems();
  return (
    <Dropdown
      trigger={['click']}
      placement="topLeft"
      menu={{ items: [...items, { type: 'divider' }, signOut] }}
    >
      <button type="button" className={css.plain} aria-label={t('user.menu')}>
        <icons.customer size={18} />
        <span>{session.user.name}</span>
      </button>
    </Dropdown>
  );
}

type Item = NonNullable<MenuProps['items']>[number];

/** The same entries for the menu of a desk and the drawer of a phone. */
function useUserItems(): { items: Item[]; signOut: Item } {
  const { t } = useTranslation('shell');
  const locale = useLocale();
  const preferences = usePreferences();
  const navigate = useNavigate();
  const client = useQueryClient();
  const language = useChangeLanguage();
  const leave = useMutation({
    mutationFn: () => http.delete('/api/session'),
    onSettled: async () => {
      await navigate('/login');
      client.clear();
    },
  });
  const rise = preferences.rise ?? (locale === 'zh' ? 'red' : 'green');
  const mark = (chosen: boolean) => (chosen ? '✓' : '\u2003');
  const choice = (key: string, chosen: boolean, onClick: () => void): Item => ({
    key,
    label: `${mark(chosen)} ${t(`user.${key}`)}`,
    onClick,
  });
  return {
    items: [
      {
        key: 'language',
        type: 'group',
        label: t('user.language'),
        children: [
          choice('zh', locale === 'zh', () => language('zh')),
          choice('en', locale === 'en', () => language('en')),
        ],
      },
      {
        key: 'ground',
        type: 'group',
        label: t('user.ground'),
        children: (['light', 'dark', 'system'] as const).map((ground) =>
          choice(ground, preferences.ground === ground, () => prefer({ ground })),
        ),
      },
      {
        key: 'rise',
        type: 'group',
        label: t('user.rise'),
        children: (['red', 'green'] as const).map((colour) =>
          choice(colour, rise === colour, () => prefer({ rise: colour })),
        ),
      },
    ],
    signOut: { key: 'out', label: t('user.signOut'), onClick: () => leave.mutate() },
  };
}

/** Here at once; on the server as well, so that mails and reports speak the same language. */
export function useChangeLanguage(): (locale: 'zh' | 'en') => void {
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: (locale: 'zh' | 'en') => http.put('/api/session/locale', { locale }),
    onSettled: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
  return (locale) => {
    switchLanguage(locale);
    keep.mutate(locale);
    // Sentences that the server wrote in the other language are asked for again.
    void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
  };
}
