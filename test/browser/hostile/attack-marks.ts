/** In URLs of calls that a test looks for. */
export const mark = 'call-to-look-at';

/** Wherever pages put secrets; no export may hold it. */
export const pageSecret = 'S3CRET-of-the-page-9f8e7d6c';
