import { Link, useSearchParams } from 'react-router';
import { Button } from 'antd';
import { fromAddress } from '#condition';
import { Empty, Page, useRight, useTranslation } from '#shell';
import { KindBuilder } from '../kinds/KindBuilder';
import { kindIn } from '../kinds/KindSwitch';
import { RETAIL } from '../kinds/LifecycleForm';
import { BEGUN as PREFERENCE } from '../kinds/preference';
import { TagBuilder } from './TagBuilder';

/** A new tag; the address may bring the beginning of its rule. */
export function NewTagPage() {
  const { t } = useTranslation('tag');
  const [search] = useSearchParams();
  const mayDefine = useRight('DEFINE');
  const kind = kindIn(search);
  if (!mayDefine) return <MayNot title={t('builder.new')} />;
  if (kind === 'preference')
    return <KindBuilder key={kind} title={t('builder.new')} rule={PREFERENCE} />;
  if (kind === 'lifecycle')
    return <KindBuilder key={kind} title={t('builder.new')} rule={RETAIL} />;
  return <TagBuilder title={t('builder.new')} initial={fromAddress(search.get('who'))} />;
}

/** For those who may look only. */
export function MayNot({ title }: { title: string }) {
  const { t } = useTranslation('tag');
  return (
    <Page title={title} up={{ to: '/tags', label: t('title') }}>
      <Empty
        title={t('builder.mayNot')}
        text={t('builder.mayNotText')}
        action={
          <Link to="/tags">
            <Button>{t('builder.back')}</Button>
          </Link>
        }
      />
    </Page>
  );
}
