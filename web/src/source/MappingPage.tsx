import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Entity, FileLook, Mapping } from '#api';
import { Await, Complaint, DetailPage, isOver, Panel, RunProgress, useRun } from '#shell';
import { useLanded, useMapping, useRemap, useSourceNames, useStandard } from './api';
import { gaps } from './wizard/job';
import { MappingForm } from './wizard/MappingForm';
import { saveMapping } from './wizard/MappingFile';

/** What the columns of a feed mean, to be changed after it has landed. */
export function MappingPage() {
  const { t } = useTranslation('source');
  const { source = '', feed = '' } = useParams();
  const sourceName = useSourceNames();
  const mapping = useMapping(source, feed);
  const landed = useLanded(source, feed);
  const standard = useStandard();
  return (
    <DetailPage
      title={t('remap.title', { source: sourceName(source) })}
      lead={t('remap.lead')}
      up={{ to: '/sources', label: t('title') }}
      actions={
        mapping.data && (
          <Button onClick={() => saveMapping(mapping.data)}>{t('remap.download')}</Button>
        )
      }
    >
      <Await query={mapping}>
        {(held) => (
          <Await query={landed}>
            {(look) => (
              <Await query={standard}>
                {(entities) => <Editor held={held} look={look} standard={entities} />}
              </Await>
            )}
          </Await>
        )}
      </Await>
    </DetailPage>
  );
}

function Editor({ held, look, standard }: { held: Mapping; look: FileLook; standard: Entity[] }) {
  const { t } = useTranslation('source');
  const [changed, setChanged] = useState<Mapping | null>(null);
  const remap = useRemap();
  const run = useRun(remap.data ?? null);
  const mapping = changed ?? held;
  const mandatory = (entity: string) =>
    standard
      .find((one) => one.name === entity)
      ?.fields.filter((field) => field.mandatory)
      .map((field) => field.key) ?? [];
  const working = remap.isPending || (run.data !== undefined && !isOver(run.data));
  return (
    <>
      <MappingForm
        mapping={mapping}
        look={look}
        standard={standard}
        settled
        onChange={(next) => {
          remap.reset();
          setChanged(next);
        }}
      />
      <Panel title={t('remap.save')} text={t('remap.saveText')}>
        {remap.error && <Complaint error={remap.error} />}
        {run.data && <RunProgress run={run.data} title={false} />}
        {run.data?.state === 'done' && (
          <Alert type="success" showIcon style={{ margin: '12px 0' }} title={t('remap.done')} />
        )}
        <Button
          type="primary"
          style={{ marginTop: 12 }}
          disabled={changed === null || gaps(mapping, mandatory).length > 0}
          loading={working}
          onClick={() => remap.mutate(mapping, { onSuccess: () => setChanged(mapping) })}
        >
          {t('remap.yes')}
        </Button>
      </Panel>
    </>
  );
}
