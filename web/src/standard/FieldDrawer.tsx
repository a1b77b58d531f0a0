import { Button, Drawer, Popconfirm } from 'antd';
import { Link } from 'react-router';
import type { FieldInfo, FieldUse } from '#api';
import {
  Await,
  Complaint,
  Facts,
  useFormat,
  useLabel,
  useRightOverAll,
  useTranslation,
} from '#shell';
import { useRetire, useUses } from './api';
import { columnOf } from './entered';
import { typeOf } from './guess';
import css from './standard.module.css';

interface Props {
  info: FieldInfo;
  rows: number;
  onEdit: () => void;
  onClose: () => void;
}

/** All of one field: what it means, where it comes from, what speaks of it. */
export function FieldDrawer({ info, rows, onEdit, onClose }: Props) {
  const { t } = useTranslation('standard');
  const label = useLabel();
  const format = useFormat();
  const mayDefine = useRightOverAll('DEFINE');
  const { field, own } = info;
  const retire = useRetire(columnOf(field.key));
  const uses = useUses(field.key);
  const type = typeOf(info);
  return (
    <Drawer
      open
      size={480}
      title={label(field.label)}
      onClose={onClose}
      extra={
        own && mayDefine && !own.retired && <Button onClick={onEdit}>{t('drawer.edit')}</Button>
      }
    >
      <Facts
        facts={[
          { label: t('type'), value: t(`typeOf.${type}`) },
          { label: t('key'), value: <code>{field.key}</code> },
          { label: t('care'), value: t(`careOf.${field.sensitivity}`) },
          {
            label: t('filled'),
            value:
              rows === 0
                ? '—'
                : t('filledOf', { n: format.full(info.filled), rows: format.full(rows) }),
          },
        ]}
      />
      {own?.description && (
        <>
          <h3 className={css.section}>{t('drawer.meaning')}</h3>
          <p>{own.description}</p>
        </>
      )}
      <h3 className={css.section}>{t('drawer.format')}</h3>
      <p className={css.quiet}>
        {[
          t(`format.${type}`),
          own?.unit && `${t('drawer.unit')} ${own.unit}`,
          field.mandatory && t(own ? 'drawer.mustYes' : 'drawer.mustShipped'),
          own?.steward && `${t('steward')} ${own.steward}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {field.codes.length > 0 && (
        <>
          <h3 className={css.section}>{t('drawer.codes')}</h3>
          <ul className={css.list}>
            {field.codes.map((code) => (
              <li key={code.value}>
                <span>{label(code.label)}</span>
                <span className={css.quiet}>{code.value}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className={css.section}>{t('drawer.columns')}</h3>
      {info.columns.length === 0 ? (
        <p className={css.quiet}>{t('drawer.noColumns')}</p>
      ) : (
        <ul className={css.list}>
          {info.columns.map((column) => (
            <li key={`${column.source}/${column.feed}`}>
              {mayDefine ? (
                <Link to={`/sources/${column.source}/${column.feed}`}>{label(column.label)}</Link>
              ) : (
                <span>{label(column.label)}</span>
              )}
              <span className={css.quiet}>{column.column}</span>
            </li>
          ))}
        </ul>
      )}
      <h3 className={css.section}>{t('drawer.uses')}</h3>
      <Await query={uses}>{(found) => <Uses uses={found} />}</Await>
      {own && mayDefine && (
        <div style={{ marginTop: 24 }}>
          {own.retired ? (
            <Button loading={retire.isPending} onClick={() => retire.mutate(false)}>
              {t('drawer.restore')}
            </Button>
          ) : (
            <Popconfirm
              title={t('drawer.retireAsk')}
              okText={t('drawer.retireYes')}
              cancelText={t('drawer.cancel')}
              onConfirm={() => retire.mutate(true)}
            >
              <Button danger loading={retire.isPending}>
                {t('drawer.retire')}
              </Button>
            </Popconfirm>
          )}
          <Complaint error={retire.error} />
        </div>
      )}
    </Drawer>
  );
}

const KINDS: Partial<Record<string, (key: string) => string>> = {
  tag: (key) => `/tags/${key}`,
  segment: (key) => `/segments/${key}`,
  board: (key) => `/boards/${key}`,
  campaign: (key) => `/campaigns/${key}`,
};

/** Tags, segments, boards; the mappings stand above as columns. */
function Uses({ uses }: { uses: FieldUse[] }) {
  const { t } = useTranslation('standard');
  const label = useLabel();
  const shown = uses.filter((use) => use.kind !== 'mapping');
  if (shown.length === 0) return <p className={css.quiet}>{t('drawer.noUses')}</p>;
  return (
    <ul className={css.list}>
      {shown.map((use) => {
        const to = KINDS[use.kind]?.(use.key);
        return (
          <li key={`${use.kind}/${use.key}`}>
            {to ? <Link to={to}>{label(use.label)}</Link> : <span>{label(use.label)}</span>}
            <span className={css.quiet}>{t(`kind.${to ? use.kind : 'other'}`)}</span>
          </li>
        );
      })}
    </ul>
  );
}
