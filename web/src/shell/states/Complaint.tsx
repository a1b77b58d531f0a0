import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { OfflineError, ProblemError } from '#api';

/** What the server said against the last action, beside the button that asked for it. */
export function Complaint({ error }: { error: unknown }) {
  const { t } = useTranslation('shell');
  if (!error) return null;
  const faults = error instanceof ProblemError ? error.faults.map((fault) => fault.message) : [];
  const sentences =
    faults.length > 0
      ? faults
      : [
          error instanceof OfflineError
            ? t('state.offlineText')
            : error instanceof ProblemError
              ? error.message
              : t('state.brokenText'),
        ];
  return (
    <Alert
      type="error"
      showIcon
      title={
        sentences.length === 1 ? (
          sentences[0]
        ) : (
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )
      }
    />
  );
}
