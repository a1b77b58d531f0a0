import { Tag } from 'antd';
import { useState } from 'react';
import type { Customer } from '#api';
import { MoreButton } from './MoreButton';
import { useLexicon } from '#condition';
import { useFormat, useLabel, useTranslation } from '#shell';
import { Hidden } from '../Hidden';
import css from './likes.module.css';
import { linesOf, number, text } from './panels';

const FIRST = 5;

/** What the customer said of us: reviews with their score, complaints with their state. */
export function Feedback({ customer }: { customer: Customer }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const label = useLabel();
  const words = useLexicon();
  const [all, setAll] = useState(false);
  const rows = linesOf(customer, 'feedback');
  const status = (code: string) =>
    label(words.field('feedback.status')?.codes.find((one) => one.value === code)?.label) ||
    t(`feedback.${code === 'resolved' ? 'resolved' : 'open'}`);
  return (
    <>
      <ol className={css.rows}>
        {(all ? rows : rows.slice(0, FIRST)).map((row, i) => {
          const score = number(row('score'));
          const state = text(row('status'));
          return (
            <li key={i}>
              <div className={css.line}>
                <strong>{t(`feedback.kind.${text(row('name')) ?? 'reviewed'}`)}</strong>
                {text(row('topic')) !== null && <span>{text(row('topic'))}</span>}
                {score !== null && <span>{t('feedback.score', { n: format.full(score) })}</span>}
                {state !== null && (
                  <Tag color={state === 'resolved' ? 'green' : 'gold'}>{status(state)}</Tag>
                )}
                <span className={`${css.aside} ${css.end}`}>
                  {[text(row('channel')), format.moment(text(row('happened_at')))]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
              {text(row('text')) !== null && (
                <p className={css.said}>
                  <Hidden text={text(row('text')) ?? undefined} />
                </p>
              )}
            </li>
          );
        })}
      </ol>
      <MoreButton shown={all} total={rows.length} first={FIRST} onClick={() => setAll(!all)} />
    </>
  );
}
