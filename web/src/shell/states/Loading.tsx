import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Seal } from '../brand/Seal';
import css from './states.module.css';

/** Waiting for a part of a page, drawn as the lines that will come; `page` for the whole window. */
export function Loading({ page = false, rows = 5 }: { page?: boolean; rows?: number }) {
  const { t } = useTranslation('shell');
  return (
    <div
      className={page ? css.waitPage : css.wait}
      role="status"
      aria-busy
      aria-label={t('state.loading')}
    >
      {page ? (
        <span className={css.breathe}>
          <Seal height={56} />
        </span>
      ) : (
        <Skeleton active title={false} paragraph={{ rows }} />
      )}
    </div>
  );
}
