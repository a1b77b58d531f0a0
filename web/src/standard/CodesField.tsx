import { Button, Form, Input } from 'antd';
import { useTranslation } from '#shell';
import css from './standard.module.css';

/** The choices of a field, a line each: what it is called, and by which code it is kept. */
export function CodesField() {
  const { t } = useTranslation('standard');
  return (
    <Form.Item label={t('form.codes')} extra={t('form.codesText')}>
      <Form.List name="codes">
        {(lines, { add, remove }) => (
          <>
            {lines.map((line, i) => (
              <div key={line.key} className={css.code}>
                <Form.Item
                  name={[line.name, 'zh']}
                  rules={[{ required: true, whitespace: true, message: t('form.codeMissing') }]}
                >
                  <Input
                    maxLength={40}
                    placeholder={t('form.codeZh')}
                    aria-label={`${t('form.codeZh')} ${i + 1}`}
                  />
                </Form.Item>
                <Form.Item name={[line.name, 'en']}>
                  <Input
                    maxLength={40}
                    placeholder={t('form.codeEn')}
                    aria-label={`${t('form.codeEn')} ${i + 1}`}
                  />
                </Form.Item>
                <Form.Item name={[line.name, 'value']}>
                  <Input
                    maxLength={40}
                    placeholder={`${t('form.code')} · ${t('form.codeHint')}`}
                    aria-label={`${t('form.code')} ${i + 1}`}
                  />
                </Form.Item>
                <Button
                  type="text"
                  aria-label={t('form.removeCode', { n: i + 1 })}
                  onClick={() => remove(line.name)}
                >
                  ×
                </Button>
              </div>
            ))}
            <Button size="small" onClick={() => add({ zh: '', en: '', value: '' })}>
              {t('form.addCode')}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
