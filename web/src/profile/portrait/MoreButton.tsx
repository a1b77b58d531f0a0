import { Button } from 'antd';
import { useFormat, useTranslation } from '#shell';

/** Opens and folds a list of which only the first rows are shown; nothing for a short one. */
export function MoreButton({
  shown,
  total,
  first,
  onClick,
}: {
  shown: boolean;
  total: number;
  first: number;
  onClick: () => void;
}) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  if (total <= first) return null;
  return (
    <Button size="small" type="link" onClick={onClick}>
      {shown ? t('more.fold') : t('more.open', { n: format.full(total) })}
    </Button>
  );
}
