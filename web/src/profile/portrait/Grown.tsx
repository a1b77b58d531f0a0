import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Customer, Growth } from '#api';
import { useFormat, useLabel, useTranslation } from '#shell';
import { useGrowth } from '../api';
import { Hidden } from '../Hidden';
import { grown, type GrownLink, type GrownRow } from './grown';
import css from './grown.module.css';
import { useOdds } from './Likenesses';
import type { SourceRecord } from './panels';
import { RecordKey } from './RecordKey';
import { Dot } from './SourceMark';
import type { SourceInk } from './sources';

/** More rows than these are no picture: what a card ties then stands in one. */
const MANY = 60;
const ROW = 54;
const GUTTER = 92;
const AT = GUTTER - 12;

interface Props {
  customer: Customer;
  records: SourceRecord[];
  inks: Map<string, SourceInk>;
}

/** How a customer grew: records in time, what joined each to those before, what changed hands. */
export function Grown({ customer, records, inks }: Props) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const { data: growth } = useGrowth(customer.id);
  const [all, setAll] = useState(false);
  if (!growth || (growth.records.length < 2 && growth.events.length === 0)) return null;
  const many = growth.records.length > MANY;
  const { rows, links } = grown(growth, many && !all);
  const numberOf = (place: number) => {
    const one = growth.records[place];
    const at = records.findIndex((r) => r.source === one?.source && r.recordKey === one.recordKey);
    return at < 0 ? '·' : at < 20 ? String.fromCodePoint(0x2460 + at) : String(at + 1);
  };
  const nameOf = (place: number) => {
    const one = growth.records[place];
    return records.find((r) => r.source === one?.source && r.recordKey === one.recordKey)?.name;
  };
  return (
    <section className={css.grown}>
      <h3>{t('grown.title')}</h3>
      <p>{t('grown.text')}</p>
      <div className={css.picture}>
        <Arcs growth={growth} rows={rows} links={links} inks={inks} />
        <ol>
          {rows.map((row, i) => (
            <li key={keyOf(row)} style={{ height: ROW }}>
              {row.kind === 'record' ? (
                <Record
                  growth={growth}
                  places={row.places}
                  links={links.filter((link) => link.to === i)}
                  rows={rows}
                  inks={inks}
                  numberOf={numberOf}
                  name={nameOf(row.places[0] ?? 0)}
                />
              ) : row.kind === 'event' ? (
                <Event event={row.event} numberOf={numberOf} />
              ) : (
                <Said said={row.said} numberOf={numberOf} />
              )}
              <time>{row.at ? format.day(row.at) : '—'}</time>
            </li>
          ))}
        </ol>
      </div>
      <p className={css.legend}>
        {(['TIED', 'ALIKE', 'SHARED', 'DECIDED'] as const)
          .filter((hold) => growth.links.some((link) => link.hold === hold))
          .map((hold) => (
            <span key={hold}>
              <svg width="28" height="10" aria-hidden focusable="false">
                <path d="M1 5H27" className={css.arc} data-hold={hold} strokeWidth={2} />
              </svg>
              {t(`grown.hold.${hold}`)}
            </span>
          ))}
      </p>
      {many && (
        <Button size="small" onClick={() => setAll(!all)}>
          {all ? t('grown.fold') : t('grown.all', { n: format.full(growth.records.length) })}
        </Button>
      )}
    </section>
  );
}

const keyOf = (row: GrownRow) =>
  row.kind === 'record'
    ? `r${row.places[0]}`
    : row.kind === 'event'
      ? `e${row.at}${row.event.what}${row.event.other ?? ''}`
      : `s${row.said.id}`;

