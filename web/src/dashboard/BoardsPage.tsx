import { Button, Input, Modal, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Await, Complaint, DataFirst, Empty, ListPage, useRight, useTranslation } from '#shell';
import { useAddBoard, useBoards } from './api';
import css from './dashboard.module.css';
import { Gallery } from './Gallery';

/** 看板: every board, and a new one. */
export function BoardsPage() {
  const { t } = useTranslation('dashboard');
  const mayDefine = useRight('DEFINE');
  const query = useBoards();
  const [adds, setAdds] = useState(false);
  const create = mayDefine && (
    <Button type="primary" onClick={() => setAdds(true)}>
      {t('list.create')}
    </Button>
  );
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      actions={query.data && query.data.length > 0 && create}
    >
      <Await query={query}>
        {(boards) =>
          boards.length === 0 ? (
            <Empty
              title={t('empty.title')}
              text={t('empty.text')}
              action={<DataFirst>{create}</DataFirst>}
            />
          ) : (
            <Gallery boards={boards} />
          )
        }
      </Await>
      {adds && <NewBoard onClose={() => setAdds(false)} />}
    </ListPage>
  );
}

function NewBoard({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('dashboard');
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const input = useRef<InputRef>(null);
  const add = useAddBoard();
  const save = () => {
    if (name.trim() === '' || add.isPending) return;
    add.mutate(
      { label: name.trim(), tiles: [] },
      { onSuccess: ({ id }) => void navigate(`/boards/${encodeURIComponent(id)}`) },
    );
  };
  return (
    <Modal
      open
      title={t('list.create')}
      okText={t('create.yes')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: name.trim() === '', loading: add.isPending }}
      onOk={save}
      onCancel={onClose}
      afterOpenChange={(open) => open && input.current?.focus()}
    >
      <div className={css.dialog}>
        <label htmlFor="board-name">{t('create.name')}</label>
        <Input
          id="board-name"
          ref={input}
          value={name}
          maxLength={60}
          placeholder={t('create.example')}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={save}
        />
        <Complaint error={add.error} />
      </div>
    </Modal>
  );
}
