import { Link } from 'react-router';
import type { TagView } from '#api';
import { builderAddress, customersAddress } from '#condition';
import { Empty, Panel, useFormat, useLabel, useRight, useTranslation } from '#shell';
import { holding } from './holding';
import css from './tag.module.css';

/** How many have which value; each opens into its customers and into a segment. */
export function Values({ tag }: { tag: TagView }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const format = useFormat();
  const mayDefine = useRight('DEFINE');
  const most = Math.max(...tag.values.map((one) => one.customers), 1);
  return (
    <Panel
      title={t('values.title')}
      text={tag.type === 'text_list' ? t('values.several') : undefined}
    >
      {tag.values.length === 0 ? (
        <Empty title={t('values.none')} />
      ) : (
        <ul className={css.values}>
          {tag.values.map((one) => {
            const who = holding(tag.trait, one.value ?? '');
            return (
              <li key={String(one.value)}>
                <Link to={customersAddress(who)} className={css.valueName}>
                  {label(one.label)}
                </Link>
                <span className={css.valueBar} aria-hidden>
                  <span style={{ width: `${(one.customers / most) * 100}%` }} />
                </span>
                <span className={css.valueCount}>{format.full(one.customers)}</span>
                <span className={css.valueShare}>
                  {format.percent(tag.holders > 0 ? one.customers / tag.holders : null)}
                </span>
                {mayDefine && (
                  <Link to={builderAddress(who)} className={css.valueSegment}>
                    {t('action.toSegment')}
                  </Link>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
