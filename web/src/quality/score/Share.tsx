import type { CSSProperties } from 'react';
import type { QualityShares } from '#api';
import { useFormat, useTranslation } from '#shell';
import type { Dimension } from './words';
import css from './score.module.css';

/** The worse, the redder: a fifth that is missing already is a lot. */
const tint = (share: number) => Math.round(Math.min(1, (1 - share) * 1.6) * 45);

/** What a feed or a field is worth in one dimension, as a cell of the table. */
export function Share({
  shares,
  dimension,
  title,
  note,
}: {
  shares: QualityShares;
  dimension: Dimension;
  title?: string | undefined;
  note?: string | undefined;
}) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const share = shares[dimension];
  return (
    <td
      className={css.share}
      data-label={t(`score.dimension.${dimension}`)}
      data-measured={share !== undefined}
      title={title}
      style={{ '--bad': `${share === undefined ? 0 : tint(share)}%` } as CSSProperties}
    >
      {share === undefined
        ? '—'
        : share < 1 && share >= 0.9995
          ? `> ${format.percent(0.999)}`
          : format.percent(share)}
      {note && <small>{note}</small>}
    </td>
  );
}
