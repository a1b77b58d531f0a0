import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { Customer } from '#api';
import { useLexicon } from '#condition';
import { useFormat, useLabel, useRightOverAll, useTranslation } from '#shell';
import { useLikenesses } from '../api';
import { Hidden } from '../Hidden';
import { Blank } from './Chapter';
import { MergeDialog, SplitBar } from './Decide';
import { Likenesses } from './Likenesses';
import { Grown } from './Grown';
import { evidenceOf, linesOf, tiedTo } from './panels';
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
  const may = useRightOverAll('DEFINE');
  const [act, setAct] = useState<'split' | 'merge' | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // Who takes out a record mostly means all of its account or card; each can be left after all.
  const choose = (place: number, yes: boolean) => {
    const some = new Set(chosen);
    if (yes) tiedTo(place, bonds).forEach((p) => some.add(records[p]?.key ?? ''));
    else some.delete(records[place]?.key ?? '');
    setChosen(some);
  };
  const end = () => {
    setAct(null);
    setChosen(new Set());
  };
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
              {act === 'split' && (
                <Checkbox
                  checked={chosen.has(record.key)}
                  aria-label={t('decide.pick', { n: i + 1 })}
                  onChange={(event) => choose(i, event.target.checked)}
                />
              )}
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
        {act === 'split' && (
          <SplitBar
            customer={customer.id}
            chosen={records.filter(({ key }) => chosen.has(key))}
            onEnd={end}
          />
        )}
        {act === 'merge' && <MergeDialog customer={customer.id} onClose={end} />}
        {may && act === null && (
          <p className={css.decisions}>
            {records.length > 1 && (
              <Button size="small" onClick={() => setAct('split')}>
                {t('decide.wrong')}
              </Button>
            )}
            <Button size="small" onClick={() => setAct('merge')}>
              {t('decide.same')}
            </Button>
          </p>
        )}
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
      <Grown customer={customer} records={records} inks={inks} />
    </div>
  );
}
