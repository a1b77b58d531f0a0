import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useLexicon } from '#condition';
import { Panel, useSession, useTranslation } from '#shell';
import { InsightChart } from '../InsightChart';
import { addressOf } from '../address';
import { insightOf } from '../asked';
import { USUAL_FIELDS, type ProfileQuestion } from '../question';

/** What a segment is more, or less, than all customers, by the usual fields. */
export function SegmentLikeness({ trait }: { trait: string }) {
  const { t } = useTranslation('insight');
  const { company } = useSession();
  const lexicon = useLexicon();
  const [open, setOpen] = useState<string | null>(null);
  const question = useMemo<ProfileQuestion>(
    () => ({
      type: 'groupProfile',
      who: { type: 'holds', trait, op: 'EQ', value: true },
      by: USUAL_FIELDS.filter((by) => lexicon.trait(by) ?? lexicon.field(by)),
      sort: 'tgi',
      span: null,
    }),
    [trait, lexicon],
  );
  const insight = useMemo(
    () => insightOf(question, company.latestDay ?? company.asOf ?? ''),
    [question, company],
  );
  if (question.by.length === 0) return null;
  return (
    <Panel>
      <InsightChart
        question={question}
        insight={insight}
        title={t('title.groupProfile')}
        open={open}
        onOpen={setOpen}
        extra={<Link to={addressOf(question)}>{t('profile.more')}</Link>}
      />
    </Panel>
  );
}
