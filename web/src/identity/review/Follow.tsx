import { App, Button } from 'antd';
import type { ReviewQueue } from '#api';
import { Complaint, useFormat, useTranslation } from '#shell';
import { useFollow } from './api';
import css from './review.module.css';

/** What was said gathers; here it is followed at once, by one run for all. */
export function Follow({ progress, may }: { progress: ReviewQueue['progress']; may: boolean }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const { message } = App.useApp();
  const follow = useFollow();
  return (
    <div className={css.follow}>
      <p>
        {progress.waiting > 0
          ? t('review.waiting', { n: format.full(progress.waiting) })
          : t('review.gathers')}
      </p>
      {may && (
        <Button
          loading={follow.isPending}
          onClick={() =>
            follow.mutate(undefined, {
              onSuccess: () => void message.success(t('review.following'), 6),
            })
          }
        >
          {t('review.follow')}
        </Button>
      )}
      <Complaint error={follow.error} />
    </div>
  );
}
