/** Set while theater mode is on. */
export const THEATER_COOKIE = 'framewise_theater'
