import type { Customer } from '#api';
import { useLexicon } from '#condition';
import { useFormat, useLabel, useTranslation } from '#shell';
import { useLikenesses } from '../api';
import { Hidden } from '../Hidden';
import { Blank } from './Chapter';
import { Likenesses } from './Likenesses';
import { evidenceOf, linesOf } from './panels';
import css from './portrait.module.css';
import { RecordKey } from './RecordKey';
import { Dot } from './SourceMark';
import type { SourceInk } from './sources';

/** The records that are this one customer, and the values by which they hang together. */
export function Origins({ customer, inks }: { customer: Customer; inks: Map<string, SourceInk> }) {
  const { t } = useTranslation('profile');
  const label = useLabel();
  const format = useFormat();
  const words = useLexicon();
  const { records, bonds } = evidenceOf(linesOf(customer, 'records'));
  const { data: likenesses = [] } = useLikenesses(customer.id);
  if (records.length === 0) return <Blank>{t('origins.none')}</Blank>;
  const idType = (name: string) => label(words.field(`customer.${name}`)?.label) || name;
  const mark = (place: number) => String.fromCodePoint(0x2460 + place);
  return (
    <div className={css.origins}>
      <div>
        <h3 className={css.small}>{t('origins.records', { n: format.full(records.length) })}</h3>
        <ol className={css.records}>
          {records.map((record, i) => (
            <li key={record.key}>
              <span className={css.number} aria-hidden>
                {i < 20 ? mark(i) : i + 1}
              </span>
              <span>
                <Dot ink={inks.get(record.source)} />
                {inks.get(record.source)?.name ?? record.source}
                <RecordKey recordKey={record.recordKey} />
                {record.name !== null && (
                  <span className={css.aside}>
                    <Hidden text={record.name} />
                  </span>
                )}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <div>
        <h3 className={css.small}>{t('origins.bonds')}</h3>
        {bonds.length === 0 ? (
          likenesses.length === 0 && (
            <Blank>{t(records.length === 1 ? 'origins.alone' : 'origins.noBonds')}</Blank>
          )
        ) : (
          <ul className={css.bonds}>
            {bonds.map((bond) => (
              <li key={bond.idType + (bond.value ?? '')}>
                <span>
                  {t('origins.same', { id: idType(bond.idType) })}{' '}
                  <b>
                    <Hidden text={bond.value} />
                  </b>
                </span>
                <span
                  className={css.chain}
                  role="img"
                  aria-label={t('origins.linked', {
                    numbers: bond.records.map((place) => place + 1).join(t('comma')),
                  })}
                >
                  {bond.records.map((place) => (
                    <span key={place} className={css.bead} aria-hidden>
                      {place < 20 ? mark(place) : place + 1}
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {likenesses.length > 0 && (
        <Likenesses
          likenesses={likenesses}
          placeOf={({ source, recordKey }) =>
            records.findIndex((r) => r.source === source && r.recordKey === recordKey)
          }
        />
      )}
    </div>
  );
}
