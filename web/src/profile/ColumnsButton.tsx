import { Button, Popover, Select } from 'antd';
import { useTranslation } from '#shell';
import { USUAL } from './filters';
import css from './profile.module.css';
import { useColumnChoices, useMoreColumns } from './useMoreColumns';

/** Which columns the list has, and in which order; the keyboard does all of it. */
export function ColumnsButton({
  columns,
  onChange,
}: {
  columns: string[] | null;
  onChange: (columns: string[] | null) => void;
}) {
  const { t } = useTranslation('profile');
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('columns.title')}
      content={<Columns columns={columns ?? [...USUAL]} onChange={onChange} />}
    >
      <Button>{t('columns.button')}</Button>
    </Popover>
  );
}

function Columns({
  columns,
  onChange,
}: {
  columns: string[];
  onChange: (columns: string[] | null) => void;
}) {
  const { t } = useTranslation('profile');
  const more = useMoreColumns();
  const groups = useColumnChoices();
  const isUsual = (key: string) => (USUAL as readonly string[]).includes(key);
  const named = (key: string): string => (isUsual(key) ? t(`column.${key}`) : more(key).name);
  const move = (at: number, by: number) => {
    const next = [...columns];
    const [moved] = next.splice(at, 1);
    if (moved !== undefined) next.splice(at + by, 0, moved);
    onChange(next);
  };
  const unused = USUAL.filter((key) => !columns.includes(key));
  const options: { label: string; options: { value: string; label: string }[] }[] = [
    ...(unused.length > 0
      ? [
          {
            label: t('columns.usual'),
            options: unused.map((key) => ({ value: key, label: t(`column.${key}`) })),
          },
        ]
      : []),
    ...groups.map((group) => ({
      label: t(`columns.${group.label}`),
      options: group.options.filter((one) => !columns.includes(one.value)),
    })),
  ].filter((group) => group.options.length > 0);
  return (
    <div className={css.columns}>
      <ol>
        {columns.map((key, i) => (
          <li key={key}>
            <span>{named(key)}</span>
            <Button
              type="text"
              size="small"
              disabled={i <= 1}
              aria-label={`${t('columns.up')} ${named(key)}`}
              onClick={() => move(i, -1)}
            >
              ↑
            </Button>
            <Button
              type="text"
              size="small"
              disabled={i === 0 || i === columns.length - 1}
              aria-label={`${t('columns.down')} ${named(key)}`}
              onClick={() => move(i, 1)}
            >
              ↓
            </Button>
            <Button
              type="text"
              size="small"
              disabled={i === 0}
              aria-label={`${t('columns.remove')} ${named(key)}`}
              onClick={() => onChange(columns.filter((other) => other !== key))}
            >
              ✕
            </Button>
          </li>
        ))}
      </ol>
      <Select<string>
        value={null}
        placeholder={t('columns.add')}
        aria-label={t('columns.add')}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={options}
        onChange={(key) => onChange([...columns, key])}
      />
      <Button size="small" onClick={() => onChange(null)}>
        {t('columns.reset')}
      </Button>
    </div>
  );
}
