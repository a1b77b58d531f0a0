import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportedFile } from '#api';
import { Panel } from '#shell';
import css from './wizard.module.css';

/** What holds after an import was stopped in the middle, and how to go on. */
export function Stopped({ files, onBack }: { files: ImportedFile[]; onBack: () => void }) {
  const { t } = useTranslation('source');
  const read = files.filter((file) => file.state === 'landed').length;
  return (
    <Panel
      title={t('run.stopped')}
      text={
        read === 0
          ? t('run.stoppedNone')
          : t('run.stoppedSome', { count: read, rest: files.length - read })
      }
    >
      <div className={css.goOn}>
        <Link to="/sources/runs">
          <Button type="primary">{t('run.toRuns')}</Button>
        </Link>
        {read === 0 && <Button onClick={onBack}>{t('run.back')}</Button>}
      </div>
    </Panel>
  );
}
