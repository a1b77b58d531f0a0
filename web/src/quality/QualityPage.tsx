import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Counts, QualityCounts } from '#api';
import { Await, Empty, icons, MonitorPage, Panel, ToImport, useSession } from '#shell';
import { Ledger } from '#source';
import { useQualityCounts } from './api';
import { CorrectionTable } from './corrections/CorrectionTable';
import { DismissalTable } from './dismissals/DismissalTable';
import { FallPanel } from './falls/FallPanel';
import { FeedTable } from './FeedTable';
import { KindTable } from './KindTable';
import { OverduePanel } from './procedures/OverduePanel';
import { Quarantine } from './Quarantine';
import { RepairTable } from './repairs/RepairTable';
import { DuePanel } from './upkeep/DuePanel';

/** 数据质量: every landed row accounted for, and the ones set aside with their reasons. */
export function QualityPage() {
  const { t } = useTranslation('quality');
  const { company } = useSession();
  const query = useQualityCounts();
  return (
    <MonitorPage
      title={t('title')}
      lead={t('lead')}
      asOf={company.asOf}
      figuresOf="company"
      actions={
        <>
          <Link to="/quality/diagnosis">
            <Button type="primary">{t('diagnosis.title')}</Button>
          </Link>
          <Link to="/quality/score">
            <Button>{t('score.title')}</Button>
          </Link>
          <Link to="/quality/imputation">
            <Button>{t('impute.title')}</Button>
          </Link>
          <Link to="/quality/completions">
            <Button>{t('completions.title')}</Button>
          </Link>
          <Link to="/quality/procedures">
            <Button>{t('procedures.title')}</Button>
          </Link>
          <Link to="/quality/rules">
            <Button>{t('rules.title')}</Button>
          </Link>
        </>
      }
    >
      <Await query={query}>
        {(feeds) =>
          feeds.length === 0 ? (
            <Empty
              picture={<icons.quality size={56} />}
              title={t('none')}
              text={t('noneText')}
              action={<ToImport>{t('import')}</ToImport>}
            />
          ) : (
            <>
              <FallPanel />
              <OverduePanel />
              <DuePanel />
              <Panel title={t('account')} text={t('accountText')}>
                <Ledger counts={sumOf(feeds)} />
              </Panel>
              <FeedTable feeds={feeds} />
              <Quarantine feeds={feeds} />
              <RepairTable />
              <CorrectionTable />
              <DismissalTable />
              <KindTable />
            </>
          )
        }
      </Await>
    </MonitorPage>
  );
}

/** The accounts of all feeds in one; each part is added by itself, so that an error still shows. */
export function sumOf(feeds: readonly QualityCounts[]): Counts {
  const sum = (part: keyof Counts) => feeds.reduce((total, feed) => total + feed.counts[part], 0);
  return {
    landed: sum('landed'),
    clean: sum('clean'),
    quarantined: sum('quarantined'),
    merged: sum('merged'),
    superseded: sum('superseded'),
  };
}
