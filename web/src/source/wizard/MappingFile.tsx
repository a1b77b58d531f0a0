import { App, Button, Dropdown } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { save, type Mapping } from '#api';
import { filled, isMapping, unknownColumns, type Job } from './job';

/** The mapping as a file: to keep, to hand to a colleague, to import by the command line. */
export function MappingFile({
  job,
  mapping,
  onLoad,
}: {
  job: Job;
  mapping: Mapping;
  onLoad: (mapping: Mapping) => void;
}) {
  const { t } = useTranslation('source');
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);

  const load = async (file: File) => {
    let found: unknown;
    try {
      found = JSON.parse(await file.text());
    } catch {
      found = null;
    }
    if (!isMapping(found)) {
      message.error(t('file.notMapping'));
      return;
    }
    const strange = job.upload ? unknownColumns(found, job.upload.look) : [];
    onLoad({ ...filled(found), layout: mapping.layout });
    if (strange.length > 0)
      message.warning(t('file.strange', { columns: strange.join(t('comma')) }));
    else message.success(t('file.loaded'));
  };

  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="topLeft"
        menu={{
          items: [
            { key: 'save', label: t('file.save'), onClick: () => saveMapping(mapping) },
            { key: 'load', label: t('file.load'), onClick: () => input.current?.click() },
          ],
        }}
      >
        <Button type="text">{t('file.menu')}</Button>
      </Dropdown>
      <input
        ref={input}
        type="file"
        accept=".json"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void load(file);
        }}
      />
    </>
  );
}

export function saveMapping(mapping: Mapping): void {
  const text = `${JSON.stringify(mapping, null, 2)}\n`;
  save(new Blob([text], { type: 'application/json' }), `${mapping.source}-${mapping.feed}.json`);
}
