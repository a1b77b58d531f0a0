import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import type { ReviewAnswer, ReviewPair, ReviewQueue, ReviewReason } from '#api';
import { Complaint, Empty, icons, Loading, useFormat, useTranslation } from '#shell';
import { useJudge, useUndoJudgement } from './api';
import { Follow } from './Follow';
import css from './review.module.css';
import { Sides } from './Sides';
import { UNDO_KEY, useKeys } from './useKeys';
import { Waterfall } from './Waterfall';

/** When fewer are left, more are asked for. */
const FEW = 4;

const ANSWERS: ReviewAnswer[] = ['same', 'different', 'unsure'];

interface Judged {
  pair: ReviewPair;
  id: string;
  at: number;
}

const keyOf = ({ one, other }: ReviewPair) => JSON.stringify([one.records[0], other.records[0]]);

/** What the two are now, and why they are two where the evidence says one. */
function stateOf(pair: ReviewPair): 'areOne' | 'areTwo' | 'vetoed' | 'outweighed' {
  if (pair.areOne) return 'areOne';
  if (pair.bits <= 0) return 'areTwo';
  return pair.fields.some((one) => one.field === 'name' && one.agreement === 'different')
    ? 'vetoed'
    : 'outweighed';
}

interface Props {
  queue: ReviewQueue;
  reason: ReviewReason | undefined;
  /** When the queue was asked for. */
  at: number;
  fresh: boolean;
  may: boolean;
  onMore: () => void;
}

/** One pair at a time, with the buttons to judge it; the next one stands ready. */
export function Bench({ queue, reason, at, fresh, may, onMore }: Props) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const { message } = App.useApp();
  const [judged, setJudged] = useState<Judged[]>([]);
  const [again, setAgain] = useState<ReviewPair[]>([]);
  const judge = useJudge();
  const undo = useUndoJudgement();
  const met = new Set([...judged.map((one) => keyOf(one.pair)), ...again.map(keyOf)]);
  const ahead = [...again, ...queue.pairs.filter((pair) => !met.has(keyOf(pair)))];
  const pair = ahead[0];
  const since = judged.filter((one) => one.at > at).length;
  const { due, progress } = queue;
  const left = Math.max(
    (reason === undefined ? due.unsure + due.apart : due[reason]) - since,
    ahead.length,
  );
  const few = ahead.length < FEW && left > ahead.length;
  useEffect(() => {
    if (few && since > 0) onMore();
  }, [few, since, onMore]);

  const busy = judge.isPending || undo.isPending;
  const say = (answer: ReviewAnswer) => {
    if (!pair || !may || busy) return;
    judge.mutate(
      { pair, answer },
      {
        onSuccess: ({ id }) => {
          setJudged((all) => [...all, { pair, id, at: Date.now() }]);
          setAgain((all) => all.filter((one) => keyOf(one) !== keyOf(pair)));
        },
      },
    );
  };
  const last = judged.at(-1);
  const back = () => {
    if (!last || busy) return;
    undo.mutate(last.id, {
      onSuccess: () => {
        setJudged((all) => all.filter((one) => one !== last));
        setAgain((all) => [last.pair, ...all]);
        void message.info(t('review.undone'));
      },
    });
  };
  useKeys(may, say, back);

  return (
    <>
      <Follow progress={progress} may={may} />
      <p className={css.progress} aria-live="polite">
        {t('review.progress', {
          judged: format.full(progress.judged + since),
          left: format.full(left),
        })}
      </p>
      <Complaint error={judge.error ?? undo.error} />
      {pair ? (
        <div className={css.bench} data-busy={!fresh}>
          <p className={css.state}>{t(`review.${stateOf(pair)}`)}</p>
          <Sides key={keyOf(pair)} pair={pair} />
          <Waterfall pair={pair} />
        </div>
      ) : few ? (
        <Loading />
      ) : (
        <Empty
          picture={<icons.identity size={56} />}
          title={t(progress.judged + since > 0 ? 'review.done' : 'review.none')}
          text={t('review.doneText')}
        />
      )}
      {(pair ?? last) && (
        <div className={css.answers} role="group" aria-label={t('review.question')}>
          {ANSWERS.map((answer) => (
            <Button
              key={answer}
              size="large"
              type={answer === 'same' ? 'primary' : 'default'}
              disabled={!may || !pair}
              onClick={() => say(answer)}
            >
              {t(`review.answer.${answer}`)} <kbd>{t(`review.keys.${answer}`)}</kbd>
            </Button>
          ))}
          <Button type="text" size="large" disabled={!may || !last} onClick={back}>
            {t('review.undo')} <kbd>{UNDO_KEY.toUpperCase()}</kbd>
          </Button>
        </div>
      )}
    </>
  );
}
