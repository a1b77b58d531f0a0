import type { TrailEntry, Where } from '#api';
import { useLexicon } from '#condition';
import { useCurrency, useFormat, useLabel, useTranslation } from '#shell';
import { useFeedNames, useSourceNames } from '#source';
import { ScopeWords } from './ScopeWords';

/** What something was done to: `segment/s3` is 人群 s3, `shop/orders` is 网店 · 订单. */
export function What({ entry: { act, what } }: { entry: TrailEntry }) {
  const { t } = useTranslation('access');
  const source = useSourceNames();
  const feed = useFeedNames();
  const label = useLabel();
  const lexicon = useLexicon();
  const [optOut, number = ''] = /^opt-out(?:\/(.+))?$/.exec(what) ?? [];
  if (optOut !== undefined) return `${t('what.optOut')} ${number}`.trim();
  const [, kind = '', key = ''] = /^(\w+)\/(.+)$/.exec(what) ?? [];
  if (kind === '') return what;
  if (SINGLE.includes(kind)) return t(`what.${kind}`);
  if (KINDS.includes(kind)) {
    const name = label(lexicon.trait(what)?.label);
    // What was saved is named beside it already.
    if (name === '' || act === 'DEFINED') return t(`what.${kind}`) + (name === '' ? ` ${key}` : '');
    return t('what.named', { what: t(`what.${kind}`), name });
  }
  return `${source(kind)} · ${feed(kind, key)}`;
}

/** Settings of which there is one: their name says all. */
const SINGLE = [
  'company',
  'outbound',
  'identity',
  'survivorship',
  'hours',
  'sending',
  'frame',
  'figures',
  'links',
  'fallalarm',
  'fallseen',
  'care',
  'quality',
];

const KINDS = [
  'segment',
  'tag',
  'dashboard',
  'campaign',
  'channel',
  'rule',
  'correction',
  'decision',
  'judgement',
  'dismissal',
  'repair',
  'customer',
  'field',
  'card',
  'list',
];

/** The trail keeps one wording for all time; here it is put into words of the person who reads. */
export function Detail({ entry: { act, what, detail } }: { entry: TrailEntry }) {
  const { t } = useTranslation('access');
  const format = useFormat();
  const label = useLabel();
  const lexicon = useLexicon();
  const currency = useCurrency();
  // Of a setting there is one: its name says no more than what stands beside it already.
  if (detail === '' || /^(outbound|identity|survivorship|fallalarm)\//.test(what)) return '—';
  if (NOTES.has(act + ' ' + detail)) return t(`note.${NOTES.get(act + ' ' + detail)}`);
  if (act === 'USER_ADDED' || act === 'USER_CHANGED') {
    const [, role = '', contacts, scope] =
      /^(\w+)(?:, contacts (reveal|clear))?(?:, (.+))?$/.exec(detail) ?? [];
    if (!ROLES.includes(role)) return detail;
    const customers = conditionOf(scope);
    return (
      <>
        {t(`role.${role}`)}
        {contacts && t(`note.contacts.${contacts}`)}
        {customers && (
          <>
            {t('note.over')}
            <ScopeWords where={customers} />
          </>
        )}
      </>
    );
  }
  const [, field = '', reason] = /^(customer\.\w+): (.+)$/.exec(detail) ?? [];
  if (act === 'UNMASKED' && reason !== undefined)
    return t('note.unmasked', { field: label(lexicon.field(field)?.label) || field, reason });
  const [, work = '', name] = /^(receipts|go on): (.+)$/.exec(detail) ?? [];
  if (name !== undefined && what.startsWith('campaign/'))
    return t(work === 'receipts' ? 'note.receipts' : 'note.goOn', { name });
  const cost = COST.exec(detail)?.groups;
  if (cost && what.startsWith('campaign/')) {
    const amount = (text: string) =>
      text === 'unknown' ? t('note.costUnknown') : `${text} ${currency}`;
    const change = (from = '', to = '') =>
      from === to ? amount(to) : t('note.costChange', { from: amount(from), to: amount(to) });
    return t('note.cost', {
      each: change(cost.eachFrom, cost.eachTo),
      other: change(cost.otherFrom, cost.otherTo),
      note: cost.note ? t('note.costNote', { note: cost.note }) : '',
    });
  }
  const [, lines] = /^csv, (\d+) rows$/.exec(detail) ?? [];
  if (lines !== undefined) return t('note.links', { rows: format.full(Number(lines)) });
  const [, file, rows, columns = ''] = /^(xlsx|csv), (\d+) rows: (.*)$/.exec(detail) ?? [];
  if (act !== 'EXPORTED' || file === undefined) return detail;
  if (what.startsWith('campaign/'))
    return t('note.audienceOf', { file, rows: format.full(Number(rows)) });
  return t('note.list', {
    file,
    rows: format.full(Number(rows)),
    columns: columns
      .split(', ')
      .map((column) =>
        FIGURES.includes(column)
          ? t(`figure.${column}`)
          : label(lexicon.field(`customer.${column}`)?.label) || column,
      )
      .join(t('note.comma')),
  });
}

const COST =
  /^cost a message: (?<eachFrom>\S+) → (?<eachTo>\S+), other cost: (?<otherFrom>\S+) → (?<otherTo>[^\s,]+)(?:, (?<note>.+))?$/;

const ROLES = ['administrator', 'analyst', 'marketer', 'viewer'];

/** Columns of a list that are no fields of a customer. */
const FIGURES = ['orders', 'net_revenue', 'last_order_day'];

const NOTES = new Map([
  ['LOGIN password', 'byPassword'],
  ['LOGIN link', 'byLink'],
  ['USER_CHANGED password', 'newPassword'],
  ['USER_CHANGED disabled', 'disabled'],
  ['USER_CHANGED enabled', 'enabled'],
  ['DEFINED mapping', 'mapping'],
  ['EXPORTED list of a campaign', 'audience'],
  ['EXPORTED csv, rows in quarantine', 'quarantine'],
  ['EXPORTED xlsx', 'workbook'],
  ['SENT trial', 'trial'],
]);

function conditionOf(text: string | undefined): Where | null {
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as Where;
  } catch {
    return null;
  }
}
