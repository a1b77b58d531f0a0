import { App, Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { SegmentView } from '#api';
import { inAddress } from '#condition';
import { SegmentLikeness } from '#insight';
import { LeftOutNote } from '#profile';
import {
  Await,
  DetailPage,
  Empty,
  icons,
  Loading,
  Page,
  Panel,
  useFormat,
  useLabel,
  useNow,
  useRight,
  useSession,
  useTranslation,
} from '#shell';
import { useDeleteSegment, useSegment } from './api';
import { Definition } from './Definition';
import { ExportDialog } from './ExportDialog';
import { Growth } from './Growth';
import { Latest } from './Latest';
import { Members } from './Members';
import { RenameDialog } from './RenameDialog';
import { Size } from './Size';
import { SnapshotDialog } from './SnapshotDialog';

/** One segment: who it means, how it grew, who is in it, and what can be done with it. */
export function SegmentPage() {
  const { t } = useTranslation('segment');
  const { id = '' } = useParams();
  const query = useSegment(id);
  if (query.data) return <Segment segment={query.data} />;
  return (
    <Page title={t('title')} up={{ to: '/segments', label: t('title') }}>
      <Await query={query} loading={<Loading rows={10} />}>
        {() => null}
      </Await>
    </Page>
  );
}

function Segment({ segment }: { segment: SegmentView }) {
  const { t } = useTranslation('segment');
  const label = useLabel();
  const format = useFormat();
  const { company } = useSession();
  const now = useNow(true, 60_000);
  return (
    <DetailPage
      title={label(segment.label)}
      up={{ to: '/segments', label: t('title') }}
      asOf={company.asOf}
      actions={<Actions segment={segment} />}
      facts={[
        { label: t('column.size'), value: <Size segment={segment} /> },
        { label: t('column.kind'), value: t(`kind.${segment.kind}`) },
        {
          label: t('column.changed'),
          value: (
            <span title={format.moment(segment.changedAt)}>
              {format.ago(segment.changedAt, now)}
            </span>
          ),
        },
        { label: t('column.owner'), value: label(segment.owner) || '—' },
      ]}
    >
      <Definition segment={segment} />
      {segment.kind === 'dynamic' && <LeftOutNote />}
      {segment.counting ? (
        <Panel>
          <Empty title={t('counting.title')} text={t('counting.text')} />
        </Panel>
      ) : (
        <>
          <Growth segment={segment} />
          <Latest segment={segment} />
          <SegmentLikeness trait={`segment/${segment.id}`} />
          <Members segment={segment} />
        </>
      )}
    </DetailPage>
  );
}

function Actions({ segment }: { segment: SegmentView }) {
  const { t } = useTranslation('segment');
  const label = useLabel();
  const navigate = useNavigate();
  const { modal, message } = App.useApp();
  const [exports, setExports] = useState(false);
  const [renames, setRenames] = useState(false);
  const [snaps, setSnaps] = useState(false);
  const remove = useDeleteSegment(segment.id);
  const [mayDefine, mayExport, maySend] = [
    useRight('DEFINE'),
    useRight('EXPORT'),
    useRight('SEND'),
  ];
  const here = `/segments/${encodeURIComponent(segment.id)}`;
  const askDelete = () => {
    void modal.confirm({
      title: t('delete.ask', { label: label(segment.label) }),
      content: t('delete.text'),
      okText: t('delete.yes'),
      okButtonProps: { danger: true },
      cancelText: t('cancel'),
      onOk: async () => {
        try {
          await remove.mutateAsync();
          await navigate('/segments');
        } catch (error) {
          // Used elsewhere, or no right: the server says which.
          void message.error(error instanceof Error ? error.message : String(error), 8);
        }
      },
    });
  };
  const items: MenuProps['items'] = [
    ...(segment.kind === 'dynamic' && !segment.counting
      ? [{ key: 'snapshot', label: t('action.snapshot'), onClick: () => setSnaps(true) }]
      : []),
    { key: 'rename', label: t('action.rename'), onClick: () => setRenames(true) },
    { key: 'delete', label: t('action.delete'), danger: true, onClick: askDelete },
  ];
  return (
    <>
      {maySend && (
        <Link to={`/campaigns/new?segment=${encodeURIComponent(segment.id)}`}>
          <Button type="primary">{t('action.campaign')}</Button>
        </Link>
      )}
      {!segment.counting && (
        <Link to={reportOf(segment.id)}>
          <Button>{t('action.report')}</Button>
        </Link>
      )}
      {mayDefine && segment.condition && (
        <Link to={`${here}/edit`}>
          <Button>{t('action.edit')}</Button>
        </Link>
      )}
      {mayExport && (
        <Button disabled={segment.counting} onClick={() => setExports(true)}>
          {t('action.export')}
        </Button>
      )}
      {mayDefine && (
        <Dropdown trigger={['click']} menu={{ items }}>
          <Button aria-label={t('action.more')} icon={<icons.more size={16} />} />
        </Dropdown>
      )}
      <ExportDialog segment={segment} open={exports} onClose={() => setExports(false)} />
      <SnapshotDialog segment={segment} open={snaps} onClose={() => setSnaps(false)} />
      <RenameDialog segment={segment} open={renames} onClose={() => setRenames(false)} />
    </>
  );
}

/** The report about those who are in a segment. */
const reportOf = (id: string): string => {
  const who = inAddress({ type: 'holds', trait: `segment/${id}`, op: 'EQ', value: true });
  return `/report?who=${encodeURIComponent(who)}`;
};
