/**
 * What is read of a file that somebody sent: videos alone, by their content, whatever the name. A
 * list of other files (HLS, concat) would have the server read those, its own secrets among them.
 */
export const FROM_FILE = [
  ...['-protocol_whitelist', 'file'],
  ...['-format_whitelist', 'mov,matroska,avi,mpegts,mpeg,flv,asf,ogg,mxf,dv'],
]

/** How ffmpeg is always called. */
export const QUIETLY = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y']
