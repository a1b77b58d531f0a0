import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { useTranslation } from '#shell';
import css from './kinds.module.css';

export const KINDS = ['rule', 'preference', 'lifecycle'] as const;
export type TagKind = (typeof KINDS)[number];

export const kindIn = (search: URLSearchParams): TagKind =>
  KINDS.find((kind) => kind === search.get('kind')) ?? 'rule';

/** What sort of tag it is to be; it stands in the address. */
export function KindSwitch() {
  const { t } = useTranslation('tag');
  const [search, setSearch] = useSearchParams();
  const kind = kindIn(search);
  return (
    <div className={css.kinds}>
      <Segmented<TagKind>
        value={kind}
        aria-label={t('kinds.label')}
        onChange={(next) =>
          setSearch(
            (now) => {
              if (next === 'rule') now.delete('kind');
              else now.set('kind', next);
              return now;
            },
            { replace: true },
          )
        }
        options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <p>{t(`kinds.says.${kind}`)}</p>
    </div>
  );
}
