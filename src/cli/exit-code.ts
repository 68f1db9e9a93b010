/** 0 fine, 1 the input had an error or a check failed, 2 usage, 3 refused. */
export type ExitCode = 0 | 1 | 2 | 3;
