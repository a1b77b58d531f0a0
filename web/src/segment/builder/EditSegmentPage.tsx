import { useParams, useSearchParams } from 'react-router';
import { fromAddress } from '#condition';
import { Await, Empty, Page, useLabel, useTranslation } from '#shell';
import { useSegment } from '../api';
import { Builder } from './Builder';

/** The condition of a segment, changed; a fixed list has none. */
export function EditSegmentPage() {
  const { t } = useTranslation('segment');
  const label = useLabel();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const query = useSegment(id);
  const segment = query.data;
  if (segment?.condition)
    return (
      <Builder
        key={segment.id}
        title={t('builder.edit')}
        segment={segment}
        initial={fromAddress(search.get('who')) ?? segment.condition}
      />
    );
  return (
    <Page title={t('builder.edit')} up={{ to: '/segments', label: t('title') }}>
      <Await query={query}>
        {(found) => <Empty title={label(found.label)} text={t('builder.fixedText')} />}
      </Await>
    </Page>
  );
}
