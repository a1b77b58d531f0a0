import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Condition, Rfm, TagView } from '#api';
import { builderAddress, customersAddress } from '#condition';
import { LeftOutNote } from '#profile';
import {
  Await,
  DetailPage,
  Empty,
  Figure,
  Panel,
  useFormat,
  useLabel,
  useNow,
  useRight,
  useTranslation,
} from '#shell';
import { useRfm } from '../api';
import { Changes } from '../Changes';
import { Holders } from '../Holders';
import { RuleWords } from '../RuleWords';
import css from '../tag.module.css';
import { Cuts } from './Cuts';
import { GroupHistory } from './GroupHistory';
import { Groups } from './Groups';
import { Matrix } from './Matrix';
import { Settings } from './Settings';

/** RFM 分层: who is near, often, high; how many and how much; how to treat each group. */
export function RfmPage({ tag }: { tag: TagView }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const format = useFormat();
  const now = useNow(true, 60_000);
  const mayDefine = useRight('DEFINE');
  const query = useRfm(tag.id);
  const [sets, setSets] = useState(false);
  const { rule } = tag;
  return (
    <DetailPage
      title={label(tag.label)}
      up={{ to: '/tags', label: t('title') }}
      lead={<RuleWords rule={rule} />}
      asOf={query.data?.asOf}
      actions={mayDefine && <Button onClick={() => setSets(true)}>{t('rfm.settings')}</Button>}
      facts={[
        { label: t('rfm.grouped'), value: <Figure value={tag.holders} /> },
        { label: t('rfm.without'), value: <Figure value={query.data?.without} /> },
        {
          label: t('rfm.revenue'),
          value: query.data ? <Figure as="money" value={total(query.data)} /> : '—',
        },
        {
          label: t('column.computed'),
          value: (
            <span title={format.moment(tag.computedAt)}>{format.ago(tag.computedAt, now)}</span>
          ),
        },
      ]}
    >
      <LeftOutNote />
      <Await query={query}>{(rfm) => <Report tag={tag} rfm={rfm} />}</Await>
      {rule.type === 'rfm' && query.data && (
        <Settings
          tag={tag}
          rule={rule}
          classes={query.data.classes}
          open={sets}
          onClose={() => setSets(false)}
        />
      )}
    </DetailPage>
  );
}

const total = (rfm: Rfm): number => rfm.classes.reduce((sum, group) => sum + group.revenue, 0);

function Report({ tag, rfm }: { tag: TagView; rfm: Rfm }) {
  const { t } = useTranslation('tag');
  if (tag.holders === 0)
    return <Empty title={t('rfm.none')} text={t('rfm.noneText', { days: rfm.windowDays })} />;
  return (
    <>
      <div className={css.overview}>
        <Matrix rfm={rfm} />
        <div>
          {rfm.thresholds && <Cuts rfm={rfm} thresholds={rfm.thresholds} />}
          <Without rfm={rfm} />
        </div>
      </div>
      <Groups tag={tag} rfm={rfm} />
      <Changes tag={tag}>
        <GroupHistory tag={tag} />
      </Changes>
      <Holders tag={tag} />
    </>
  );
}

/** Who bought nothing in the window stands apart: no group, not the lowest one. */
function Without({ rfm }: { rfm: Rfm }) {
  const { t } = useTranslation('tag');
  const format = useFormat();
  const mayDefine = useRight('DEFINE');
  const who: Condition = {
    type: 'all',
    of: [
      {
        type: 'behaviour',
        measure: {
          entity: 'order',
          rows: { type: 'compare', field: 'order.kind', op: 'EQ', value: 'sale' },
          aggregate: 'COUNT',
          window: { type: 'lastDays', days: rfm.windowDays },
        },
        op: 'EQ',
        bound: 0,
      },
    ],
  };
  return (
    <Panel title={t('rfm.without')}>
      <p className={css.withoutCount}>{format.full(rfm.without)}</p>
      <p className={css.quiet}>{t('rfm.withoutText', { days: rfm.windowDays })}</p>
      <p className={css.links}>
        <Link to={customersAddress(who)}>{t('rfm.customers')}</Link>
        {mayDefine && <Link to={builderAddress(who)}>{t('action.toSegment')}</Link>}
      </p>
    </Panel>
  );
}
