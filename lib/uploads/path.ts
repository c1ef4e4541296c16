/** Where files are sent to: `UPLOADS` begins one, `UPLOADS/ID` is one. */
export const UPLOADS = '/api/uploads'
