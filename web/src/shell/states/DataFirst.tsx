import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRightOverAll, useSession } from '../session';

/**
 * The one button of an empty state: while the company has no data at all nothing else leads
 * anywhere, so it leads to the import; from then on it is the page's own.
 */
export function DataFirst({ children }: { children?: ReactNode }) {
  const { company } = useSession();
  return company.empty ? <ToImport /> : children;
}

/** The way to the import, for those who may import: what comes in changes what everybody sees. */
export function ToImport({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('shell');
  const mayImport = useRightOverAll('DEFINE');
  return (
    mayImport && (
      <Link to="/sources/import">
        <Button type="primary">{children ?? t('state.import')}</Button>
      </Link>
    )
  );
}
