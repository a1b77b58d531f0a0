import { Button, Input, Modal, Radio, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CardVerdict, SuspectCard, SuspectCards } from '#api';
import {
  Await,
  Complaint,
  DataTable,
  Empty,
  ListPage,
  useFormat,
  useLabel,
  useRight,
  useSession,
  useTranslation,
  type Col,
} from '#shell';
import { CustomerName } from '../Hidden';
import { KINDS, STATES, useCards, useDecide, type CardKind, type CardState } from './api';
import css from './cards.module.css';
import { Kinds } from './Kinds';

const LIMIT = 20;

/** 疑似共用卡: cards that several people seem to use, with the signs, to be judged by a person. */
export function CardsPage() {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const { company } = useSession();
  const [search, setSearch] = useSearchParams();
  const state = STATES.find((one) => one === search.get('state')) ?? 'open';
  const offset = Math.max(0, Number(search.get('offset') ?? 0) || 0);
  const put = (name: string, value: string) =>
    setSearch(
      (now) => {
        if (name === 'state') now.delete('offset');
        now.set(name, value);
        return now;
      },
      { replace: true },
    );
  const query = useCards(state, offset, LIMIT);
  return (
    <ListPage
      title={t('cards.title')}
      lead={t('cards.lead')}
      asOf={company.asOf}
      up={{ to: '/customers', label: t('title') }}
    >
      <Await query={query}>
        {(cards) => (
          <>
            <div className={css.head}>
              <Segmented<CardState>
                value={state}
                aria-label={t('cards.which')}
                options={STATES.map((one) => ({
                  value: one,
                  label: `${t(`cards.state.${one}`)} ${format.full(cards.counts[one])}`,
                }))}
                onChange={(one) => put('state', one)}
              />
              <p className={css.sum}>
                {t('cards.sum', {
                  orders: format.full(cards.counts.leftOutOrders),
                  revenue: format.money(cards.counts.leftOutRevenue),
                })}
              </p>
            </div>
            <Suspects
              cards={cards}
              state={state}
              offset={offset}
              onOffset={(next) => put('offset', String(next))}
            />
            <Kinds />
          </>
        )}
      </Await>
    </ListPage>
  );
}

interface Props {
  cards: SuspectCards;
  state: CardState;
  offset: number;
  onOffset: (offset: number) => void;
}

function Suspects({ cards, state, offset, onOffset }: Props) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const label = useLabel();
  const mayDefine = useRight('DEFINE');
  const [asked, setAsked] = useState<{ card: SuspectCard; verdict: CardVerdict['verdict'] }>();
  const columns: Col<SuspectCard>[] = [
    {
      key: 'customer',
      title: t('column.name'),
      width: 170,
      ellipsis: true,
      render: (card) => <CustomerName name={card.name} id={card.customer} />,
    },
    {
      key: 'place',
      title: t('cards.place'),
      number: true,
      width: 96,
      render: (card) => format.full(card.place),
    },
    {
      key: 'netRevenue',
      title: t('column.netRevenue'),
      number: true,
      width: 130,
      render: (card) => format.moneyFull(card.netRevenue),
    },
    {
      key: 'orders',
      title: t('column.orders'),
      number: true,
      width: 90,
      render: (card) => format.full(card.orders),
    },
    {
      key: 'why',
      title: t('cards.why'),
      card: 'wide',
      render: (card) => (
        <span className={css.why}>
          {card.signs.length === 0
            ? t('cards.noSigns')
            : card.signs.map((sign) => t(`cards.sign.${sign}`, slots(card))).join(t('comma'))}
          {card.decided && (
            <span className={css.note}>
              {t('cards.decided', {
                by: label(card.decided.by),
                at: format.moment(card.decided.at),
                reason: card.decided.reason || '—',
              })}
            </span>
          )}
        </span>
      ),
    },
    ...(mayDefine
      ? [
          {
            key: 'acts',
            title: t('cards.judge'),
            width: 210,
            card: 'wide' as const,
            render: (card: SuspectCard) => (
              <span className={css.acts}>
                {card.decided && card.decided.verdict !== 'own' && (
                  <Tag>{t(`cards.kind.${card.decided.verdict}`)}</Tag>
                )}
                {(state === 'open' ? (['shared', 'own'] as const) : (['undecided'] as const)).map(
                  (verdict) => (
                    <Button key={verdict} size="small" onClick={() => setAsked({ card, verdict })}>
                      {t(`cards.verdict.${verdict}`)}
                    </Button>
                  ),
                )}
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <DataTable<SuspectCard>
        rows={cards.rows}
        columns={columns}
        rowKey={(card) => card.customer}
        to={(card) => `/customers/${card.customer}`}
        minWidth={1040}
        label={t('cards.title')}
        page={{
          offset,
          limit: LIMIT,
          total: cards.counts[state],
          onChange: (next) => onOffset(next),
        }}
        empty={<Empty title={t('cards.none')} text={t('cards.noneText')} />}
      />
      <p className={css.rule}>{t('cards.rule', bounds(cards))}</p>
      {asked && <Judge {...asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

/** What the sentences of the signs are filled with. */
const slots = ({ use }: SuspectCard) => ({
  shops: use.shops,
  share: use.shopOrders === 0 ? 0 : Math.round((100 * use.homeOrders) / use.shopOrders),
  twoShopDays: use.twoShopDays,
  month: use.busiestMonth,
  day: use.busiestDay,
  people: use.people,
});

const bounds = ({ bounds: all }: SuspectCards): Record<string, number> =>
  Object.fromEntries(all.map(({ sign, bound }) => [sign, bound]));

function Judge({
  card,
  verdict,
  onClose,
}: {
  card: SuspectCard;
  verdict: CardVerdict['verdict'];
  onClose: () => void;
}) {
  const { t } = useTranslation('profile');
  const decide = useDecide();
  const [reason, setReason] = useState('');
  const [kind, setKind] = useState<CardKind>('staff');
  return (
    <Modal
      open
      title={t(`cards.ask.${verdict}`, { name: card.name ?? t('nameless', { id: card.customer }) })}
      okText={t(`cards.verdict.${verdict}`)}
      cancelText={t('reveal.no')}
      okButtonProps={{ loading: decide.isPending }}
      onOk={() =>
        decide.mutate(
          { customer: card.customer, verdict: verdict === 'shared' ? kind : verdict, reason },
          { onSuccess: onClose },
        )
      }
      onCancel={onClose}
    >
      <p>{t(`cards.askText.${verdict}`)}</p>
      {verdict === 'shared' && (
        <Radio.Group
          className={css.choice}
          value={kind}
          aria-label={t('cards.which')}
          options={KINDS.map((one) => ({ value: one, label: t(`cards.kind.${one}`) }))}
          onChange={(event) => setKind(event.target.value as CardKind)}
        />
      )}
      {verdict !== 'undecided' && (
        <Input
          maxLength={200}
          value={reason}
          placeholder={t('cards.reason')}
          aria-label={t('cards.reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <Complaint error={decide.error} />
    </Modal>
  );
}
