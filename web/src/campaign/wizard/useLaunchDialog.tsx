import { App } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { Rehearsal } from '#api';
import { useFormat, useTranslation } from '#shell';
import css from '../campaign.module.css';
import { LIST, type Sized } from './draft';

/** Asks once more before anything happens, and says what will: how many, how many not, what it costs. */
export function useLaunchDialog() {
  const { t } = useTranslation('campaign');
  const { modal } = App.useApp();
  const format = useFormat();
  const client = useQueryClient();
  return (id: string, writing: Sized, launch: () => Promise<void>) => {
    const sizes = client.getQueryData<Rehearsal>(['campaigns', 'rehearsal', id]);
    const reached = sizes?.reached ?? 0;
    void modal.confirm({
      title: t('launch.ask', { label: writing.label }),
      icon: null,
      width: 520,
      content: (
        <ul className={css.plain}>
          <li>
            {t(writing.channel === LIST ? 'launch.reached' : 'launch.sent', {
              n: format.full(reached),
            })}
          </li>
          <li>
            {writing.controlPerMille === 0
              ? t('launch.noControl')
              : t('launch.control', { n: format.full(sizes?.control) })}
          </li>
          <li>{t('launch.window', { days: writing.windowDays })}</li>
          <li>
            {sizes?.cost === undefined
              ? t('launch.unpriced')
              : t('launch.cost', { cost: format.moneyFull(sizes.cost) })}
          </li>
          <li>{t(writing.channel === LIST ? 'launch.final' : 'launch.finalSent')}</li>
        </ul>
      ),
      okText: t('launch.yes'),
      cancelText: t('cancel'),
      // What the server refuses is said on the page.
      onOk: () => launch().catch(() => undefined),
    });
  };
}
