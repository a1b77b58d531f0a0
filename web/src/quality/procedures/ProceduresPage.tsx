import { App, Button, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import type { Procedure } from '#api';
import {
  Await,
  Complaint,
  Empty,
  icons,
  ListPage,
  Panel,
  useFormat,
  useLabel,
  useRightOverAll,
  useTranslation,
} from '#shell';
import { useDeleteProcedure, useProcedures, useReady, useSaveProcedure } from './api';
import { ProcedureDialog } from './ProcedureDialog';
import css from './procedures.module.css';
import { Due, Steps, What } from './Steps';

/** 标准流程: what is done in a set way, by whom and by when, and that it was done. */
export function ProceduresPage() {
  const { t } = useTranslation('quality');
  const mayWrite = useRightOverAll('DEFINE');
  const [writing, setWriting] = useState(false);
  const create = mayWrite && (
    <Button type="primary" onClick={() => setWriting(true)}>
      {t('procedures.create')}
    </Button>
  );
  return (
    <ListPage
      title={t('procedures.title')}
      lead={t('procedures.lead')}
      up={{ to: '/quality', label: t('title') }}
      actions={create}
    >
      <Await query={useProcedures()}>
        {(procedures) => (
          <>
            {procedures.map((one) => (
              <One key={one.id} procedure={one} mayWrite={mayWrite} />
            ))}
            {procedures.length === 0 && !mayWrite && (
              <Empty
                picture={<icons.quality size={56} />}
                title={t('procedures.none')}
                text={t('procedures.noneText')}
              />
            )}
            {procedures.length === 0 && mayWrite && <Ready />}
          </>
        )}
      </Await>
      {writing && <ProcedureDialog procedure={undefined} onClose={() => setWriting(false)} />}
    </ListPage>
  );
}

/** One that a newcomer can adopt as it is. */
function Ready() {
  const { t } = useTranslation('quality');
  const label = useLabel();
  const format = useFormat();
  const { message } = App.useApp();
  const { data } = useReady(true);
  const save = useSaveProcedure();
  if (!data) return null;
  const adopt = () =>
    save.mutate(
      {
        label: data.label.zh,
        english: data.label.en,
        again: 'WEEKLY',
        steps: data.steps.map(({ what, place }) => ({ what: label(what), place, due: data.due })),
      },
      { onSuccess: () => void message.success(t('procedures.adopted')) },
    );
  return (
    <Panel
      title={label(data.label)}
      text={t('procedures.readyText', { day: format.day(data.due) })}
      extra={
        <Button loading={save.isPending} onClick={adopt}>
          {t('procedures.adopt')}
        </Button>
      }
    >
      <ol className={css.steps}>
        {data.steps.map(({ what }) => (
          <li key={what.zh}>{label(what)}</li>
        ))}
      </ol>
      <Complaint error={save.error} />
    </Panel>
  );
}

function One({ procedure, mayWrite }: { procedure: Procedure; mayWrite: boolean }) {
  const { t } = useTranslation('quality');
  const label = useLabel();
  const format = useFormat();
  const [writing, setWriting] = useState(false);
  const remove = useDeleteProcedure();
  return (
    <Panel
      title={
        <>
          {label(procedure.label)} <Tag>{t(`procedures.agains.${procedure.again}`)}</Tag>
          {procedure.done && <Tag color="green">{t('procedures.done')}</Tag>}
        </>
      }
      extra={
        mayWrite && (
          <span className={css.acts}>
            <Button size="small" onClick={() => setWriting(true)}>
              {t('procedures.edit')}
            </Button>
            <Popconfirm
              title={t('procedures.deleteAsk')}
              okText={t('rules.delete')}
              cancelText={t('rules.keep')}
              onConfirm={() => remove.mutate(procedure.id)}
            >
              <Button size="small" type="text">
                {t('rules.delete')}
              </Button>
            </Popconfirm>
          </span>
        )
      }
    >
      <Steps procedure={procedure} />
      {procedure.past.length > 0 && (
        <details className={css.past}>
          <summary>{t('procedures.past', { n: format.full(procedure.past.length) })}</summary>
          {procedure.past.map((round, i) => (
            <ol key={i} className={css.steps}>
              {round.steps.map((step) => (
                <li key={step.step}>
                  <What step={step} />
                  <Due step={step} />
                </li>
              ))}
            </ol>
          ))}
        </details>
      )}
      <Complaint error={remove.error} />
      {writing && <ProcedureDialog procedure={procedure} onClose={() => setWriting(false)} />}
    </Panel>
  );
}
