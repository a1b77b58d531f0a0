import { Input } from 'antd';
import { useSearchParams } from 'react-router';
import css from './table.module.css';

/** Fewer rows than these are seen at a glance. */
const FEW = 8;

/** What is looked for in the list, as the address has it, ready to be found in small letters. */
export function useSought(): string {
  return (useSearchParams()[0].get('q') ?? '').trim().toLowerCase();
}

/** Looks for words in a list that is all here; the list begins anew at its first page. */
export function ListSearch({ of, label }: { of: number; label: string }) {
  const [search, setSearch] = useSearchParams();
  const text = search.get('q') ?? '';
  if (of <= FEW && text === '') return null;
  return (
    <Input
      className={css.search}
      value={text}
      allowClear
      placeholder={label}
      aria-label={label}
      onChange={({ target: { value } }) =>
        setSearch(
          (now) => {
            if (value === '') now.delete('q');
            else now.set('q', value);
            now.delete('offset');
            return now;
          },
          // Typing letter after letter is one step in the history.
          { replace: true },
        )
      }
    />
  );
}
