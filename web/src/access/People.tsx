import { Button, Popconfirm, Space, Tag } from 'antd';
import { useState } from 'react';
import type { Person } from '#api';
import {
  Await,
  Complaint,
  DataTable,
  Panel,
  useFormat,
  useNow,
  useSession,
  useTranslation,
  type Col,
} from '#shell';
import css from './access.module.css';
import { useNewLink, usePeople, useSwitch } from './api';
import { LinkDialog, type Door } from './LinkDialog';
import { RightsDialog } from './RightsDialog';
import { ScopeWords } from './ScopeWords';

/** 成员: who may come in, as what, over which customers. */
export function People() {
  const { t } = useTranslation('access');
  const query = usePeople();
  const [edited, setEdited] = useState<Person | 'new'>();
  const [door, setDoor] = useState<Door>();
  const link = useNewLink();
  const toggle = useSwitch();
  const invite = (person: Person) =>
    link.mutate(person, { onSuccess: (made) => setDoor({ name: person.name, link: made }) });
  return (
    <Panel
      title={t('people.title')}
      text={t('people.text')}
      extra={
        <Button type="primary" onClick={() => setEdited('new')}>
          {t('people.add')}
        </Button>
      }
      flush
    >
      {(link.error ?? toggle.error) && (
        <div className={css.complaint}>
          <Complaint error={link.error ?? toggle.error} />
        </div>
      )}
      <Await query={query}>
        {(people) => (
          <PeopleTable
            people={people}
            onEdit={setEdited}
            onLink={invite}
            onSwitch={(person) => toggle.mutate(person)}
          />
        )}
      </Await>
      <RightsDialog
        key={typeof edited === 'object' ? edited.id : edited}
        person={edited}
        onClose={() => setEdited(undefined)}
        onInvited={(invited) => {
          setEdited(undefined);
          setDoor({ name: invited.user.name, link: invited.link });
        }}
      />
      <LinkDialog door={door} onClose={() => setDoor(undefined)} />
    </Panel>
  );
}

function PeopleTable({
  people,
  onEdit,
  onLink,
  onSwitch,
}: {
  people: Person[];
  onEdit: (person: Person) => void;
  onLink: (person: Person) => void;
  onSwitch: (person: Person) => void;
}) {
  const { t } = useTranslation('access');
  const format = useFormat();
  const now = useNow(true, 60_000);
  const me = useSession().user.id;
  const columns: Col<Person>[] = [
    {
      key: 'name',
      title: t('column.name'),
      width: 180,
      render: (one) => (
        <span className={one.disabled ? css.gone : undefined}>
          {one.name}
          {one.id === me && <span className={css.me}> {t('people.me')}</span>}
        </span>
      ),
    },
    { key: 'role', title: t('column.role'), width: 130, render: (one) => t(`role.${one.role}`) },
    {
      key: 'scope',
      title: t('column.scope'),
      render: (one) => <ScopeWords where={one.customers} />,
    },
    {
      key: 'state',
      title: t('column.state'),
      width: 200,
      render: (one) =>
        one.disabled ? (
          <Tag>{t('state.disabled')}</Tag>
        ) : one.id === me ? (
          t('state.now')
        ) : one.lastLoginAt ? (
          <span title={format.moment(one.lastLoginAt)}>
            {t('state.lastLogin', { when: format.ago(one.lastLoginAt, now) })}
          </span>
        ) : (
          <Tag color="warning">{t('state.invited')}</Tag>
        ),
    },
    {
      key: 'actions',
      title: t('column.actions'),
      width: 340,
      card: 'wide',
      render: (one) => (
        <Space size={0} className={css.acts} wrap>
          <Button type="link" size="small" onClick={() => onEdit(one)}>
            {t('people.edit')}
          </Button>
          {!one.disabled && (
            <Button type="link" size="small" onClick={() => onLink(one)}>
              {t('people.link')}
            </Button>
          )}
          {one.id !== me && <Switch person={one} onSwitch={() => onSwitch(one)} />}
        </Space>
      ),
    },
  ];
  return (
    <DataTable<Person>
      rows={people}
      columns={columns}
      rowKey={(one) => one.id}
      minWidth={1020}
      label={t('people.title')}
      bare
    />
  );
}

/** Locking somebody out asks first; letting them in again does not. */
function Switch({ person, onSwitch }: { person: Person; onSwitch: () => void }) {
  const { t } = useTranslation('access');
  if (person.disabled)
    return (
      <Button type="link" size="small" onClick={onSwitch}>
        {t('people.enable')}
      </Button>
    );
  return (
    <Popconfirm
      title={t('people.disableAsk', { name: person.name })}
      description={t('people.disableText')}
      okText={t('people.disable')}
      okButtonProps={{ danger: true }}
      placement="topRight"
      cancelText={t('cancel')}
      onConfirm={onSwitch}
    >
      <Button type="link" size="small" danger>
        {t('people.disable')}
      </Button>
    </Popconfirm>
  );
}