/** Read out as the list beside it. */
function Arcs({
  growth,
  rows,
  links,
  inks,
}: {
  growth: Growth;
  rows: GrownRow[];
  links: GrownLink[];
  inks: Map<string, SourceInk>;
}) {
  const y = (row: number) => row * ROW + 16;
  return (
    <svg
      className={css.arcs}
      width={GUTTER}
      height={rows.length * ROW}
      aria-hidden
      focusable="false"
    >
      {links.map(({ from, to, link }) => {
        const out = AT - Math.min(18 + 9 * (to - from), AT - 4);
        return (
          <path
            key={`${from}-${to}`}
            className={css.arc}
            data-hold={link.hold}
            d={`M${AT} ${y(from)}C${out} ${y(from)} ${out} ${y(to)} ${AT} ${y(to)}`}
            strokeWidth={link.bits === undefined ? 2 : Math.min(1 + Math.max(link.bits, 0) / 6, 4)}
          />
        );
      })}
      {rows.map((row, i) =>
        row.kind === 'record' ? (
          <circle
            key={keyOf(row)}
            cx={AT}
            cy={y(i)}
            r={row.places.length > 1 ? 8 : 5.5}
            fill={
              inks.get(growth.records[row.places[0] ?? 0]?.source ?? '')?.colour ??
              'var(--gb-others)'
            }
          />
        ) : (
          <path
            key={keyOf(row)}
            className={css.change}
            data-what={row.kind === 'event' ? row.event.what : row.said.verdict}
            d={`M${AT} ${y(i) - 6}l6 6-6 6-6-6z`}
          />
        ),
      )}
    </svg>
  );
}

function Record({
  growth,
  places,
  links,
  rows,
  inks,
  numberOf,
  name,
}: {
  growth: Growth;
  places: number[];
  links: GrownLink[];
  rows: GrownRow[];
  inks: Map<string, SourceInk>;
  numberOf: (place: number) => string;
  name: string | null | undefined;
}) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const label = useLabel();
  const odds = useOdds();
  const place = places[0] ?? 0;
  const one = growth.records[place];
  if (!one) return null;
  const why = links.map(({ from, link }) => {
    const row = rows[from];
    // The end that is not of this row.
    const other = row?.kind === 'record' && row.places.includes(link.one) ? link.one : link.other;
    const slots = { n: numberOf(other), id: label(link.by), odds: odds(link.bits ?? 0) };
    return t(`grown.by.${link.hold}`, slots);
  });
  return (
    <div className={css.what}>
      <span className={css.line}>
        <span className={css.number}>{numberOf(place)}</span> <Dot ink={inks.get(one.source)} />{' '}
        {inks.get(one.source)?.name ?? one.source}
        {name ? (
          <>
            {' '}
            <b>
              <Hidden text={name} />
            </b>
          </>
        ) : null}
        <RecordKey recordKey={one.recordKey} />
        {places.length > 1 && t('grown.tied', { n: format.full(places.length) })}
      </span>
      <small className={css.line}>
        {why.length > 0 ? why.join(t('grown.and')) : t('grown.first')}
        {one.before !== undefined && t('grown.before', { id: one.before })}
      </small>
    </div>
  );
}

function Event({
  event,
  numberOf,
}: {
  event: Growth['events'][number];
  numberOf: (place: number) => string;
}) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const { other } = event;
  const known = other === undefined ? 'unseen' : event.what;
  return (
    <div className={css.what}>
      <span className={css.line}>
        {t(`grown.event.${event.what}`)}
        {other !== undefined &&
          (event.what === 'SWALLOWED' ? (
            <b> {other}</b>
          ) : (
            <>
              {' '}
              <Link to={`/customers/${other}`}>{t('grown.customer', { id: other })}</Link>
            </>
          ))}
      </span>
      <small className={css.line}>
        {known === 'unseen' ? t('grown.event.unseen') : null}
        {event.records > 0 && t('grown.moved', { n: format.full(event.records) })}
        {event.places.length > 0 && ` ${event.places.map(numberOf).join(' ')}`}
      </small>
    </div>
  );
}

function Said({
  said,
  numberOf,
}: {
  said: Growth['said'][number];
  numberOf: (place: number) => string;
}) {
  const { t } = useTranslation('profile');
  const label = useLabel();
  const side = (places: number[]) => places.map(numberOf).join(' ') || t('grown.elsewhere');
  return (
    <div className={css.what}>
      <span className={css.line}>
        {t(`grown.said.${said.verdict}`, { one: side(said.one), other: side(said.other) })}
      </span>
      <small className={css.line}>
        {t('grown.who', { who: label(said.owner) })}
        {said.note && ` · ${said.note}`}
      </small>
    </div>
  );
}
