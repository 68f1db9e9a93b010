import tseslint from 'typescript-eslint';

/** Only rules that need types, size limits, and the ban on hidden clocks and randomness; Biome does the rest. */
const pure = 'src/{kernel,formats,screening,decisions,casework,agreements,ledger,exchange,plan,api,domains}/**/*.ts';

export default tseslint.config(
  { ignores: ['dist/**', 'src/**/console/**', 'bench/peers/**'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'tools/**/*.ts', 'bench/**/*.ts'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
      'max-params': ['error', 4],
    },
  },
  {
    files: [pure],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'globalThis', message: 'a hidden door to clocks and I/O' },
        { name: 'performance', message: 'take a Clock' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'take a Clock' },
        { object: 'Math', property: 'random', message: 'take a Random' },
        { object: 'crypto', property: 'randomUUID', message: 'take a Random' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'take a Clock' },
        { selector: "CallExpression[callee.name='Date']", message: 'take a Clock' },
        { selector: "VariableDeclarator[init.name='Date']", message: 'take a Clock' },
        { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: 'take a Clock' },
        {
          selector:
            "CallExpression[callee.property.name='format'][arguments.length=0][callee.object.callee.property.name='DateTimeFormat']",
          message: 'name the instant',
        },
        {
          selector: "NewExpression[callee.name='Error']",
          message: 'an operating error is a coded value; a bug is a Bug',
        },
      ],
    },
  },
);
