import { App, Checkbox, DatePicker, Input, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { CompletionLack, CompletionShare } from '#api';
import { Complaint, Loading, useFormat, useTranslation } from '#shell';
import { useFeedNames, useFieldNames, useSourceNames, useSources } from '#source';
import { usePeople } from '../upkeep/api';
import form from '../upkeep/upkeep.module.css';
import { useColumns, useGive, useShares } from './api';
import css from './completions.module.css';

/** Days until a task is due, unless somebody says otherwise. */
const USUAL_DAYS = 7;

/** Gives rows that lack a field to whoever typed them, or to somebody chosen. */
export function GiveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('quality');
  const { message } = App.useApp();
  const sourceName = useSourceNames();
  const feedName = useFeedNames();
  const fieldName = useFieldNames();
  const feeds = (useSources().data ?? []).flatMap((source) =>
    source.feeds.map((feed) => ({ source: source.source, ...feed })),
  );
  const [at, setAt] = useState<string>();
  const [field, setField] = useState<string>();
  const [typists, setTypists] = useState<string>();
  const [clean, setClean] = useState(false);
  const [due, setDue] = useState(dayjs().add(USUAL_DAYS, 'day').format('YYYY-MM-DD'));
  const [note, setNote] = useState('');
  const [who, setWho] = useState<Record<string, string | undefined>>({});
  const chosen = feeds.find((feed) => `${feed.source}/${feed.feed}` === at);
  const lack: CompletionLack | undefined =
    chosen && field
      ? { source: chosen.source, feed: chosen.feed, field, ...(typists ? { typists } : {}) }
      : undefined;
  const shares = useShares(lack);
  const columns = useColumns(chosen && { source: chosen.source, feed: chosen.feed });
  const people = usePeople();
  const give = useGive();
  const rowsOf = (share: CompletionShare) => share.quarantined + (clean ? share.clean : 0);
  const shown = (shares.data ?? []).filter((share) => rowsOf(share) > 0);
  const personOf = (share: CompletionShare) =>
    share.typist in who ? who[share.typist] : share.person;
  const given = lack
    ? shown.flatMap((share) => {
        const person = personOf(share);
        return person
          ? [{ lack, typist: share.typist, clean, who: person, due, note: note.trim() }]
          : [];
      })
    : [];
  return (
    <Modal
      open
      width={640}
      title={t('completions.give')}
      okText={t('completions.send', { n: given.length })}
      cancelText={t('correct.cancel')}
      okButtonProps={{ disabled: given.length === 0, loading: give.isPending }}
      onCancel={onClose}
      onOk={() =>
        give.mutate(given, {
          onSuccess: () => {
            void message.success(t('completions.sent'));
            onClose();
          },
        })
      }
    >
      <div className={form.form}>
        <p className={form.quiet}>{t('completions.giveText')}</p>
        <div className={css.two}>
          <label className={form.field}>
            <span>{t('feed')}</span>
            <Select
              value={at}
              placeholder={t('completions.chooseFeed')}
              options={feeds.map((feed) => ({
                value: `${feed.source}/${feed.feed}`,
                label: `${sourceName(feed.source)} · ${feedName(feed.source, feed.feed)}`,
              }))}
              onChange={(value: string) => {
                setAt(value);
                setField(undefined);
                setTypists(undefined);
                setWho({});
              }}
            />
          </label>
          <label className={form.field}>
            <span>{t('completions.field')}</span>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              disabled={!chosen}
              value={field}
              placeholder={t('rules.chooseField')}
              options={[...new Set(chosen?.mapping.lines.map((line) => line.field))].map((one) => ({
                value: one,
                label: fieldName(one),
              }))}
              onChange={setField}
            />
          </label>
          <label className={form.field}>
            <span>{t('completions.typists')}</span>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              disabled={!chosen}
              value={typists}
              placeholder={t('completions.noTypists')}
              options={(columns.data ?? []).map((one) => ({ value: one, label: one }))}
              onChange={(value: string | undefined) => {
                setTypists(value);
                setWho({});
              }}
            />
          </label>
          <label className={form.field}>
            <span>{t('completions.due')}</span>
            <DatePicker
              allowClear={false}
              value={dayjs(due)}
              minDate={dayjs()}
              onChange={(value) => value && setDue(value.format('YYYY-MM-DD'))}
            />
          </label>
        </div>
        <Checkbox checked={clean} onChange={(event) => setClean(event.target.checked)}>
          {t('completions.clean')}
        </Checkbox>
        <label className={form.field}>
          <span>{t('completions.note')}</span>
          <Input
            value={note}
            maxLength={500}
            placeholder={t('completions.noteHint')}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        {lack && shares.isPending && <Loading />}
        {shares.data && shown.length === 0 && (
          <p className={form.quiet}>{t('completions.nothing')}</p>
        )}
        {shown.length > 0 && (
          <ul className={css.shares}>
            {shown.map((share) => (
              <Line
                key={share.typist}
                share={share}
                rows={rowsOf(share)}
                people={people.data ?? []}
                person={personOf(share)}
                onChange={(person) => setWho((now) => ({ ...now, [share.typist]: person }))}
              />
            ))}
          </ul>
        )}
        <Complaint error={shares.error ?? people.error ?? give.error} />
      </div>
    </Modal>
  );
}

function Line({
  share,
  rows,
  people,
  person,
  onChange,
}: {
  share: CompletionShare;
  rows: number;
  people: { id: string; name: string }[];
  person: string | undefined;
  onChange: (person: string | undefined) => void;
}) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const typist = share.typist || t('completions.everybody');
  return (
    <li>
      <span>{typist}</span>
      <span>{t('completions.rows', { n: format.full(rows) })}</span>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={person}
        placeholder={t('completions.choosePerson')}
        aria-label={t('completions.personOf', { typist })}
        options={people.map((one) => ({ value: one.id, label: one.name }))}
        onChange={onChange}
      />
    </li>
  );
}
