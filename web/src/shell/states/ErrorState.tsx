import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { OfflineError, ProblemError } from '#api';
import css from './states.module.css';

interface Props {
  error: unknown;
  retry?: () => void;
  page?: boolean;
}

/** What went wrong, where, and what to do: forbidden, not found, unreachable, refused, or a bug. */
export function ErrorState({ error, retry, page = false }: Props) {
  const { t } = useTranslation('shell');
  const { title, text, canRetry } = words(error);
  const id = error instanceof ProblemError ? error.id : undefined;
  return (
    <div className={`${css.state} ${page ? css.page : ''}`} role="alert">
      <h2 className={css.title}>{t(title)}</h2>
      <p className={css.text}>{text ?? t(`${title}Text`)}</p>
      {id && <span className={css.id}>{t('state.reference', { id })}</span>}
      {retry && canRetry && (
        <div className={css.actions}>
          <Button onClick={retry}>{t('action.retry')}</Button>
        </div>
      )}
    </div>
  );
}

function words(error: unknown): { title: string; text?: string; canRetry: boolean } {
  if (error instanceof OfflineError) return { title: 'state.offline', canRetry: true };
  if (error instanceof ProblemError) {
    const text = error.faults.length > 0 ? error.message : undefined;
    if (error.status === 403) return { title: 'state.forbidden', text, canRetry: false };
    if (error.status === 404) return { title: 'state.notFound', text, canRetry: false };
    if (error.status < 500) return { title: 'state.refused', text: error.message, canRetry: true };
    return { title: 'state.broken', text, canRetry: true };
  }
  return { title: 'state.broken', canRetry: true };
}
