import { useParams, useSearchParams } from 'react-router';
import { fromAddress } from '#condition';
import { Await, Empty, Page, useLabel, useRight, useTranslation } from '#shell';
import { useTag } from '../api';
import { conditionOf } from '../holding';
import { draftOf } from '../kinds/drafts';
import { KindBuilder } from '../kinds/KindBuilder';
import { MayNot } from './NewTagPage';
import { TagBuilder } from './TagBuilder';

/** The rule of a tag, changed; tags of several cases have no form. */
export function EditTagPage() {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const mayDefine = useRight('DEFINE');
  const query = useTag(id);
  const tag = query.data;
  const condition = tag && !tag.ready ? conditionOf(tag.rule) : null;
  if (!mayDefine) return <MayNot title={t('builder.edit')} />;
  if (tag && condition)
    return (
      <TagBuilder
        key={tag.id}
        title={t('builder.edit')}
        tag={tag}
        initial={fromAddress(search.get('who')) ?? condition}
      />
    );
  const other = tag && draftOf(tag.rule);
  if (tag && other)
    return <KindBuilder key={tag.id} title={t('builder.edit')} tag={tag} rule={other} />;
  return (
    <Page title={t('builder.edit')} up={{ to: '/tags', label: t('title') }}>
      <Await query={query}>
        {(found) => <Empty title={label(found.label)} text={t('builder.otherText')} />}
      </Await>
    </Page>
  );
}
