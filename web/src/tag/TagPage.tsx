import { App, Button, Dropdown, type MenuProps } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import type { TagView } from '#api';
import { builderAddress } from '#condition';
import {
  Await,
  DetailPage,
  Figure,
  icons,
  Loading,
  Page,
  useFormat,
  useLabel,
  useNow,
  useRight,
  useSession,
  useTranslation,
} from '#shell';
import { useRetireTag, useTag } from './api';
import { Changes } from './Changes';
import { conditionOf, holders } from './holding';
import { Holders } from './Holders';
import { Meaning } from './Meaning';
import { RfmPage } from './rfm/RfmPage';
import { SizeHistory } from './SizeHistory';
import { Values } from './Values';

/** One tag: what it means, who has it, who came and left; of RFM its eight groups. */
export function TagPage() {
  const { t } = useTranslation('tag');
  const { id = '' } = useParams();
  const query = useTag(id);
  if (query.data?.rule.type === 'rfm') return <RfmPage key={id} tag={query.data} />;
  if (query.data) return <One key={id} tag={query.data} />;
  return (
    <Page title={t('title')} up={{ to: '/tags', label: t('title') }}>
      <Await query={query} loading={<Loading rows={10} />}>
        {() => null}
      </Await>
    </Page>
  );
}

function One({ tag }: { tag: TagView }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const format = useFormat();
  const { company } = useSession();
  const now = useNow(true, 60_000);
  return (
    <DetailPage
      title={label(tag.label)}
      up={{ to: '/tags', label: t('title') }}
      asOf={company.asOf}
      actions={<Actions tag={tag} />}
      facts={[
        { label: t('column.holders'), value: <Figure value={tag.holders} /> },
        { label: t('column.coverage'), value: format.percent(tag.coverage) },
        { label: t('column.category'), value: label(tag.categoryLabel) },
        { label: t('column.origin'), value: t(tag.ready ? 'kind.ready' : 'kind.own') },
        {
          label: t('column.computed'),
          value: (
            <span title={format.moment(tag.computedAt)}>{format.ago(tag.computedAt, now)}</span>
          ),
        },
      ]}
    >
      <Meaning tag={tag} />
      {tag.type === 'text' && <Values tag={tag} />}
      <Changes tag={tag}>
        <SizeHistory tag={tag} />
      </Changes>
      <Holders tag={tag} />
    </DetailPage>
  );
}

function Actions({ tag }: { tag: TagView }) {
  const { t } = useTranslation('tag');
  const mayDefine = useRight('DEFINE');
  return (
    mayDefine && (
      <>
        {tag.holders > 0 && (
          <Link to={builderAddress({ type: 'all', of: [holders(tag)] })}>
            <Button type="primary">{t('action.segment')}</Button>
          </Link>
        )}
        {!tag.ready && conditionOf(tag.rule) && (
          <Link to={`/tags/${encodeURIComponent(tag.id)}/edit`}>
            <Button>{t('action.edit')}</Button>
          </Link>
        )}
        {!tag.ready && <Retire tag={tag} />}
      </>
    )
  );
}

function Retire({ tag }: { tag: TagView }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const navigate = useNavigate();
  const { modal, message } = App.useApp();
  const retire = useRetireTag(tag.id);
  const ask = () => {
    void modal.confirm({
      title: t('retire.ask', { label: label(tag.label) }),
      content: t('retire.text'),
      okText: t('retire.yes'),
      okButtonProps: { danger: true },
      cancelText: t('cancel'),
      onOk: async () => {
        try {
          await retire.mutateAsync();
          await navigate('/tags');
        } catch (error) {
          // Used elsewhere, or no right: the server says which.
          void message.error(error instanceof Error ? error.message : String(error), 8);
        }
      },
    });
  };
  const items: MenuProps['items'] = [
    { key: 'retire', label: t('action.retire'), danger: true, onClick: ask },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button aria-label={t('action.more')} icon={<icons.more size={16} />} />
    </Dropdown>
  );
}
