import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Orchid, useSession } from '#shell';
import { DropZone, offer } from '#source';
import css from './home.module.css';

/** The first visit: two questions, two places to drop a file, and the first portrait is near. */
export function FirstRun() {
  const { t } = useTranslation('home');
  const { user } = useSession();
  const navigate = useNavigate();
  const drop = (files: File[], source: string) => {
    offer(files.map((file) => ({ file, source })));
    void navigate('/sources/import');
  };
  return (
    <article className={css.first}>
      <title>{`${t('title')} · ${t('shell:brand')}`}</title>
      <header className={css.firstHead}>
        <h1>{t('first.title', { name: user.name })}</h1>
        <p>{t('first.lead')}</p>
      </header>
      <div className={css.questions}>
        <section>
          <h2>
            <span aria-hidden>{t('first.one')}</span>
            {t('first.customers')}
          </h2>
          <p>{t('first.customersText')}</p>
          <DropZone
            title={t('first.customersDrop')}
            text={t('first.dropText')}
            onFiles={(files) => drop(files, 'crm')}
          />
        </section>
        <section>
          <h2>
            <span aria-hidden>{t('first.two')}</span>
            {t('first.orders')}
          </h2>
          <p>{t('first.ordersText')}</p>
          <DropZone
            title={t('first.ordersDrop')}
            text={t('first.dropText')}
            onFiles={(files) => drop(files, 'shop')}
          />
        </section>
      </div>
      <p className={css.promise}>
        {t('first.demo')} <code>./gongbi demo</code>
      </p>
      <p className={css.promise}>{t('first.promise')}</p>
      <Orchid className={css.orchid} />
    </article>
  );
}
