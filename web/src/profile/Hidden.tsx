import { Tooltip } from 'antd';
import { useTranslation } from '#shell';
import css from './profile.module.css';

/** A value of which only a hint is shown, because of who is looking. */
export function Hidden({
  text,
  sure = false,
}: {
  text: string | null | undefined;
  sure?: boolean;
}) {
  const { t } = useTranslation('profile');
  if (text == null && !sure) return <>—</>;
  if (!sure && !text?.includes('*')) return <>{text}</>;
  return (
    <Tooltip title={t('hidden.why')}>
      <span className={css.hidden} aria-label={`${text ?? ''} ${t('hidden.word')}`}>
        {text ?? t('hidden.word')}
      </span>
    </Tooltip>
  );
}

/** What a customer is called; some left no name. */
export function CustomerName({ name, id }: { name: string | undefined; id: number }) {
  const { t } = useTranslation('profile');
  return name ? (
    <Hidden text={name} />
  ) : (
    <span className={css.nameless}>{t('nameless', { id })}</span>
  );
}
