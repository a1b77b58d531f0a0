import { AutoComplete, Modal } from 'antd';
import { useId, useState } from 'react';
import { Complaint, useLabel, useTranslation } from '#shell';
import { useTags } from './api';
import { flat, shelves, typed, written } from './category';

interface Props {
  title: string;
  text: string;
  /** Where it stands now. */
  category: string;
  pending: boolean;
  error: Error | null;
  onMove: (category: string) => void;
  onClose: () => void;
}

/** Asks where a tag, or a category with all that is in it, is to stand in the library. */
export function CategoryDialog({ title, text, category, pending, error, onMove, onClose }: Props) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const id = useId();
  const { data } = useTags();
  const roots = shelves(data ?? [], label);
  const [path, setPath] = useState(() => written(category, roots));
  const chosen = typed(path, roots);
  return (
    <Modal
      open
      title={title}
      okText={t('category.move')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: pending, disabled: chosen === '' || chosen === category }}
      onOk={() => onMove(chosen)}
      onCancel={onClose}
    >
      <p>{text}</p>
      <label htmlFor={id}>{t('category.path')}</label>
      <AutoComplete
        id={id}
        value={path}
        style={{ width: '100%', marginTop: 4 }}
        options={flat(roots).map((one) => ({ value: written(one.path, roots) }))}
        showSearch={{ filterOption: (input, option) => option?.value.includes(input) ?? false }}
        onChange={setPath}
      />
      <Complaint error={error} />
    </Modal>
  );
}
