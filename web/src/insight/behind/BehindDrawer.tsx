import { Button, Drawer, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Insight, Mark } from '#api';
import { CustomersTable } from '#profile';
import { Await, Complaint, Empty, Loading, useFormat, useRight, useTranslation } from '#shell';
import { useBehind, useKeep } from '../api';
import css from '../insight.module.css';

const PAGE = 20;
/** As long as the name of a segment may be. */
const LONGEST_NAME = 60;

interface Props {
  insight: Insight;
  mark: Mark;
  /** Which number it is: 2026年5月 · 销售额. */
  title: string;
  /** The number itself, as the chart writes it. */
  value: string;
  /** What of the number is not customers. */
  note?: ReactNode;
  onClose: () => void;
}

/** The customers behind a number, and the way to keep them as a segment. */
export function BehindDrawer({ insight, mark, title, value, note, onClose }: Props) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const mayDefine = useRight('DEFINE');
  const [offset, setOffset] = useState(0);
  const [keeps, setKeeps] = useState(false);
  const query = useBehind(insight, mark, offset, PAGE);
  const total = query.data?.total;
  return (
    <Drawer
      open
      size={1120}
      title={title}
      onClose={onClose}
      extra={
        mayDefine &&
        total !== undefined &&
        total > 0 && (
          <Button type="primary" onClick={() => setKeeps(true)}>
            {t('keep.open')}
          </Button>
        )
      }
    >
      <dl className={css.behind}>
        <div>
          <dt>{t('behind.figure')}</dt>
          <dd>{value}</dd>
        </div>
        <div>
          <dt>{t('behind.customers')}</dt>
          <dd aria-live="polite">{total === undefined ? '…' : format.full(total)}</dd>
        </div>
      </dl>
      {note && <p className={css.behindNote}>{note}</p>}
      <Await query={query} loading={<Loading rows={8} />}>
        {(page) => (
          <CustomersTable
            rows={page.rows}
            loading={query.isPlaceholderData}
            page={{ offset, limit: PAGE, total: page.total, onChange: setOffset }}
            empty={<Empty title={t('behind.none')} text={t('behind.noneText')} />}
          />
        )}
      </Await>
      {keeps && total !== undefined && (
        <KeepDialog
          insight={insight}
          mark={mark}
          suggested={title.slice(0, LONGEST_NAME)}
          total={total}
          onClose={() => setKeeps(false)}
        />
      )}
    </Drawer>
  );
}

/** Gives the list a name, keeps it, and leads to its page. */
function KeepDialog({
  insight,
  mark,
  suggested,
  total,
  onClose,
}: {
  insight: Insight;
  mark: Mark;
  suggested: string;
  total: number;
  onClose: () => void;
}) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const navigate = useNavigate();
  const [name, setName] = useState(suggested);
  const keep = useKeep();
  const label = name.trim();
  const save = () => {
    if (label === '' || keep.isPending) return;
    keep.mutate(
      { label, insight, mark },
      { onSuccess: ({ id }) => void navigate(`/segments/${encodeURIComponent(id)}`) },
    );
  };
  return (
    <Modal
      open
      title={t('keep.title')}
      okText={t('keep.yes')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: label === '', loading: keep.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className={css.dialog}>
        <label htmlFor="keep-name">{t('keep.name')}</label>
        <Input
          id="keep-name"
          value={name}
          maxLength={LONGEST_NAME}
          showCount
          onChange={(event) => setName(event.target.value)}
          onPressEnter={save}
        />
        <p className={css.hint}>{t('keep.text', { n: format.full(total) })}</p>
        <Complaint error={keep.error} />
      </div>
    </Modal>
  );
}
