import { Fragment } from 'react';
import { useTranslation } from '#shell';
import css from '../campaign.module.css';
import { pieces, type Piece } from './pieces';

/** A message as it was written: words, and in between by name what is each reader's own. */
export function MessageWords({ message }: { message: string }) {
  return (
    <p className={css.message}>
      {pieces(message).map((piece, i) => (
        <Fragment key={i}>
          {typeof piece === 'string' ? piece : <Personal piece={piece} />}
        </Fragment>
      ))}
    </p>
  );
}

/** 姓名（没有时写“顾客”）. */
function Personal({ piece }: { piece: Exclude<Piece, string> }) {
  const { t } = useTranslation('campaign');
  const otherwise =
    piece.otherwise === undefined ? 'needed' : piece.otherwise === '' ? 'nothing' : 'otherwise';
  return (
    <span className={css.personal}>
      {t(`field.${piece.field}`)}
      <small>{t(`message.${otherwise}`, { words: piece.otherwise })}</small>
    </span>
  );
}
