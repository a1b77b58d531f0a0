import { useParams } from 'react-router';
import type { TagView } from '#api';
import { LeftOutNote } from '#profile';
import {
  Await,
  DetailPage,
  Empty,
  Figure,
  Loading,
  Page,
  Panel,
  useFormat,
  useLabel,
  useNow,
  useSession,
  useTranslation,
} from '#shell';
import { Actions } from './Actions';
import { useTag } from './api';
import { Changes } from './Changes';
import { Growth } from './Growth';
import { Holders } from './Holders';
import { Rhythm } from './kinds/Rhythm';
import { Stages } from './kinds/Stages';
import { Meaning } from './Meaning';
import { Nobody } from './Nobody';
import { RfmPage } from './rfm/RfmPage';
import { Values } from './Values';

/** One tag: what it means, who has it, who came and left; of RFM its eight groups. */
export function TagPage() {
  const { t } = useTranslation('tag');
  const { id = '' } = useParams();
  const query = useTag(id);
  if (query.data?.rule.type === 'rfm') return <RfmPage key={id} tag={query.data} />;
  if (query.data) return <One key={id} tag={query.data} />;
  return (
    <Page title={t('title')} up={{ to: '/tags', label: t('title') }}>
      <Await query={query} loading={<Loading rows={10} />}>
        {() => null}
      </Await>
    </Page>
  );
}

function One({ tag }: { tag: TagView }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const format = useFormat();
  const { company } = useSession();
  const now = useNow(true, 60_000);
  return (
    <DetailPage
      title={label(tag.label)}
      up={{ to: '/tags', label: t('title') }}
      asOf={company.asOf}
      actions={<Actions tag={tag} />}
      facts={[
        {
          label: t('column.holders'),
          value: tag.counting ? t('counting.short') : <Figure value={tag.holders} />,
        },
        { label: t('column.coverage'), value: format.percent(tag.coverage) },
        { label: t('column.category'), value: label(tag.categoryLabel) },
        { label: t('column.status'), value: t(`status.${tag.status}`) },
        { label: t('column.owner'), value: tag.ready ? t('kind.ready') : label(tag.owner) || '—' },
        {
          label: t('column.computed'),
          value: (
            <span title={format.moment(tag.computedAt)}>{format.ago(tag.computedAt, now)}</span>
          ),
        },
      ]}
    >
      <Meaning tag={tag} />
      <LeftOutNote />
      {tag.status !== 'PUBLISHED' ? (
        <Panel>
          <Empty title={t(`status.title.${tag.status}`)} text={t(`status.text.${tag.status}`)} />
        </Panel>
      ) : tag.counting ? (
        <Panel>
          <Empty title={t('counting.title')} text={t('counting.text')} />
        </Panel>
      ) : (
        <>
          {tag.rule.type === 'lifecycle' ? (
            <>
              <Panel title={t('lifecycle.title')}>
                <Stages values={tag.values} trait={tag.trait} />
              </Panel>
              <Rhythm rule={tag.rule} />
            </>
          ) : (
            (tag.type === 'text' || tag.type === 'text_list') && <Values tag={tag} />
          )}
          <Nobody tag={tag} />
          <Changes tag={tag}>
            <Growth tag={tag} />
          </Changes>
          <Holders tag={tag} />
        </>
      )}
    </DetailPage>
  );
}
