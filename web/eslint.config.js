import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

/**
 * Who may import whom. A folder is reached as `#name`, which package.json resolves to its index.ts
 * and to nothing else, so inner files cannot be imported from outside at all. What remains to be
 * held is the direction: the lower folders know nothing of those above them.
 */
const ground = { style: [], api: [], shell: ['style', 'api'], charts: ['style', 'api', 'shell'] };

const folders = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** `depth` folders below src, the way out of the own folder is `depth` times `../`. */
const boundaries = folders.flatMap((folder) =>
  [1, 2, 3].map((depth) => {
    const allowed = ground[folder] ?? folders.filter((other) => other !== folder);
    const forbidden = folders.filter((other) => !allowed.includes(other));
    return {
      files: [`src/${folder}/${'*/'.repeat(depth - 1)}*.{ts,tsx}`],
      ignores: ['**/*.test.{ts,tsx}'],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              {
                regex: `^#(${forbidden.join('|')})$`,
                message: `${folder}/ stands below this folder, or is it: import by a relative path inside, by #name upward only.`,
              },
              {
                regex: `^(\\.\\./){${depth}}`,
                message: 'Another folder is imported as #name, by its index.ts.',
              },
            ],
          },
        ],
      },
    };
  }),
);

export default typescript.config(
  // openapi.ts is generated from the server's description.
  { ignores: ['dist', 'node_modules', 'target', 'src/api/openapi.ts'] },
  {
    files: ['src/**/*.{ts,tsx}', 'vite.config.ts'],
    extends: [
      js.configs.recommended,
      ...typescript.configs.strictTypeChecked,
      ...typescript.configs.stylisticTypeChecked,
      hooks.configs.flat['recommended-latest'],
      a11y.flatConfigs.recommended,
    ],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Numbers in a template are what templates are for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Handlers such as onClick={() => save.mutate()} read best on one line.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXText[value=/[\\u4e00-\\u9fff]/]',
          message: 'Text on the screen goes through text.zh.json and text.en.json.',
        },
        {
          selector: 'Literal[value=/[\\u4e00-\\u9fff]/]',
          message: 'Text on the screen goes through text.zh.json and text.en.json.',
        },
      ],
    },
  },
  ...boundaries,
  {
    // Tests and the formats of a language name Chinese on purpose.
    files: [
      'src/**/*.test.{ts,tsx}',
      'src/**/fixtures/**',
      'src/testing/**',
      'src/style/format.ts',
    ],
    rules: { 'no-restricted-syntax': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
