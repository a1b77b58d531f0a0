import { Link, useSearchParams } from 'react-router';
import { Button } from 'antd';
import { fromAddress } from '#condition';
import { Empty, Page, useRight, useTranslation } from '#shell';
import { TagBuilder } from './TagBuilder';

/** A new tag; the address may bring the beginning of its rule. */
export function NewTagPage() {
  const { t } = useTranslation('tag');
  const [search] = useSearchParams();
  if (!useRight('DEFINE')) return <MayNot title={t('builder.new')} />;
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
