import { Tag, Tooltip } from 'antd';
import type { CardMark } from '#api';
import { useTranslation } from '#shell';

/** Beside a name: several people seem to use this card, and by which signs. */
export function CardBadge({ mark }: { mark: CardMark | undefined }) {
  const { t } = useTranslation('profile');
  if (!mark) return null;
  const why =
    mark.state === 'shared'
      ? t(mark.outside ? 'cards.outsideText' : 'cards.sharedText')
      : mark.signs.map((sign) => t(`cards.short.${sign}`)).join(t('comma'));
  return (
    <Tooltip title={why}>
      <Tag color="warning" style={{ marginInline: '6px 0', fontWeight: 400 }}>
        {t(mark.verdict ? `cards.kind.${mark.verdict}` : 'cards.suspected')}
      </Tag>
    </Tooltip>
  );
}
