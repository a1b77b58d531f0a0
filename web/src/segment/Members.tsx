import { Link, useSearchParams } from 'react-router';
import type { SegmentView } from '#api';
import { CustomersTable, useCustomers } from '#profile';
import { Await, Empty, Panel, useTranslation, type Sorting } from '#shell';

const PAGE = 20;

/** Who is in the segment; page and order stand in the address. */
export function Members({ segment }: { segment: SegmentView }) {
  const { t } = useTranslation('segment');
  const [search, setSearch] = useSearchParams();
  const at = search.get('offset');
  const offset = at !== null && /^\d{1,9}$/.test(at) ? Number(at) : 0;
  const asked = search.get('sort');
  const sort: Sorting | undefined = asked
    ? { column: asked.replace(/^-/, ''), descending: asked.startsWith('-') }
    : undefined;
  const query = useCustomers({ segment: segment.id, sort, offset, limit: PAGE });
  const put = (name: string, text: string) =>
    setSearch((now) => {
      if (text === '') now.delete(name);
      else now.set(name, text);
      if (name === 'sort') now.delete('offset');
      return now;
    });
  return (
    <Panel
      flush
      title={t('members.title')}
      extra={
        <Link to={`/customers?segment=${encodeURIComponent(segment.id)}`}>{t('members.open')}</Link>
      }
    >
      <Await query={query}>
        {({ rows, total }) => (
          <CustomersTable
            bare
            rows={rows}
            loading={query.isPlaceholderData}
            sort={sort}
            onSort={(next) => put('sort', next ? (next.descending ? '-' : '') + next.column : '')}
            page={{
              offset,
              limit: PAGE,
              total,
              onChange: (next) => put('offset', next === 0 ? '' : String(next)),
            }}
            empty={<Empty title={t('members.none')} text={t('members.noneText')} />}
          />
        )}
      </Await>
    </Panel>
  );
}
