import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Entity, FileLook, LookColumn, Mapping, StandardField } from '#api';
import { DataTable, useLabel } from '#shell';
import { NewField } from '#standard';
import { relined } from './job';
import { TransformButton } from './TransformButton';
import css from './wizard.module.css';

interface Props {
  mapping: Mapping;
  look: FileLook;
  entities: Entity[];
  onChange: (mapping: Mapping) => void;
}

/** Column by column: what it holds, which field of the standard it is, whether it names the row. */
export function MapTable({ mapping, look, entities, onChange }: Props) {
  const { t } = useTranslation('source');
  const label = useLabel();
  const fields = new Map<string, StandardField>(
    entities.flatMap((entity) => entity.fields.map((field) => [field.key, field] as const)),
  );
  const lineOf = (column: LookColumn) => mapping.lines.find((line) => line.column === column.name);
  const options = entities.map((entity) => ({
    label: label(entity.label),
    options: entity.fields.map((field) => ({
      value: field.key,
      label: label(field.label) + (field.mandatory ? ` ${t('map.mandatory')}` : ''),
      search: `${field.label.zh} ${field.label.en} ${field.key}`.toLowerCase(),
    })),
  }));
  const toggleKey = (column: string, on: boolean) =>
    onChange({
      ...mapping,
      key: look.columns
        .map((one) => one.name)
        .filter((name) => (name === column ? on : mapping.key.includes(name))),
    });

  return (
    <DataTable<LookColumn>
      bare
      rows={look.columns}
      rowKey={(column) => column.name}
      label={t('map.columns')}
      columns={[
        {
          key: 'column',
          title: t('map.column'),
          width: '22%',
          card: 'title',
          render: (column) => <strong>{column.name}</strong>,
        },
        {
          key: 'examples',
          title: t('map.examples'),
          card: 'wide',
          render: (column) => (
            <span className={css.examples} title={column.examples.join('\n')}>
              {column.examples.length > 0
                ? column.examples.slice(0, 3).join(t('comma'))
                : t('map.empty')}
            </span>
          ),
        },
        {
          key: 'field',
          title: t('map.field'),
          width: 320,
          card: 'wide',
          render: (column) => {
            const line = lineOf(column);
            return (
              <span className={css.fieldChoice}>
                <Select<string>
                  style={{ flex: 1, minWidth: 0 }}
                  value={line?.field}
                  allowClear
                  placeholder={t('map.unused')}
                  aria-label={t('map.fieldOf', { column: column.name })}
                  options={options}
                  showSearch={{
                    filterOption: (typed, option) =>
                      ((option as { search?: string } | undefined)?.search ?? '').includes(
                        typed.toLowerCase(),
                      ),
                  }}
                  onChange={(field: string | undefined) =>
                    onChange(relined(mapping, column.name, field ?? null))
                  }
                />
                {!line && (
                  <NewField
                    column={column}
                    entities={entities.map((entity) => entity.name)}
                    onMade={(field) => onChange(relined(mapping, column.name, field))}
                  />
                )}
                {line && (
                  <TransformButton
                    line={line}
                    field={fields.get(line.field)}
                    examples={column.examples}
                    onChange={(transform) =>
                      onChange({
                        ...mapping,
                        lines: mapping.lines.map((one) =>
                          one === line ? { ...one, transform } : one,
                        ),
                      })
                    }
                  />
                )}
              </span>
            );
          },
        },
        {
          key: 'key',
          title: <span title={t('map.keyText')}>{t('map.key')}</span>,
          width: 100,
          render: (column) => (
            <Checkbox
              checked={mapping.key.includes(column.name)}
              aria-label={t('map.keyOf', { column: column.name })}
              onChange={(event) => toggleKey(column.name, event.target.checked)}
            />
          ),
        },
      ]}
    />
  );
}
