import { Button } from 'antd';
import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import { Complaint, icons, useFormat } from '#shell';
import { DropZone } from '../DropZone';
import type { Act, Job } from './job';
import { OriginChoice } from './OriginChoice';
import css from './wizard.module.css';

interface Props {
  jobs: readonly Job[];
  onFiles: (files: File[]) => void;
  act: Dispatch<Act>;
}

/** First step: which files, and from which system each comes. */
export function ChooseStep({ jobs, onFiles, act }: Props) {
  const { t } = useTranslation('source');
  const format = useFormat();
  return (
    <>
      <DropZone title={t('choose.drop')} text={t('choose.dropText')} onFiles={onFiles} />
      {jobs.length > 0 && (
        <ul className={css.files}>
          {jobs.map((job) => (
            <li key={job.key} className={css.file}>
              <span className={css.fileIcon}>
                <icons.file size={24} />
              </span>
              <div className={css.fileName}>
                <strong title={job.name}>{job.name}</strong>
                <span className={css.quiet}>
                  {job.upload
                    ? t('choose.read', {
                        size: format.bytes(job.bytes),
                        columns: job.upload.look.columns.length,
                      })
                    : job.error
                      ? format.bytes(job.bytes)
                      : t('choose.reading')}
                </span>
              </div>
              {!job.error && (
                <OriginChoice
                  origin={job.origin}
                  onChange={(origin) => act({ type: 'origin', key: job.key, origin })}
                />
              )}
              <Button
                type="text"
                className={css.remove}
                onClick={() => act({ type: 'remove', key: job.key })}
                aria-label={t('choose.remove', { name: job.name })}
              >
                {t('choose.removeShort')}
              </Button>
              {job.left !== undefined && job.left.length > 0 && (
                <ul className={css.left}>
                  {job.left.map((one) => (
                    <li key={one.name}>{t('choose.left', one)}</li>
                  ))}
                </ul>
              )}
              {job.error !== null && (
                <div className={css.fileError}>
                  <Complaint error={job.error} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {jobs.length === 0 && (
        <div className={css.hints}>
          {(['customers', 'orders', 'deliveries'] as const).map((kind) => (
            <div key={kind}>
              <strong>{t(`hint.${kind}`)}</strong>
              <p>{t(`hint.${kind}Text`)}</p>
            </div>
          ))}
        </div>
      )}
    </>
  );
}
