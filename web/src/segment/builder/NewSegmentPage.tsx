import { useSearchParams } from 'react-router';
import { fromAddress } from '#condition';
import { useTranslation } from '#shell';
import { Builder } from './Builder';

/** 圈选: a new segment; the address may bring the beginning of it. */
export function NewSegmentPage() {
  const { t } = useTranslation('segment');
  const [search] = useSearchParams();
  return <Builder title={t('builder.new')} initial={fromAddress(search.get('who'))} />;
}
