import { Checkbox, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { Fate, Planned, Rehearsal } from '#api';
import {
  Await,
  DataTable,
  Empty,
  Loading,
  Panel,
  Tile,
  Tiles,
  useFormat,
  useNarrow,
  useTranslation,
} from '#shell';
import { PAGE, usePlanned, useRehearsal } from '../api';
import css from '../campaign.module.css';
import type { Sized } from './draft';
import { Power } from './Power';
import { useWorth } from '../useWorth';

const FATES: Fate[] = [
  'REACHED',
  'HELD_OUT',
  'NO_ADDRESS',
  'PRIVACY_NUMBER',
  'MASKED_NUMBER',
  'NO_CONSENT',
  'OPTED_OUT',
  'INCOMPLETE',
  'NUMBER_TAKEN',
  'CAPPED',
];

/** What a guard stops is told where it stops somebody. */
const ALWAYS: Fate[] = ['REACHED', 'HELD_OUT', 'NO_ADDRESS'];

interface Props {
  id: string;
  writing: Sized;
  /** Whether somebody accepts that these groups show less than what is worth knowing. */
  knowingly: boolean;
  onKnowingly: (knowingly: boolean) => void;
}

/** A rehearsal: what a launch would do with each, before anybody hears of it. */
export function CheckStep(props: Props) {
  const query = useRehearsal(props.id);
  return (
    <Await query={query} loading={<Loading rows={8} />}>
      {(rehearsal) => <Rehearsed {...props} rehearsal={rehearsal} />}
    </Await>
  );
}

function Rehearsed({
  id,
  writing,
  rehearsal,
  knowingly,
  onKnowingly,
}: Props & { rehearsal: Rehearsal }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const { audience, treated, control, foreseen, enough } = rehearsal;
  const { lift } = useWorth(foreseen.metric);
  const sizes = rehearsal.fates;
  return (
    <>
      <Tiles>
        <Tile label={t('column.people')} value={format.full(audience)} note={writing.label} />
        {FATES.filter((fate) => ALWAYS.includes(fate) || sizes[fate] > 0).map((fate) => (
          <Tile key={fate} label={t(`fate.${fate}`)} value={format.full(sizes[fate])} />
        ))}
        <Tile
          label={t('check.cost')}
          value={
            rehearsal.cost === undefined ? t('what.costUnsaid') : format.moneyFull(rehearsal.cost)
          }
          note={<Bill rehearsal={rehearsal} each={writing.costPerMessage} />}
        />
      </Tiles>
      <Panel title={t('check.power')}>
        <Power
          sizes={false}
          share={{
            treated,
            control,
            enough,
            ...(foreseen.detectable === undefined ? {} : { detectable: foreseen.detectable }),
          }}
          metric={foreseen.metric}
          history={foreseen.history}
          base={foreseen.base}
          worth={foreseen.worth}
          days={writing.windowDays}
        />
        {!enough && (
          <div className={css.accept}>
            <Checkbox checked={knowingly} onChange={(event) => onKnowingly(event.target.checked)}>
              {control === 0
                ? t('check.acceptNone')
                : foreseen.history === 0
                  ? t('check.acceptBlind')
                  : t('check.accept', { worth: lift(foreseen.worth) })}
            </Checkbox>
          </div>
        )}
      </Panel>
      <PlannedPanel id={id} rehearsal={rehearsal} />
    </>
  );
}

/** How the cost comes about: 1 条 × 1,100 人 + 2 条 × 104 人 = 1,308 条. */
function Bill({ rehearsal, each }: { rehearsal: Rehearsal; each: number | undefined }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  if (rehearsal.bills.length === 0) return null;
  const sum = rehearsal.bills
    .map(({ parts, people }) => t('check.bill', { parts, people: format.full(people) }))
    .join(' + ');
  return t(each === undefined ? 'check.billedUnpriced' : 'check.billed', {
    sum,
    n: format.full(rehearsal.billed),
    each: format.moneyFull(each),
  });
}

function PlannedPanel({ id, rehearsal }: { id: string; rehearsal: Rehearsal }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const [fate, setFate] = useState<Fate | ''>('');
  const [{ offset, limit }, turn] = useState({ offset: 0, limit: PAGE });
  const query = usePlanned(id, fate === '' ? undefined : fate, offset, limit);
  const narrow = useNarrow();
  const sizes = rehearsal.fates;
  const options: { value: Fate | ''; label: string }[] = [
    { value: '', label: `${t('people.all')} ${format.full(rehearsal.audience)}` },
    ...FATES.filter((one) => sizes[one] > 0).map((one) => ({
      value: one,
      label: `${t(`fate.${one}`)} ${format.full(sizes[one])}`,
    })),
  ];
  const choose = (value: Fate | '') => {
    setFate(value);
    turn({ offset: 0, limit });
  };
  return (
    <Panel flush title={t('check.people')} text={t('check.peopleText')}>
      <div className={css.filter}>
        {narrow ? (
          <Select<Fate | ''>
            value={fate}
            options={options}
            aria-label={t('check.fate')}
            style={{ width: '100%' }}
            onChange={choose}
          />
        ) : (
          <Segmented<Fate | ''>
            value={fate}
            options={options}
            aria-label={t('check.fate')}
            onChange={choose}
          />
        )}
      </div>
      <Await query={query}>
        {(rows) => (
          <DataTable<Planned>
            bare
            rows={rows}
            loading={query.isPlaceholderData}
            rowKey={(one) => one.id}
            label={t('check.people')}
            minWidth={860}
            empty={<Empty title={t('people.none')} />}
            page={{
              offset,
              limit,
              total: fate === '' ? rehearsal.audience : sizes[fate],
              onChange: (to, size) => turn({ offset: size === limit ? to : 0, limit: size }),
            }}
            columns={[
              {
                key: 'name',
                title: t('column.customer'),
                width: 150,
                render: (one) => one.name || t('people.nameless', { id: one.id }),
              },
              {
                key: 'fate',
                title: t('check.fate'),
                width: 190,
                render: (one) => (
                  <span className={css.entry} data-part={one.fate}>
                    {t(`fate.${one.fate}`)}
                  </span>
                ),
              },
              {
                key: 'address',
                title: t('column.phone'),
                width: 150,
                render: (one) => one.address || '—',
              },
              {
                key: 'text',
                title: t('check.text'),
                ellipsis: true,
                card: 'wide',
                render: (one) => (one.fate === 'REACHED' ? one.text : t(`check.${one.fate}`)),
              },
            ]}
          />
        )}
      </Await>
      <p className={css.foot}>{t('check.masked', { n: format.full(rehearsal.audience) })}</p>
    </Panel>
  );
}
