import { Button } from 'antd';
import { useTranslation } from '#shell';
import { useSourceNames } from '#source';
import { moved } from './draft';
import css from './survivorship.module.css';

/** Sources by trust, the first the most trusted; below, those that nobody has ranked. */
export function Order({
  trusted,
  sources,
  may,
  onChange,
}: {
  trusted: string[];
  sources: string[];
  may: boolean;
  onChange: (trusted: string[]) => void;
}) {
  const { t } = useTranslation('profile');
  const name = useSourceNames();
  const rest = sources.filter((source) => !trusted.includes(source));
  return (
    <>
      {trusted.length === 0 ? (
        <p className={css.quiet}>{t('values.order.none')}</p>
      ) : (
        <ol className={css.order}>
          {trusted.map((source, i) => (
            <li key={source}>
              <span className={css.place}>{i + 1}</span>
              <span className={css.source}>{name(source)}</span>
              {may && (
                <span className={css.moves}>
                  <Button
                    size="small"
                    type="text"
                    disabled={i === 0}
                    aria-label={t('values.order.up', { source: name(source) })}
                    title={t('values.order.up', { source: name(source) })}
                    onClick={() => onChange(moved(trusted, source, -1))}
                  >
                    ↑
                  </Button>
                  <Button
                    size="small"
                    type="text"
                    disabled={i === trusted.length - 1}
                    aria-label={t('values.order.down', { source: name(source) })}
                    title={t('values.order.down', { source: name(source) })}
                    onClick={() => onChange(moved(trusted, source, 1))}
                  >
                    ↓
                  </Button>
                  <Button
                    size="small"
                    type="text"
                    aria-label={t('values.order.outOf', { source: name(source) })}
                    onClick={() => onChange(trusted.filter((one) => one !== source))}
                  >
                    {t('values.order.out')}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      {rest.length > 0 && (may || trusted.length > 0) && (
        <div className={css.rest}>
          <span className={css.quiet}>
            {t(trusted.length === 0 ? 'values.order.first' : 'values.order.rest')}
          </span>
          {rest.map((source) =>
            may ? (
              <Button
                key={source}
                size="small"
                aria-label={t('values.order.add', { source: name(source) })}
                onClick={() => onChange([...trusted, source])}
              >
                + {name(source)}
              </Button>
            ) : (
              <span key={source}>{name(source)}</span>
            ),
          )}
        </div>
      )}
    </>
  );
}
