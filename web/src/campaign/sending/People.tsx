import { Segmented, Select } from 'antd';
import { useSearchParams } from 'react-router';
import type { Campaign, CampaignPerson, EntryState } from '#api';
import { Await, DataTable, Empty, Panel, useFormat, useNarrow, useTranslation } from '#shell';
import { PAGE, usePeople } from '../api';
import css from '../campaign.module.css';
import { PARTS } from '../headline';

/** Everybody of the audience: what became of them and why. State and page stand in the address. */
export function People({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const narrow = useNarrow();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('state');
  const state = PARTS.find((part) => part === asked);
  const at = search.get('offset');
  const offset = at !== null && /^\d{1,9}$/.test(at) ? Number(at) : 0;
  const size = Number(search.get('limit'));
  const limit = SIZES.includes(size) ? size : PAGE;
  const query = usePeople(campaign.id, state, offset, limit);
  const total = state ? (campaign.entries[state] ?? 0) : campaign.audience;
  const put = (name: string, text: string) =>
    setSearch(
      (now) => {
        if (text === '') now.delete(name);
        else now.set(name, text);
        if (name !== 'offset') now.delete('offset');
        return now;
      },
      { replace: true },
    );
  const options: { value: string; label: string }[] = [
    { value: '', label: `${t('people.all')} ${format.full(campaign.audience)}` },
    ...PARTS.filter((part) => (campaign.entries[part] ?? 0) > 0).map((part) => ({
      value: part,
      label: `${t(`entry.${part}`)} ${format.full(campaign.entries[part])}`,
    })),
  ];
  return (
    <Panel flush title={t('people.title')} text={t('people.text')}>
      <div className={css.filter}>
        {narrow ? (
          <Select
            value={state ?? ''}
            options={options}
            aria-label={t('column.state')}
            style={{ width: '100%' }}
            onChange={(value) => put('state', value)}
          />
        ) : (
          <Segmented
            value={state ?? ''}
            options={options}
            aria-label={t('column.state')}
            onChange={(value) => put('state', value)}
          />
        )}
      </div>
      <Await query={query}>
        {(rows) => (
          <DataTable<CampaignPerson>
            bare
            rows={rows}
            loading={query.isPlaceholderData}
            rowKey={(person) => person.number}
            to={(person) => `/customers/${person.customer}`}
            label={t('people.title')}
            minWidth={860}
            empty={<Empty title={t('people.none')} />}
            page={{
              offset,
              limit,
              total,
              onChange: (next, wanted) => {
                if (wanted === limit) put('offset', next === 0 ? '' : String(next));
                else put('limit', wanted === PAGE ? '' : String(wanted));
              },
            }}
            columns={[
              {
                key: 'name',
                title: t('column.customer'),
                width: 150,
                render: (person) => person.name ?? t('people.nameless', { id: person.customer }),
              },
              {
                key: 'arm',
                title: t('column.arm'),
                width: 96,
                render: (person) => t(`arm.${armWord(person.arm)}`),
              },
              {
                key: 'state',
                title: t('column.state'),
                width: 112,
                render: (person) => (
                  <span className={css.entry} data-part={person.state}>
                    {t(`entry.${person.state}`)}
                  </span>
                ),
              },
              {
                key: 'reason',
                card: 'wide',
                title: t('column.reason'),
                ellipsis: true,
                render: (person) => person.reason ?? whyOf(person.state, t),
              },
              {
                key: 'sent',
                title: t('column.sent'),
                width: 172,
                card: 'wide',
                render: (person) => format.moment(person.sentAt),
              },
              {
                key: 'delivered',
                title: t('column.delivered'),
                width: 172,
                card: 'wide',
                render: (person) => format.moment(person.deliveredAt),
              },
            ]}
          />
        )}
      </Await>
    </Panel>
  );
}

const SIZES = [PAGE, 50, 100];

const armWord = (arm: string) => (arm === 'control' ? 'control' : 'treated');

const whyOf = (state: EntryState, t: (key: string) => string): string =>
  state === 'HELD_OUT' || state === 'UNCERTAIN' ? t(`why.${state}`) : '—';
