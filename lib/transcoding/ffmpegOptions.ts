/**
 * Input options for uploaded files: only video containers, recognised by content whatever the file's
 * name. A playlist (HLS, concat) would make the server read other files, such as its secrets.
 */
export const SAFE_INPUT = [
  ...['-protocol_whitelist', 'file'],
  ...['-format_whitelist', 'mov,matroska,avi,mpegts,mpeg,flv,asf,ogg,mxf,dv'],
]

/** Options of every ffmpeg call. */
export const BASE_OPTIONS = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y']
