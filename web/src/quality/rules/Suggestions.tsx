import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { RuleSuggestion } from '#api';
import { Await, DataTable, Panel, useFormat, useLabel, useTranslation } from '#shell';
import { useRuleSuggestions } from '../api';
import css from '../quality.module.css';
import { useWhere } from './useWhere';
import { useCheckWords } from './words';

/** Rules that most companies want, with the rows that would break them today. */
export function Suggestions() {
  const { t } = useTranslation('quality');
  const query = useRuleSuggestions(true);
  return (
    <Panel flush title={t('suggest.title')} text={t('suggest.text')}>
      <Await query={query}>{(ideas) => <Ideas ideas={ideas} />}</Await>
    </Panel>
  );
}

function Ideas({ ideas }: { ideas: RuleSuggestion[] }) {
  const { t } = useTranslation('quality');
  const label = useLabel();
  const format = useFormat();
  const says = useCheckWords();
  const where = useWhere();
  const [all, setAll] = useState(false);
  const broken = ideas.filter((idea) => idea.broken > 0);
  const shown = all ? ideas : broken;
  return (
    <>
      <DataTable<RuleSuggestion & { n: number }>
        bare
        rows={shown.map((idea, n) => ({ ...idea, n }))}
        rowKey={(idea) => idea.n}
        minWidth={860}
        empty={<p className={css.quiet}>{t('suggest.none')}</p>}
        columns={[
          {
            key: 'label',
            title: t('rules.name'),
            card: 'title',
            width: 200,
            render: (idea) => label(idea.label),
          },
          { key: 'says', title: t('rules.says'), card: 'wide', render: (idea) => says(idea.check) },
          { key: 'rows', title: t('rules.rows'), width: 180, card: 'wide', render: where },
          {
            key: 'broken',
            title: t('suggest.broken'),
            number: true,
            width: 170,
            render: (idea) =>
              t('suggest.of', { n: format.full(idea.broken), of: format.full(idea.standing) }),
          },
          {
            key: 'take',
            title: '',
            width: 120,
            render: (idea) => (
              <Link
                to={`/quality/rules/new?idea=${encodeURIComponent(JSON.stringify(ideaOf(idea)))}`}
              >
                <Button size="small">{t('suggest.take')}</Button>
              </Link>
            ),
          },
        ]}
      />
      {ideas.length > broken.length && (
        <div className={css.more}>
          <Button type="link" onClick={() => setAll(!all)}>
            {t(all ? 'suggest.fewer' : 'suggest.more', { n: ideas.length - broken.length })}
          </Button>
        </div>
      )}
    </>
  );
}

const ideaOf = ({ label, rows, source, feed, severity, check }: RuleSuggestion) => ({
  label,
  rule: { rows, source, feed, severity, on: true, check },
});
