import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/shared/api/schema.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  { ...jsxA11y.flatConfigs.recommended, files: ['src/**/*.tsx'] },
  reactHooks.configs.flat.recommended,
  {
    plugins: { 'jsx-a11y': jsxA11y },
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      // What scrolls must be reachable by keyboard.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['tabpanel', 'region', 'log'] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' },
        { selector: "CallExpression[callee.name='parseFloat']", message: 'Money is read with parseFen (shared/format).' },
      ],
    },
  },
);
