import type { Where } from '#api';
import { Sentence } from '#condition';
import { useTranslation } from '#shell';

/** Which customers somebody sees, in words. */
export function ScopeWords({ where }: { where: Where }) {
  const { t } = useTranslation('access');
  if (where.type === 'always') return t('scope.all');
  return <Sentence condition={{ type: 'attribute', customer: where }} />;
}
