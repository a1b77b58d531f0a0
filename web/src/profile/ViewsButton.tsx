import { App, Button, Checkbox, Input, Popover } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CustomerView } from '#api';
import { Complaint, useLabel, useRight, useTranslation } from '#shell';
import { useForgetView, useKeepView, useViews } from './api';
import css from './profile.module.css';

/** The kept ways of looking at the list, and keeping the one at hand. */
export function ViewsButton() {
  const { t } = useTranslation('profile');
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      title={t('views.title')}
      content={<Views onDone={() => setOpen(false)} />}
    >
      <Button>{t('views.button')}</Button>
    </Popover>
  );
}

function Views({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('profile');
  const { message } = App.useApp();
  const mayShare = useRight('DEFINE');
  const [search, setSearch] = useSearchParams();
  const query = useViews();
  const keep = useKeepView();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = () => {
    const address = new URLSearchParams(search);
    address.delete('offset');
    keep.mutate(
      { label: name.trim(), address: address.toString(), shared },
      {
        onSuccess: () => {
          setName('');
          void message.success(t('views.saved'));
        },
      },
    );
  };
  return (
    <div className={css.columns}>
      {query.data?.length === 0 && <p className={css.found}>{t('views.none')}</p>}
      <ol>
        {query.data?.map((view) => (
          <View
            key={view.id}
            view={view}
            onOpen={() => {
              setSearch(new URLSearchParams(view.address));
              onDone();
            }}
          />
        ))}
      </ol>
      <Input
        value={name}
        maxLength={60}
        placeholder={t('views.name')}
        aria-label={t('views.name')}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={() => name.trim() !== '' && save()}
      />
      {mayShare && (
        <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
          {t('views.shared')}
        </Checkbox>
      )}
      <Complaint error={keep.error ?? query.error} />
      <Button type="primary" disabled={name.trim() === ''} loading={keep.isPending} onClick={save}>
        {t('views.save')}
      </Button>
    </div>
  );
}

function View({ view, onOpen }: { view: CustomerView; onOpen: () => void }) {
  const { t } = useTranslation('profile');
  const label = useLabel();
  const { message } = App.useApp();
  const mayAll = useRight('ADMIN');
  const forget = useForgetView();
  const remove = () =>
    forget.mutate(view.id, { onError: (error) => void message.error(error.message, 6) });
  return (
    <li>
      <Button type="link" size="small" className={css.viewName} onClick={onOpen}>
        {label(view.label)}
      </Button>
      <small>{view.shared ? t('views.of', { owner: label(view.owner) }) : t('views.own')}</small>
      {(view.own || mayAll) && (
        <Button
          type="text"
          size="small"
          loading={forget.isPending}
          aria-label={`${t('views.forget')} ${label(view.label)}`}
          onClick={remove}
        >
          ✕
        </Button>
      )}
    </li>
  );
}
